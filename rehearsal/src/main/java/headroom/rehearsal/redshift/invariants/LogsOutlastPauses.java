package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.redshift.SimulatedTask;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// S13: no pause makes a task need a log that its source no longer has, or outlasts the time after
/// which DMS gives a serverless replication up. Such a task can only be loaded anew, which empties
/// its tables first.
///
/// A task that somebody has started whose log was gone before is past help already. A resize that
/// Redshift prolongs may do it, whoever began it: nobody can end it, and S12 sees to it that ours
/// begins with half of the log left; so a run that came to a resize is judged no more. A cluster
/// that a person has paused is that person's, and so is a run that a person has aborted.
public final class LogsOutlastPauses implements Invariant<RedshiftSimulation> {
    private final StandingTasks tasks = new StandingTasks();
    private final Set<String> told = new HashSet<>();
    private final Set<String> resizing = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        tasks.after(entry, simulation);
        if (Calls.stopsTask(entry)) {
            simulation.dms().tasks().stream()
                    .filter(each -> each.name().equals(Calls.task(entry)))
                    .filter(simulation.dms()::isPastHelp)
                    .map(SimulatedTask::name)
                    .forEach(told::add);
        }
        if (simulation.redshift().resizes()) {
            tasks.all().values().forEach(each -> resizing.add(each.run()));
        }
        if (tasks.all().isEmpty() || !simulation.redshift().takesWrites()) {
            return Optional.empty();
        }
        List<String> lost =
                simulation.dms().tasks().stream()
                        .filter(each -> each.isShown() && hasLostItsLog(each, simulation))
                        .map(SimulatedTask::name)
                        .filter(told::add)
                        .toList();
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(lost + " were paused until their source's log was gone");
    }

    private boolean hasLostItsLog(SimulatedTask task, RedshiftSimulation simulation) {
        StandingTasks.Standing standing = tasks.all().get(task.name());
        return standing != null
                && !resizing.contains(standing.run())
                && simulation.dms().isPastHelp(task)
                && StandingTasks.isAtWork(standing, simulation);
    }
}
