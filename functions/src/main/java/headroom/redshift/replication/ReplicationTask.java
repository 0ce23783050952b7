package headroom.redshift.replication;

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
        @Nullable Instant soundSince,
        @Nullable String lastFailure,
        int tablesInError)
        implements Replication {

    static ReplicationTask from(
            software.amazon.awssdk.services.databasemigration.model.ReplicationTask task) {
        FullLoad load = FullLoad.of(task.migrationType(), task.replicationTaskStats());
        return new ReplicationTask(
                task.replicationTaskArn(),
                TaskWords.cutName(String.valueOf(task.replicationTaskIdentifier())),
                String.valueOf(task.targetEndpointArn()),
                String.valueOf(task.status()),
                TaskWords.cutRemark(task.stopReason()),
                load.isUnfinished(),
                soundSince(task),
                TaskWords.cutRemark(task.lastFailureMessage()),
                load.tablesInError());
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
