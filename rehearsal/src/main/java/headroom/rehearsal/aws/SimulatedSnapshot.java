package headroom.rehearsal.aws;

import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Duration;
import java.time.Instant;

/// A manual snapshot, and how far it is.
record SimulatedSnapshot(
        String name, String cluster, String status, Instant askedAt, Duration takes, double size) {

    SimulatedSnapshot with(String newStatus) {
        return new SimulatedSnapshot(name, cluster, newStatus, askedAt, takes, size);
    }

    boolean isAvailable() {
        return status.equals("available");
    }

    Snapshot describe(Instant now) {
        double share =
                isAvailable()
                        ? 1
                        : Math.clamp(
                                (double) Duration.between(askedAt, now).toSeconds()
                                        / takes.toSeconds(),
                                0,
                                0.99);
        return Snapshot.builder()
                .snapshotIdentifier(name)
                .clusterIdentifier(cluster)
                .status(status)
                .snapshotType("manual")
                .snapshotCreateTime(askedAt)
                .actualIncrementalBackupSizeInMegaBytes(size)
                .backupProgressInMegaBytes(size * share)
                .build();
    }
}
