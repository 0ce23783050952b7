package headroom.rehearsal.invariants;

import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.faults.Act;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.story.Scene;
import headroom.rehearsal.story.Stage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// S2: no snapshot and no resize while a task that ran when the run was planned still writes. The
/// cluster is read-only while it is resized, and a task that meets that may suspend its tables.
///
/// A task that a person starts after the pause is that person's: between a last look and a call
/// there is always a moment in which it can be started.
public final class NoChangeWhileTasksWrite implements Invariant {
    private final Set<String> planned = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        if (Calls.plans(entry)) {
            planned.clear();
            running(stage).forEach(planned::add);
        }
        if (Calls.isBy(Act.START_TASK, entry)) {
            planned.remove(entry.detail());
        }
        if (!Calls.changesCluster(entry)) {
            return Optional.empty();
        }
        List<String> writing =
                stage.dms().tasks().stream()
                        .filter(SimulatedTask::mayWrite)
                        .map(SimulatedTask::name)
                        .filter(planned::contains)
                        .toList();
        return writing.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.name() + " while " + writing + " may still write");
    }

    private static List<String> running(Stage stage) {
        return stage.dms().tasks().stream()
                .filter(each -> each.isRunning() && each.writesTo(Scene.ENDPOINT))
                .map(SimulatedTask::name)
                .toList();
    }
}
