package headroom.redshift.cluster;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.step.AwsSays;
import headroom.step.Started;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSnapshotStateException;

import java.time.Clock;

/// Has Redshift delete the run's pre-copy, and never another snapshot.
///
/// It may fail without harm: Redshift deletes a pre-copy by itself after a day.
public final class RemovePrecopy extends Step<RemovePrecopy.Input> {
    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param run the execution's name
    public record Input(String run) {}

    public RemovePrecopy() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public RemovePrecopy(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Started run(Input input) {
        return new Started(clock.instant(), remove(redshift, settings.cluster(), input.run()));
    }

    /// The cluster is named as well, so that Redshift finds no snapshot of another one.
    ///
    /// @return for people: what came of it
    static String remove(RedshiftClient redshift, String cluster, String run) {
        String snapshot = RunSnapshot.PRECOPY.name(cluster, run);
        return "Snapshot " + snapshot + " " + delete(redshift, cluster, snapshot);
    }

    private static String delete(RedshiftClient redshift, String cluster, String snapshot) {
        try {
            redshift.deleteClusterSnapshot(
                    request ->
                            request.snapshotIdentifier(snapshot)
                                    .snapshotClusterIdentifier(cluster));
            return "is removed.";
        } catch (ClusterSnapshotNotFoundException gone) {
            return "is gone already.";
        } catch (InvalidClusterSnapshotStateException taken) {
            return "cannot be removed now (%s). Redshift removes it by itself a day after it was taken."
                    .formatted(AwsSays.of(taken));
        }
    }
}
