package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.story.Stage;

import java.util.Locale;
import java.util.Optional;

/// S1: no resize unless a snapshot of this run is available. A resize that loses data can only be
/// undone from one.
public final class ResizeNeedsSnapshot implements Invariant {
    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        if (!entry.name().equals("ResizeCluster") || !Calls.is(entry)) {
            return Optional.empty();
        }
        boolean taken =
                stage.executions().stream()
                        .filter(Execution::isRunning)
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .map(each -> "headroom-" + stage.settings().cluster() + "-" + each)
                        .anyMatch(stage.redshift()::hasAvailableSnapshot);
        return taken
                ? Optional.empty()
                : Optional.of("the cluster is resized without an available snapshot of the run");
    }
}
