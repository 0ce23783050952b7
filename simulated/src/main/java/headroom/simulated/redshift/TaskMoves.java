package headroom.simulated.redshift;

import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedTask.Phase;
import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tasks of DMS of either kind, on their way from status to status.
final class TaskMoves {
    /// What the journal says of a task that has ended by itself, before the reason.
    static final String ENDED = "stopped by itself: ";

    /// For how long a task seems to run that finds its source's log gone.
    private static final Duration IN_VAIN = Duration.ofSeconds(40);

    private final Map<String, SimulatedTask> tasks = new LinkedHashMap<>();
    private Duration log;
    private final Disk disk;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;

    /// @param log for how long the source keeps it
    TaskMoves(
            List<SimulatedTask> tasks,
            Duration log,
            Disk disk,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.log = log;
        this.disk = disk;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
        tasks.forEach(this::add);
        disk.tell(this::reckonWithDisk);
        if (disk.wasSeenFull()) {
            reckonWithDisk();
        }
    }

    void add(SimulatedTask task) {
        tasks.put(task.arn(), task);
        task.begin(scheduler.now());
        reckonWriters();
    }

    private void reckonWithDisk() {
        tasks.values().stream()
                .filter(each -> each.target().pointsAtCluster())
                .forEach(each -> each.bar(disk.wasSeenFull(), scheduler.now()));
    }

    List<SimulatedTask> all() {
        return List.copyOf(tasks.values());
    }

    Optional<SimulatedTask> at(String arn) {
        return Optional.ofNullable(tasks.get(arn));
    }

    void stop(SimulatedTask task) {
        boolean fails = task.strikes(SimulatedTask.Quirk.FAILS_TO_STOP);
        move(task, RedshiftFaults.STOP, task.stopping(), fails ? "failed" : "stopped");
    }

    void start(SimulatedTask task) {
        boolean fails =
                task.strikes(SimulatedTask.Quirk.FAILS_TO_START)
                        || task.strikes(SimulatedTask.Quirk.NEVER_STARTS);
        move(task, RedshiftFaults.START, task.starting(), fails ? "failed" : "running");
    }

    Duration log() {
        return log;
    }

    /// From now on the source keeps its log for so long. What is gone is gone.
    void keepLog(Duration time) {
        log = time;
    }

    /// Whether the source no longer has what the task has to read next.
    boolean hasLostLog(SimulatedTask task) {
        return task.behind(scheduler.now()).compareTo(log) > 0 || task.isGivenUp(scheduler.now());
    }

    private void move(SimulatedTask task, String family, List<Phase> way, String end) {
        task.become(way.getFirst().status(), scheduler.now());
        switch (faults.strike(family + task.name()).orElse("")) {
            case FaultKinds.FAILS -> goOn(task, way, 1, "failed");
            case FaultKinds.SLOW -> goOn(task, way, 10, end);
            case FaultKinds.HANGS -> {}
            default -> goOn(task, way, 1, end);
        }
    }

    /// From the first status of the way, which the task has by now.
    private void goOn(SimulatedTask task, List<Phase> way, int slower, String end) {
        Duration takes = way.getFirst().takes().multipliedBy(slower);
        List<Phase> rest = way.subList(1, way.size());
        later(
                takes,
                task,
                () -> {
                    if (rest.isEmpty()) {
                        arrive(task, end);
                    } else {
                        become(task, rest.getFirst().status());
                        goOn(task, rest, slower, end);
                    }
                });
    }

    /// A task whose source's log is gone runs for a moment, and fails.
    private void arrive(SimulatedTask task, String end) {
        if (end.equals("stopped") && task.endsByItself()) {
            end(task);
            return;
        }
        boolean inVain = end.equals("running") && hasLostLog(task);
        become(task, end);
        if (end.equals("running")) {
            task.habits().replay();
        }
        if (inVain) {
            later(IN_VAIN, task, () -> become(task, "failed"));
        } else if (end.equals("running") && task.habits().breaksDownThisTime()) {
            later(task.habits().breaksDownAfter(), task, () -> become(task, "failed"));
        } else if (end.equals("running") && task.endsByItself()) {
            later(IN_VAIN, task, () -> end(task));
        }
    }

    /// It ends by itself.
    void end(SimulatedTask task) {
        task.end(scheduler.now());
        reckonWriters();
        journal.note(Kind.TASK, task.name(), ENDED + task.stopReason());
    }

    /// Does it when its time has come, unless another change of the task came between.
    private void later(Duration delay, SimulatedTask task, Runnable change) {
        int changes = task.changes();
        scheduler.after(
                delay,
                () -> {
                    if (task.changes() == changes) {
                        change.run();
                    }
                });
    }

    /// Keeps it from its work for a while.
    void occupy(SimulatedTask task, String status, Duration time) {
        become(task, status);
        later(time, task, () -> become(task, "stopped"));
    }

    void become(SimulatedTask task, String status) {
        if (status.equals("failed")) {
            task.habits().failed("Last Error: the source's log could not be read.");
        }
        task.become(status, scheduler.now());
        reckonWriters();
        journal.note(Kind.TASK, task.name(), status);
    }

    void delete(SimulatedTask task, Duration takes) {
        become(task, "deleting");
        scheduler.after(takes, () -> remove(task));
    }

    private void remove(SimulatedTask task) {
        tasks.remove(task.arn());
        become(task, "deleted");
    }

    private void reckonWriters() {
        disk.writers((int) tasks.values().stream().filter(SimulatedTask::isRunning).count());
    }
}
