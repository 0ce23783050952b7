package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// S4: no task is started while the cluster cannot take writes. It would fail, or suspend its
/// tables, and look as if it ran.
///
/// What a person does to the cluster after the last look at it cannot be seen; nor can what a
/// person did less than a minute before that look, as an answer may be so old.
public final class NoStartWithoutWrites implements Invariant<RedshiftSimulation> {
    private static final Set<String> LOOKS = Set.of("ConfirmWritable", "ConfirmResized");

    /// A stale answer is at most so old.
    private static final Duration STALE = Duration.ofMinutes(1);

    private @Nullable Instant changedUnseen;

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (Calls.changesClusterByHand(entry)) {
            changedUnseen = entry.at();
        }
        boolean looked = entry.kind() == Kind.STEP && LOOKS.contains(entry.name());
        if (looked && changedUnseen != null && entry.at().isAfter(changedUnseen.plus(STALE))) {
            changedUnseen = null;
        }
        boolean wrong =
                Calls.startsTask(entry)
                        && !simulation.redshift().takesWrites()
                        && changedUnseen == null;
        return wrong
                ? Optional.of(Calls.task(entry) + " is started into a cluster that is read-only")
                : Optional.empty();
    }
}
