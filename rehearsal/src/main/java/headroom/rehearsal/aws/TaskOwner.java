package headroom.rehearsal.aws;

import headroom.rehearsal.faults.Act;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.time.Agenda;

import java.time.Duration;
import java.util.Optional;

/// The person who works with the DMS tasks beside Headroom, as far as DMS lets them.
public final class TaskOwner {
    private static final Duration CHANGE = Duration.ofMinutes(10);
    private static final Duration DELETION = Duration.ofMinutes(2);

    private final SimulatedDms dms;
    private final Agenda agenda;
    private final Journal journal;

    public TaskOwner(SimulatedDms dms, Agenda agenda, Journal journal) {
        this.dms = dms;
        this.agenda = agenda;
        this.journal = journal;
    }

    /// @param act one that is about a task
    public void act(Act act, String name) {
        Optional<SimulatedTask> found =
                dms.tasks().stream().filter(each -> each.name().equals(name)).findFirst();
        if (found.isEmpty() || !permits(act, found.get().status())) {
            String status = found.map(SimulatedTask::status).orElse("gone");
            journal.note(Kind.STORY, act.name(), name + " is " + status + ", so nothing happens");
            return;
        }
        journal.note(Kind.PERSON, act.name(), name);
        perform(act, found.get());
    }

    private static boolean permits(Act act, String status) {
        boolean running = status.equals("running");
        boolean stopped = status.equals("stopped") || status.equals("failed");
        return switch (act) {
            case STOP_TASK -> running;
            case FAIL_TASK -> running || status.equals("starting");
            case START_TASK, MODIFY_TASK, TEST_TASK -> stopped;
            case DELETE_TASK -> !status.equals("deleting");
            case ABORT,
                    REBOOT_CLUSTER,
                    PAUSE_CLUSTER,
                    PAUSE_CLUSTER_FOR_GOOD,
                    DELETE_CLUSTER,
                    RESIZE_CLUSTER,
                    PUBLISH,
                    PUBLISH_DRY_RUN,
                    FLOOD ->
                    false;
        };
    }

    private void perform(Act act, SimulatedTask task) {
        switch (act) {
            case STOP_TASK -> dms.stop(task);
            case START_TASK -> dms.start(task);
            case FAIL_TASK -> dms.become(task, "failed");
            case MODIFY_TASK -> busy(task, "modifying");
            case TEST_TASK -> busy(task, "testing");
            default -> delete(task);
        }
    }

    private void busy(SimulatedTask task, String status) {
        dms.become(task, status);
        dms.later(CHANGE, task, "stopped");
    }

    private void delete(SimulatedTask task) {
        dms.become(task, "deleting");
        agenda.after(DELETION, () -> dms.remove(task));
    }
}
