package headroom.rehearsal.invariants;

import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.story.Stage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// S5: when everything has come to rest, each task that Headroom stopped is running, or a critical
/// report names it. This is the promise.
public final class StoppedTasksRunOrAreReported implements Invariant {
    private final Set<String> stopped = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        if (Calls.stopsTask(entry)) {
            stopped.add(Calls.task(entry));
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> atRest(Stage stage) {
        List<String> silent =
                stage.dms().tasks().stream()
                        .filter(each -> stopped.contains(each.name()) && !each.isRunning())
                        .map(SimulatedTask::name)
                        .filter(each -> !isReported(each, stage))
                        .toList();
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(silent + " were stopped, do not run, and no report says so");
    }

    private static boolean isReported(String task, Stage stage) {
        return stage.journal()
                .entries(Kind.REPORT)
                .anyMatch(
                        report ->
                                report.name().contains("CRITICAL")
                                        && report.detail().contains(task));
    }
}
