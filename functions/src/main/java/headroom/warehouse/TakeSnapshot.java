package headroom.warehouse;

import headroom.Settings;
import headroom.priming.Aws;
import headroom.priming.Priming;
import headroom.step.AwsUnavailable;
import headroom.step.Begun;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotQuotaExceededException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

import java.time.Clock;
import java.util.List;

/// Asks Redshift for one of the run's snapshots.
public final class TakeSnapshot extends Step<TakeSnapshot.Input> {
    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param run the execution's name
    public record Input(String run, RunSnapshot which) {}

    public TakeSnapshot() {
        this(new Aws.Connected());
        Priming.run(TakeSnapshot::new);
    }

    private TakeSnapshot(Aws aws) {
        this(aws.client(RedshiftClient.builder()), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public TakeSnapshot(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Begun run(Input input) {
        String snapshot = input.which().name(settings.cluster(), input.run());
        try {
            create(snapshot, input);
        } catch (ClusterSnapshotAlreadyExistsException earlier) {
            return begun(snapshot, "was already asked for.");
        } catch (InvalidClusterStateException busy) {
            // Perhaps with the snapshot that an earlier call, whose answer was lost, has begun.
            if (isThere(snapshot)) {
                return begun(snapshot, "was already asked for.");
            }
            throw refused(snapshot, busy);
        } catch (RedshiftException refusal) {
            if (AwsUnavailable.passes(refusal)) {
                throw refusal;
            }
            throw new SnapshotFailed(
                    "Redshift refuses snapshot " + snapshot + ": " + refusal.getMessage());
        }
        return begun(snapshot, "is being taken.");
    }

    /// A pre-copy is there to help, so it gives up its place for the snapshot that counts.
    private void create(String snapshot, Input input) {
        try {
            createOnce(snapshot, input);
        } catch (ClusterSnapshotQuotaExceededException full) {
            if (input.which() == RunSnapshot.PRECOPY) {
                throw full;
            }
            RemovePrecopy.remove(redshift, settings.cluster(), input.run());
            createOnce(snapshot, input);
        }
    }

    private void createOnce(String snapshot, Input input) {
        redshift.createClusterSnapshot(
                request ->
                        request.clusterIdentifier(settings.cluster())
                                .snapshotIdentifier(snapshot)
                                .manualSnapshotRetentionPeriod(
                                        input.which().retentionDays(settings)));
    }

    private RuntimeException refused(String snapshot, InvalidClusterStateException busy) {
        List<String> inFlight = SnapshotsInFlight.of(redshift, settings.cluster(), clock.instant());
        return inFlight.isEmpty()
                ? new ClusterBusy(
                        "Redshift does not take snapshot "
                                + snapshot
                                + " now: "
                                + busy.getMessage())
                : new SnapshotInFlight(
                        "Redshift takes no snapshot beside %s, which is being taken."
                                .formatted(String.join(", ", inFlight)));
    }

    private Begun begun(String snapshot, String how) {
        return new Begun(clock.instant(), "Snapshot " + snapshot + " " + how);
    }

    private boolean isThere(String snapshot) {
        try {
            return !redshift.describeClusterSnapshots(
                            request -> request.snapshotIdentifier(snapshot))
                    .snapshots()
                    .isEmpty();
        } catch (ClusterSnapshotNotFoundException no) {
            return false;
        }
    }
}
