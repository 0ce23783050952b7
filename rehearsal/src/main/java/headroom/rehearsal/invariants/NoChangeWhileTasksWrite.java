package headroom.rehearsal.invariants;

import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.story.Stage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// S2: no snapshot and no resize while a task that was stopped for it still writes. The cluster is
/// read-only while it is resized, and a task that meets that may suspend its tables.
public final class NoChangeWhileTasksWrite implements Invariant {
    private final Set<String> stopped = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        if (Calls.stopsTask(entry)) {
            stopped.add(Calls.task(entry));
        }
        if (!Calls.changesCluster(entry)) {
            return Optional.empty();
        }
        List<String> writing =
                stage.dms().tasks().stream()
                        .filter(SimulatedTask::mayWrite)
                        .map(SimulatedTask::name)
                        .filter(stopped::contains)
                        .toList();
        return writing.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.name() + " while " + writing + " may still write");
    }
}
