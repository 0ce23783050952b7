package headroom.rehearsal.invariants;

import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.story.Stage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// S3: a task that was not running when the run was planned is never started. A person stopped it,
/// for a reason that nobody here knows.
///
/// The last plan counts, also for a recovery, which makes none of its own. What a person does to a
/// task between the plan and the stop cannot be told from Headroom's own stop, so such a task may
/// be started.
public final class OnlyTasksThatRanAreStarted implements Invariant {
    private final Set<String> ran = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        if (Calls.plans(entry)) {
            ran.clear();
            stage.dms().tasks().stream()
                    .filter(SimulatedTask::isRunning)
                    .map(SimulatedTask::name)
                    .forEach(ran::add);
        }
        return Calls.startsTask(entry) && !ran.contains(Calls.task(entry))
                ? Optional.of(Calls.task(entry) + " is started, which was not running before")
                : Optional.empty();
    }
}
