package headroom.rehearsal.redshift.invariants;

import headroom.redshift.cluster.RunSnapshot;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.redshift.Intervention;
import headroom.simulated.redshift.SimulatedTask;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// S2: no snapshot and no resize while a task that ran when the run was planned still writes. The
/// cluster is read-only while it is resized, and a task that meets that may suspend its tables. The
/// pre-copy alone is taken while they write.
///
/// A task that a person starts after the pause is that person's: between a last look and a call
/// there is always a moment in which it can be started.
public final class NoChangeWhileTasksWrite implements Invariant<RedshiftSimulation> {
    private final PlannedTasks planned = new PlannedTasks();
    private final Set<String> startedByHand = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        planned.after(entry, simulation);
        if (Calls.isBy(Intervention.START_TASK, entry)) {
            startedByHand.add(entry.detail());
        }
        if (Calls.stopsTask(entry)) {
            startedByHand.remove(Calls.task(entry));
        }
        if (!Calls.changesCluster(entry)
                || Calls.takesSnapshot(RunSnapshot.PRECOPY, entry, simulation)) {
            return Optional.empty();
        }
        Set<String> concerned = planned.of(entry.by(), simulation);
        List<String> writing =
                simulation.dms().tasks().stream()
                        .filter(each -> each.mayWrite() && each.target().pointsAtCluster())
                        .map(SimulatedTask::name)
                        .filter(each -> concerned.contains(each) && !startedByHand.contains(each))
                        .toList();
        return writing.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.name() + " while " + writing + " may still write");
    }
}
