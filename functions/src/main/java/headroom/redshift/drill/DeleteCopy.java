package headroom.redshift.drill;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.step.AwsSays;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;

import java.util.Optional;

/// Has Redshift delete the copy, and nothing else: what bears its name, and neither its tags nor
/// its record, is left alone. Called again, it finds the copy being deleted, or gone.
public final class DeleteCopy extends Step<DeleteCopy.Input> {
    private final RedshiftClient redshift;
    private final Settings settings;

    /// @param copy what was written down of it; empty if nothing is known but its tags
    /// @param seen whether it was there at an earlier call
    public record Input(Optional<CopyRecord> copy, boolean seen) {}

    /// @param seen whether it was there at this call, or at an earlier one
    public record Answer(boolean seen, String sentence) {}

    public DeleteCopy() {
        this(Clients.redshift(), Settings.fromEnvironment());
    }

    public DeleteCopy(RedshiftClient redshift, Settings settings) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
    }

    @Override
    public Answer run(Input input) {
        Optional<Copy> found = Copy.find(redshift, settings.cluster());
        String came = found.map(each -> delete(each, input)).orElse("There is no copy.");
        return new Answer(input.seen() || found.isPresent(), came);
    }

    /// Without a final snapshot, which would be kept for ever and paid for.
    private String delete(Copy copy, Input input) {
        String sentence = copy.cluster().sentence();
        if (!copy.isOf(settings.cluster(), input.copy())) {
            return "It is no copy of a drill, and is left alone: " + sentence + ".";
        }
        if (copy.isBeingDeleted()) {
            return sentence + ".";
        }
        try {
            redshift.deleteCluster(
                    request ->
                            request.clusterIdentifier(settings.ofCopy().cluster())
                                    .skipFinalClusterSnapshot(true));
            return "Redshift deletes the copy.";
        } catch (ClusterNotFoundException gone) {
            return "The copy is gone.";
        } catch (InvalidClusterStateException busy) {
            return "Redshift does not delete the copy now: %s; %s."
                    .formatted(AwsSays.of(busy), sentence);
        }
    }
}
