package headroom.replication;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.MigrationTypeValue;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

/// A DMS task as DescribeReplicationTasks showed it a moment ago.
///
/// @param name the task's identifier, for people
/// @param status a plain string; see [State] for what it means here
/// @param stopReason why it stopped last, if DMS says so
/// @param loadsTables true while the task copies whole tables; stopping it would copy them again
public record ReplicationTask(
        String arn,
        String name,
        String targetEndpoint,
        String status,
        @Nullable String stopReason,
        boolean loadsTables) {

    /// What a task's status means to us.
    public enum State {
        RUNNING,
        /// Not writing, and can be resumed.
        STOPPED,
        /// Was never started, so it cannot be resumed and needs no pause.
        NEVER_RAN,
        /// On its way to another state, or unknown.
        IN_MOTION
    }

    static ReplicationTask from(
            software.amazon.awssdk.services.databasemigration.model.ReplicationTask task) {
        return new ReplicationTask(
                task.replicationTaskArn(),
                task.replicationTaskIdentifier(),
                String.valueOf(task.targetEndpointArn()),
                String.valueOf(task.status()),
                task.stopReason(),
                loadsTables(task.migrationType(), task.replicationTaskStats()));
    }

    /// Progress may be missing, and then a load counts as unfinished unless it has a finish date.
    private static boolean loadsTables(
            MigrationTypeValue type, @Nullable ReplicationTaskStats stats) {
        if (type == MigrationTypeValue.CDC) {
            return false;
        }
        if (stats == null) {
            return true;
        }
        Integer percent = stats.fullLoadProgressPercent();
        return percent == null ? stats.fullLoadFinishDate() == null : percent < 100;
    }

    public State state() {
        return switch (status) {
            case "running" -> State.RUNNING;
            case "stopped", "failed", "failed-move" -> State.STOPPED;
            case "ready" -> State.NEVER_RAN;
            default -> State.IN_MOTION;
        };
    }

    boolean hasFailed() {
        return status.startsWith("failed");
    }

    public PausedTask toPause() {
        return new PausedTask(arn, name);
    }

    /// For people.
    public String sentence() {
        return stopReason == null || state() == State.RUNNING
                ? name + " is " + status
                : name + " is " + status + " (" + stopReason + ")";
    }
}
