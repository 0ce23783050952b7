package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedTask;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// S5: when nothing more happens, each task that Headroom stopped is running, or a report names it
/// as not running. This is the promise.
///
/// A task that ran again and was stopped by a person after that is that person's, and so is one
/// that a person deleted, or had taken off the record; one that has ended by itself is owed to
/// nobody. If the operators' topic fails for good, no report can arrive, and what Headroom owes is
/// not to forget: S7 and S10 watch over that.
public final class StoppedTasksRunOrAreReported implements Invariant<RedshiftSimulation> {
    private final Set<String> owed = new TreeSet<>();
    private final Set<String> reported = new TreeSet<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (Calls.stopsTask(entry)) {
            owed.add(Calls.task(entry));
            reported.remove(Calls.task(entry));
        }
        if (entry.kind() == Kind.TASK && Set.of("running", "deleted").contains(entry.detail())) {
            owed.remove(entry.name());
        }
        Calls.forgotten(entry, simulation).forEach(owed::remove);
        if (entry.kind() == Kind.REPORT && entry.name().contains("CRITICAL")) {
            owed.stream()
                    .filter(each -> Reports.names(each, entry.detail(), simulation))
                    .forEach(reported::add);
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> atRest(RedshiftSimulation simulation) {
        Set<String> silent = new TreeSet<>(owed);
        silent.removeAll(reported);
        simulation.dms().tasks().stream()
                .filter(SimulatedTask::hasFinished)
                .map(SimulatedTask::name)
                .forEach(silent::remove);
        return silent.isEmpty() || Reports.cannotArrive(simulation)
                ? Optional.empty()
                : Optional.of(silent + " were stopped, do not run, and no report says so");
    }
}
