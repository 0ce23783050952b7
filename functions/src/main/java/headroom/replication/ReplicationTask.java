package headroom.replication;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

import java.time.Instant;

/// A DMS task on a replication instance, from DescribeReplicationTasks.
public record ReplicationTask(
        String arn,
        String name,
        String targetEndpoint,
        String status,
        @Nullable String stopReason,
        boolean loadsTables,
        @Nullable Instant soundSince)
        implements Replication {

    static ReplicationTask from(
            software.amazon.awssdk.services.databasemigration.model.ReplicationTask task) {
        return new ReplicationTask(
                task.replicationTaskArn(),
                Listing.cutName(String.valueOf(task.replicationTaskIdentifier())),
                String.valueOf(task.targetEndpointArn()),
                String.valueOf(task.status()),
                Listing.cutRemark(task.stopReason()),
                FullLoad.of(task.migrationType(), task.replicationTaskStats()).isUnfinished(),
                soundSince(task));
    }

    private static @Nullable Instant soundSince(
            software.amazon.awssdk.services.databasemigration.model.ReplicationTask task) {
        boolean sound = "running".equals(task.status()) && task.lastFailureMessage() == null;
        ReplicationTaskStats stats = task.replicationTaskStats();
        Instant lastStart = stats == null ? null : stats.startDate();
        if (!sound) {
            return null;
        }
        return lastStart == null ? task.replicationTaskStartDate() : lastStart;
    }
}
