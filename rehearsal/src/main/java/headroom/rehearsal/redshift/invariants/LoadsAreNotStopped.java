package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;

import java.util.Optional;

/// S22: no task is stopped while it loads tables. A first load would begin anew, and of a table
/// that a person has reloaded nothing would ever load the rest.
///
/// Reckoned from what the task does, and not from what DMS shows of it.
public final class LoadsAreNotStopped implements Invariant<RedshiftSimulation> {
    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (!Calls.stopsTask(entry)) {
            return Optional.empty();
        }
        return simulation.dms().tasks().stream()
                .filter(each -> each.name().equals(Calls.task(entry)) && each.loads(entry.at()))
                .findFirst()
                .map(each -> each.name() + " is stopped while it loads tables");
    }
}
