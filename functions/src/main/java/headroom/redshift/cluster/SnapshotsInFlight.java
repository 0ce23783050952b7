package headroom.redshift.cluster;

import headroom.redshift.replication.PauseBudget;
import headroom.step.Pace;
import headroom.step.PhaseTimedOut;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The snapshots of a cluster that are being taken, by whomever: Redshift takes some whenever it
/// sees fit. It takes no other beside one, and a resize that begins meanwhile may fail.
public record SnapshotsInFlight(List<Snapshot> snapshots) {
    /// For how far back snapshots are looked for. One that is taken for longer is not in flight, it
    /// is stuck.
    private static final Duration RECENT = Duration.ofDays(2);

    /// For how long after the pause others are waited for, whatever the source bears: twice what a
    /// snapshot of our own may take.
    static final Duration LIMIT = ConfirmSnapshot.LIMIT.multipliedBy(2);

    public SnapshotsInFlight {
        snapshots = List.copyOf(snapshots);
    }

    /// Automated ones as well.
    public static SnapshotsInFlight of(RedshiftClient redshift, String cluster, Instant now) {
        try {
            return new SnapshotsInFlight(
                    redshift
                            .describeClusterSnapshotsPaginator(
                                    request ->
                                            request.clusterIdentifier(cluster)
                                                    .startTime(now.minus(RECENT)))
                            .snapshots()
                            .stream()
                            .filter(snapshot -> "creating".equals(snapshot.status()))
                            .toList());
        } catch (ClusterSnapshotNotFoundException none) {
            return new SnapshotsInFlight(List.of());
        }
    }

    public List<String> names() {
        return snapshots.stream().map(Snapshot::snapshotIdentifier).toList();
    }

    boolean isNone() {
        return snapshots.isEmpty();
    }

    /// For people.
    String inWords() {
        return isNone()
                ? "no snapshot is being taken"
                : "being taken: " + SnapshotAdvance.names(snapshots);
    }

    /// The attempt of a change that they are in the way of.
    ///
    /// @param patience for how long after the pause's beginning they are waited for
    /// @param before what the attempt before this one has seen of them
    /// @throws SnapshotFailed if they hang
    Attempt wait(
            Duration patience,
            PauseBudget budget,
            Optional<SnapshotAdvance> before,
            Instant now,
            String sentence) {
        Duration paused = Duration.between(budget.pausedAt(), now);
        if (paused.compareTo(patience) > 0) {
            throw new PhaseTimedOut("The wait for another snapshot", patience, sentence);
        }
        SnapshotAdvance advance = SnapshotAdvance.of(snapshots, before, now);
        int wait = advance.within(Pace.CHANGE.waitSeconds(paused), now);
        return new Attempt(
                false,
                now,
                budget.within(wait, now),
                Optional.of(advance),
                Optional.empty(),
                sentence);
    }
}
