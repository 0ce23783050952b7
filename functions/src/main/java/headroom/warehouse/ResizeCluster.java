package headroom.warehouse;

import headroom.Settings;
import headroom.step.AwsUnavailable;
import headroom.step.Begun;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

import java.time.Clock;
import java.util.Optional;

/// Asks Redshift for an elastic resize to the planned number of nodes.
///
/// Redshift's call has no idempotency token, and an accepted resize turns the next attempt into an
/// error. So this looks before it acts, and takes a refusal for "busy" until a look shows whose
/// resize it is.
public final class ResizeCluster extends Step<ResizeCluster.Input> {
    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param nodes the planned number of nodes
    public record Input(int nodes) {}

    public ResizeCluster() {
        this(RedshiftClient.create(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ResizeCluster(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Begun run(Input input) {
        Cluster cluster = Cluster.describe(redshift, settings.cluster());
        Optional<LastResize> last = LastResize.describe(redshift, settings.cluster());
        boolean ours = last.filter(each -> each.targets(input.nodes())).isPresent();
        if (cluster.nodes() == input.nodes() || (ours && last.orElseThrow().inProgress())) {
            return begun("The resize to %d nodes is already under way.", input);
        }
        if (cluster.nodes() > input.nodes()) {
            throw new ResizeRefused(
                    "The cluster has %d nodes already, more than the planned %d: somebody resized it meanwhile. See whether that is enough room."
                            .formatted(cluster.nodes(), input.nodes()));
        }
        if (!cluster.canBeChanged()) {
            throw new ClusterBusy(cluster.sentence() + "; " + LastResize.sentence(last) + ".");
        }
        resize(input);
        return begun("Redshift accepted the elastic resize to %d nodes.", input);
    }

    private void resize(Input input) {
        try {
            redshift.resizeCluster(
                    request ->
                            request.clusterIdentifier(settings.cluster())
                                    .numberOfNodes(input.nodes())
                                    .classic(false));
        } catch (InvalidClusterStateException busy) {
            throw new ClusterBusy("Redshift does not resize now: " + busy.getMessage());
        } catch (RedshiftException refusal) {
            if (AwsUnavailable.passes(refusal)) {
                throw refusal;
            }
            throw new ResizeRefused(
                    "Redshift refuses to resize %s to %d nodes: %s"
                            .formatted(settings.cluster(), input.nodes(), refusal.getMessage()));
        }
    }

    private Begun begun(String sentence, Input input) {
        return new Begun(clock.instant(), sentence.formatted(input.nodes()));
    }
}
