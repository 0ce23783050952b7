package headroom.redshift.cluster;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.redshift.replication.PauseBudget;
import headroom.step.AwsSays;
import headroom.step.AwsUnavailable;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotQuotaExceededException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Asks Redshift for one of the run's snapshots.
///
/// Where Redshift refuses the one before the pause, it would refuse the one in the pause as well:
/// [SnapshotFailed] then keeps the run from stopping any task. What passes by itself is
/// [ClusterBusy].
public final class TakeSnapshot extends Step<TakeSnapshot.Input> {
    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param run the execution's name
    /// @param budget until when the resize may begin; empty for a pre-copy, which nobody waits for
    /// @param advance what the attempt before this one has seen of other snapshots
    /// @param busySince since when the cluster is busy, as the attempt before this one answered
    public record Input(
            String run,
            RunSnapshot which,
            Optional<PauseBudget> budget,
            Optional<SnapshotAdvance> advance,
            Optional<Instant> busySince) {}

    public TakeSnapshot() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public TakeSnapshot(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Attempt run(Input input) {
        String snapshot = input.which().name(settings.cluster(), input.run());
        input.budget()
                .ifPresent(each -> each.refuseSpent(clock.instant(), () -> missing(snapshot)));
        try {
            create(snapshot, input);
        } catch (ClusterSnapshotAlreadyExistsException earlier) {
            return begun(snapshot, "was already asked for.");
        } catch (InvalidClusterStateException busy) {
            // Perhaps with the snapshot that an earlier call, whose answer was lost, has begun.
            if (isThere(snapshot)) {
                return begun(snapshot, "was already asked for.");
            }
            return refused(snapshot, input, busy);
        } catch (RedshiftException refusal) {
            if (AwsUnavailable.passes(refusal)) {
                throw refusal;
            }
            // Without the snapshot's name, so that the next run has nothing new to tell.
            throw new SnapshotFailed(
                    "Redshift refuses a snapshot of %s: %s. %s"
                            .formatted(
                                    settings.cluster(),
                                    AwsSays.of(refusal).replaceFirst("[.]$", ""),
                                    wayOut(refusal)));
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

    private Attempt refused(String snapshot, Input input, InvalidClusterStateException busy) {
        SnapshotsInFlight others = inFlight();
        if (others.isNone()) {
            Cluster cluster = Cluster.describe(redshift, settings.cluster());
            if (cluster.needsAPerson()) {
                throw ClusterUnusable.as(cluster, "");
            }
            String busyNow =
                    "Redshift does not take snapshot %s now: %s"
                            .formatted(snapshot, AwsSays.of(busy));
            return Attempt.busy(
                    input.budget().orElseThrow(() -> new ClusterBusy(busyNow)),
                    input.busySince(),
                    Attempt.BUSY,
                    clock.instant(),
                    busyNow);
        }
        String sentence =
                "Redshift takes no snapshot beside another; %s.".formatted(others.inWords());
        PauseBudget budget = input.budget().orElseThrow(() -> new ClusterBusy(sentence));
        return others.wait(
                SnapshotsInFlight.LIMIT, budget, input.advance(), clock.instant(), sentence);
    }

    private static String wayOut(RedshiftException refusal) {
        return refusal instanceof ClusterSnapshotQuotaExceededException
                ? "Delete manual snapshots that nobody needs, or have their quota in this region"
                        + " raised, in Service Quotas."
                : "Take a snapshot in the Redshift console to see what is in the way: a permissions"
                        + " boundary, an organisation's policy or the cluster's KMS key, for"
                        + " example.";
    }

    /// Looked up once the budget is spent, so that nobody has to find out what took the time.
    private String missing(String snapshot) {
        return "snapshot %s could not be asked for; %s.".formatted(snapshot, inFlight().inWords());
    }

    private SnapshotsInFlight inFlight() {
        return SnapshotsInFlight.of(redshift, settings.cluster(), clock.instant());
    }

    private Attempt begun(String snapshot, String how) {
        return Attempt.begun(clock.instant(), "Snapshot " + snapshot + " " + how);
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
