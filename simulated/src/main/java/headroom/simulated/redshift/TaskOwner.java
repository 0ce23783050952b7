package headroom.simulated.redshift;

import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import java.time.Duration;
import java.util.Optional;

/// The person who works with the DMS tasks beside Headroom, as far as DMS lets them.
public final class TaskOwner {
    private static final Duration CHANGE = Duration.ofMinutes(10);
    private static final Duration DELETION = Duration.ofMinutes(2);

    private final TaskMoves moves;
    private final Journal journal;

    public TaskOwner(SimulatedDms dms, Journal journal) {
        moves = dms.moves();
        this.journal = journal;
    }

    /// @param intervention one that is about a task
    public void act(Intervention intervention, String name) {
        Optional<SimulatedTask> found =
                moves.all().stream().filter(each -> each.name().equals(name)).findFirst();
        if (found.isEmpty() || !permits(intervention, found.get())) {
            String status = found.map(SimulatedTask::status).orElse("gone");
            journal.note(
                    Kind.SCENARIO,
                    intervention.name(),
                    name + " is " + status + ", so nothing happens");
            return;
        }
        journal.note(Kind.PERSON, intervention.name(), name);
        perform(intervention, found.get());
    }

    private static boolean permits(Intervention intervention, SimulatedTask task) {
        if (task.isReadOnly()) {
            return false;
        }
        boolean running = task.isRunning();
        boolean stopped = task.status().equals("stopped") || task.status().equals("failed");
        return switch (intervention) {
            case STOP_TASK, END_TASK -> running;
            case FAIL_TASK -> running || task.isStarting();
            case START_TASK, MODIFY_TASK, TEST_TASK -> stopped;
            case DELETE_TASK -> !task.status().equals("deleting");
            case ABORT,
                    REBOOT_CLUSTER,
                    PAUSE_CLUSTER,
                    PAUSE_CLUSTER_FOR_GOOD,
                    DELETE_CLUSTER,
                    RESIZE_CLUSTER,
                    SNAPSHOT_BY_ITSELF,
                    PUBLISH,
                    PUBLISH_DRY_RUN,
                    FORGET,
                    FREE_LEASE,
                    USE_UP_DMS,
                    FLOOD ->
                    false;
        };
    }

    private void perform(Intervention intervention, SimulatedTask task) {
        switch (intervention) {
            case STOP_TASK -> moves.stop(task);
            case END_TASK -> {
                task.endsAs("FULL_LOAD_ONLY_FINISHED", false);
                moves.end(task);
            }
            case START_TASK -> moves.start(task);
            case FAIL_TASK -> moves.become(task, "failed");
            case MODIFY_TASK -> moves.occupy(task, "modifying", CHANGE);
            case TEST_TASK -> moves.occupy(task, "testing", CHANGE);
            default -> moves.delete(task, DELETION);
        }
    }
}
