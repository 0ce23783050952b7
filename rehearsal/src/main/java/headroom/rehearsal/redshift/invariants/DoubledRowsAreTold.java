package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedTask;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// S17: whoever's rows may be in the cluster twice, since Headroom has started a task again, is
/// told of it. Where the settings refuse it, no such task is started.
///
/// A task that joined the pause is not meant: the plan did not know it. A recovery has no plan, so
/// its report speaks of all tasks.
public final class DoubledRowsAreTold implements Invariant<RedshiftSimulation> {
    private final PlannedTasks planned = new PlannedTasks();
    private final Set<String> doubled = new TreeSet<>();
    private final Set<String> told = new TreeSet<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        planned.after(entry, simulation);
        if (Calls.startsTask(entry)) {
            String task = Calls.task(entry);
            simulation.dms().tasks().stream()
                    .filter(each -> each.name().equals(task) && each.habits().mayDoubleRows())
                    .map(SimulatedTask::name)
                    .filter(each -> planned.of(entry.by(), simulation).contains(each))
                    .forEach(doubled::add);
        }
        if (entry.kind() == Kind.REPORT && entry.detail().contains("ApplyErrorInsertPolicy")) {
            boolean ofAll = entry.detail().contains("Rows may have doubled");
            doubled.stream()
                    .filter(each -> ofAll || Reports.names(each, entry.detail(), simulation))
                    .forEach(told::add);
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> atRest(RedshiftSimulation simulation) {
        Set<String> silent = new TreeSet<>(doubled);
        silent.removeAll(told);
        return silent.isEmpty() || Reports.cannotArrive(simulation)
                ? Optional.empty()
                : Optional.of("rows of " + silent + " may be there twice, and no report says so");
    }
}
