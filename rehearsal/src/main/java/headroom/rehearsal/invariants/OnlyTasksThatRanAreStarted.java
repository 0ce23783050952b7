package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.stage.Stage;

import java.util.Optional;

/// S3: a task that was not running when the run was planned is never started. A person stopped it,
/// for a reason that nobody here knows.
///
/// For a recovery, which makes no plan, that of the run that it recovers counts. What a person does
/// to a task between the plan and the stop cannot be told from Headroom's own stop, so such a task
/// may be started.
public final class OnlyTasksThatRanAreStarted implements Invariant {
    private final PlannedTasks planned = new PlannedTasks();

    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        planned.after(entry, stage);
        boolean wrong =
                Calls.startsTask(entry)
                        && !planned.of(entry.by(), stage).contains(Calls.task(entry));
        return wrong
                ? Optional.of(Calls.task(entry) + " is started, which was not running before")
                : Optional.empty();
    }
}
