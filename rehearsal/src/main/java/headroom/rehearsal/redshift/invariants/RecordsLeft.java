package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The runs that bring back what others have stopped: recoveries, and any run that finds tasks on
/// the record of a lease that nobody holds.
final class RecordsLeft {
    private final Set<String> found = new HashSet<>();
    private boolean free = true;

    void after(Entry entry, RedshiftSimulation simulation) {
        boolean takes =
                Calls.is(entry)
                        && entry.name().equals("UpdateItem")
                        && entry.detail().contains("SET #owner = :me");
        if (takes && free && !simulation.lease().getOrDefault("paused", "[]").equals("[]")) {
            found.add(entry.by());
        }
        free = !simulation.lease().containsKey("owner");
    }

    /// Whether the run is one of them.
    boolean isBroughtBackBy(String run, RedshiftSimulation simulation) {
        Optional<Execution> execution = simulation.execution(run);
        return found.contains(run)
                || execution.filter(each -> each.input("cause").equals("recover")).isPresent();
    }

    /// Whether the run is one that found a lease without an owner, so that nobody can tell whose it
    /// was.
    boolean isFoundBy(String run) {
        return found.contains(run);
    }
}
