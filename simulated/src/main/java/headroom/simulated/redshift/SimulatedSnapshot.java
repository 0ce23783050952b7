package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Duration;
import java.time.Instant;

/// A snapshot, and how far it is.
///
/// @param type who took it: `manual`, a person or Headroom, or `automated`, Redshift itself
/// @param nodes of the cluster when it was taken
record SimulatedSnapshot(
        String name,
        String cluster,
        String type,
        String status,
        Instant askedAt,
        Duration takes,
        double size,
        int nodes,
        boolean hangs) {
    /// How far a snapshot comes that hangs.
    private static final double HANGS_AT = 0.4;

    static final String MANUAL = "manual";
    static final String AUTOMATED = "automated";

    SimulatedSnapshot with(String newStatus) {
        return new SimulatedSnapshot(
                name, cluster, type, newStatus, askedAt, takes, size, nodes, hangs);
    }

    boolean isManual() {
        return type.equals(MANUAL);
    }

    boolean isAvailable() {
        return status.equals("available");
    }

    boolean isUnderWay() {
        return status.equals("creating");
    }

    /// @param progressShown whether it is said how much is copied
    Snapshot describe(
            Instant now, Estimates estimates, boolean progressShown, SimulatedNodeType nodeType) {
        long elapsed = Duration.between(askedAt, now).toSeconds();
        double most = hangs ? HANGS_AT : 0.99;
        double share =
                isAvailable() ? 1 : Math.clamp((double) elapsed / takes.toSeconds(), 0, most);
        @Nullable Long remaining = estimates.shown(false, Math.max(0, takes.toSeconds() - elapsed));
        return Snapshot.builder()
                .snapshotIdentifier(name)
                .clusterIdentifier(cluster)
                .status(status)
                .snapshotType(type)
                .nodeType(nodeType.shown())
                .numberOfNodes(nodes)
                .encrypted(true)
                .kmsKeyId(ShownCluster.KEY)
                .snapshotCreateTime(askedAt)
                .actualIncrementalBackupSizeInMegaBytes(size)
                .backupProgressInMegaBytes(progressShown ? size * share : null)
                .estimatedSecondsToCompletion(isUnderWay() ? remaining : null)
                .build();
    }
}
