package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.redshift.Intervention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// S3: a task that was not running when the run was planned is never started. A person stopped it,
/// for a reason that nobody here knows. Neither is one that has ended by itself since then: it
/// would end again, or be refused, and keep the lease for ever.
///
/// One that ran when Headroom stopped it, without a plan, is its own to start, until a person stops
/// it; so is one that it has started with right, and that breaks down after that. For a recovery,
/// which makes no plan, that of the run that it recovers counts. What a person does to a task
/// between the plan and the stop cannot be told from Headroom's own stop, so such a task may be
/// started.
public final class OnlyTasksThatRanAreStarted implements Invariant<RedshiftSimulation> {
    private final PlannedTasks planned = new PlannedTasks();
    private final RecordsLeft owed = new RecordsLeft();

    /// By whom it was stopped, for each task that no person has stopped since.
    private final Map<String, Set<String>> stoppedBy = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        planned.after(entry, simulation);
        owed.after(entry, simulation);
        if (Calls.stopsTask(entry)) {
            stoppedBy.computeIfAbsent(Calls.task(entry), _ -> new HashSet<>()).add(entry.by());
        }
        if (Calls.isBy(Intervention.STOP_TASK, entry)) {
            stoppedBy.remove(entry.detail());
        }
        if (!Calls.startsTask(entry) || simulation.execution(entry.by()).isEmpty()) {
            return Optional.empty();
        }
        String task = Calls.task(entry);
        if (!planned.of(entry.by(), simulation).contains(task)
                && !mayBringBack(entry, simulation)) {
            return Optional.of(task + " is started, which was not running before");
        }
        stoppedBy.computeIfAbsent(task, _ -> new HashSet<>()).add(entry.by());
        boolean finished =
                simulation.dms().tasks().stream()
                        .anyMatch(each -> each.name().equals(task) && each.hasFinished());
        return finished
                ? Optional.of(task + " is started, which had ended by itself")
                : Optional.empty();
    }

    /// What the run itself has stopped, or, if it is there to bring tasks back, any run before it,
    /// and whatever stands on its record: who stops a task while it stands there cannot be told
    /// from Headroom.
    private boolean mayBringBack(Entry start, RedshiftSimulation simulation) {
        Set<String> runs = stoppedBy.getOrDefault(Calls.task(start), Set.of());
        return runs.contains(start.by())
                || (owed.isBroughtBackBy(start.by(), simulation)
                        && (!runs.isEmpty() || isOnRecord(start, simulation)));
    }

    private static boolean isOnRecord(Entry start, RedshiftSimulation simulation) {
        String record = simulation.lease().getOrDefault("paused", "");
        return simulation.dms().tasks().stream()
                .filter(each -> each.name().equals(Calls.task(start)))
                .anyMatch(each -> record.contains(each.arn()));
    }
}
