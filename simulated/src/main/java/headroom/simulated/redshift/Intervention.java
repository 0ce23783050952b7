package headroom.simulated.redshift;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What people and the world do beside Headroom, at the moment that a fault names.
public enum Intervention {
    /// Somebody stops all executions that run.
    ABORT,
    /// Somebody reboots the cluster.
    REBOOT_CLUSTER,
    /// Somebody pauses the cluster for an hour.
    PAUSE_CLUSTER,
    /// Somebody pauses the cluster and leaves it so.
    PAUSE_CLUSTER_FOR_GOOD,
    DELETE_CLUSTER,
    /// Somebody resizes the cluster to the largest size there is.
    RESIZE_CLUSTER,
    /// Redshift takes a snapshot by itself.
    SNAPSHOT_BY_ITSELF,
    /// A person stops a task that runs.
    STOP_TASK,
    /// A person resumes a task that is stopped.
    START_TASK,
    DELETE_TASK,
    /// The task has done what it was made for, and ends by itself.
    END_TASK,
    /// The task fails by itself.
    FAIL_TASK,
    /// A person changes a task that is stopped; it is in `modifying` for ten minutes.
    MODIFY_TASK,
    /// A person tests an endpoint; the stopped task is in `testing` for ten minutes.
    TEST_TASK,
    /// Somebody publishes a message on the alarm's topic.
    PUBLISH,
    /// Somebody publishes a message that asks for the plan alone.
    PUBLISH_DRY_RUN,
    /// Somebody publishes a message that has a task forgotten.
    FORGET,
    /// Somebody removes the owner from the lease, to free it by hand.
    FREE_LEASE,
    /// Somebody makes all the calls that DMS takes, for ten minutes.
    USE_UP_DMS,
    /// The source writes a thousand times as much from now on.
    FLOOD;

    /// The tasks of the ordinary setup that are acted on: one that is paused, and one that a person
    /// had stopped before.
    private static final List<String> TASKS = List.of("orders", "clickstream");

    private static final List<String> KINDS =
            Arrays.stream(values()).flatMap(Intervention::kindsOf).toList();

    /// All of them, those on a task with its name behind: `STOP_TASK=orders`.
    static List<String> kinds() {
        return KINDS;
    }

    private static Stream<String> kindsOf(Intervention each) {
        return each.name().endsWith("_TASK")
                ? TASKS.stream().map(task -> each + "=" + task)
                : Stream.of(each.name());
    }

    public static Intervention of(String kind) {
        return valueOf(kind.split("=", 2)[0]);
    }

    /// The task that it is about; empty if it is about none.
    public static String taskOf(String kind) {
        String[] parts = kind.split("=", 2);
        return parts.length == 2 ? parts[1] : "";
    }
}
