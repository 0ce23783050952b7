package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;
import headroom.simulated.redshift.SimulatedTask;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The tasks that ran when a run was planned, as they were in the world and not as the plan saw
/// them. Those of a zero-ETL integration are not meant: nobody can stop them.
final class PlannedTasks {
    private final Map<String, Set<String>> byRun = new HashMap<>();

    /// Takes note if the entry is a plan.
    void after(Entry entry, RedshiftSimulation simulation) {
        if (Calls.plans(entry)) {
            Set<String> running = new TreeSet<>();
            simulation.dms().tasks().stream()
                    .filter(each -> each.isRunning() && !each.isReadOnly())
                    .map(SimulatedTask::name)
                    .forEach(running::add);
            byRun.put(entry.by(), running);
        }
    }

    /// Those of a run, or if it is a recovery and has no plan, those of the run that it recovers.
    Set<String> of(String run, RedshiftSimulation simulation) {
        Set<String> own = byRun.get(run);
        if (own != null) {
            return own;
        }
        String dead = simulation.execution(run).map(each -> each.input("deadOwner")).orElse("");
        Optional<Execution> recovered =
                simulation.executions().stream()
                        .filter(each -> each.arn().equals(dead))
                        .findFirst();
        return recovered.map(each -> of(each.name(), simulation)).orElse(Set.of());
    }
}
