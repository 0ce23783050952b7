package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.story.Stage;

import java.util.Optional;
import java.util.Set;

/// S4: no task is started while the cluster cannot take writes. It would fail, or suspend its
/// tables, and look as if it ran.
///
/// What a person does to the cluster after the last look at it cannot be seen.
public final class NoStartWithoutWrites implements Invariant {
    private static final Set<String> LOOKS = Set.of("ConfirmWritable", "ConfirmResized");

    private boolean changedSinceTheLastLook;

    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        if (Calls.changesClusterByHand(entry)) {
            changedSinceTheLastLook = true;
        }
        if (entry.kind() == Kind.STEP && LOOKS.contains(entry.name())) {
            changedSinceTheLastLook = false;
        }
        boolean wrong =
                Calls.startsTask(entry)
                        && !stage.redshift().takesWrites()
                        && !changedSinceTheLastLook;
        return wrong
                ? Optional.of(Calls.task(entry) + " is started into a cluster that is read-only")
                : Optional.empty();
    }
}
