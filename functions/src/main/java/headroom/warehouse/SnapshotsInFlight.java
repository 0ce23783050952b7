package headroom.warehouse;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The snapshots of a cluster that are being taken, by whomever. A resize that begins meanwhile may
/// fail.
public final class SnapshotsInFlight {
    /// For how far back snapshots are looked for. One that is taken for longer is not in flight, it
    /// is stuck.
    private static final Duration RECENT = Duration.ofDays(2);

    private SnapshotsInFlight() {}

    /// Their names, those of automated ones as well.
    public static List<String> of(RedshiftClient redshift, String cluster, Instant now) {
        try {
            return redshift
                    .describeClusterSnapshotsPaginator(
                            request ->
                                    request.clusterIdentifier(cluster).startTime(now.minus(RECENT)))
                    .snapshots()
                    .stream()
                    .filter(snapshot -> "creating".equals(snapshot.status()))
                    .map(Snapshot::snapshotIdentifier)
                    .toList();
        } catch (ClusterSnapshotNotFoundException none) {
            return List.of();
        }
    }
}
