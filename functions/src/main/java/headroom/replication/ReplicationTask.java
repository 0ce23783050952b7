package headroom.replication;

import org.jspecify.annotations.Nullable;

/// A DMS task on a replication instance, from DescribeReplicationTasks.
public record ReplicationTask(
        String arn,
        String name,
        String targetEndpoint,
        String status,
        @Nullable String stopReason,
        boolean loadsTables)
        implements Replication {

    static ReplicationTask from(
            software.amazon.awssdk.services.databasemigration.model.ReplicationTask task) {
        return new ReplicationTask(
                task.replicationTaskArn(),
                Listing.cutName(String.valueOf(task.replicationTaskIdentifier())),
                String.valueOf(task.targetEndpointArn()),
                String.valueOf(task.status()),
                Listing.cutRemark(task.stopReason()),
                FullLoad.of(task.migrationType(), task.replicationTaskStats()).isUnfinished());
    }

    @Override
    public State state() {
        return switch (status) {
            case "running" -> State.RUNNING;
            case "stopped", "failed", "failed-move" -> State.STOPPED;
            case "ready" -> State.NEVER_RAN;
            default -> State.IN_MOTION;
        };
    }
}
