package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.story.Stage;

import java.util.Optional;

/// S4: no task is started while the cluster cannot take writes. It would fail, or suspend its
/// tables, and look as if it ran.
public final class NoStartWithoutWrites implements Invariant {
    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        return Calls.startsTask(entry) && !stage.redshift().takesWrites()
                ? Optional.of(Calls.task(entry) + " is started into a cluster that is read-only")
                : Optional.empty();
    }
}
