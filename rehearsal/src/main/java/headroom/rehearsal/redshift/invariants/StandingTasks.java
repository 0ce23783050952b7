package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.Intervention;
import headroom.simulated.redshift.ServerlessTask;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The tasks that Headroom has stopped and does not try to start yet, with what their pause was
/// allowed to take: half of the source's log that was left to the task that was the farthest behind
/// when the run was planned. It is reckoned from the world, and not from what the plan says.
///
/// Once a run goes on to start them, or a report has called for a person, they are not meant any
/// more. Neither is a task of which CloudWatch has no figures: how far that one is behind, nobody
/// could know.
final class StandingTasks {
    /// @param run that stopped it
    /// @param pausedAt when the run recorded its pause
    /// @param allowed for how long it might stand still before the resize began
    record Standing(String run, Instant pausedAt, Duration allowed) {}

    private final Map<String, Duration> allowed = new HashMap<>();
    private final Map<String, Instant> pausedAt = new HashMap<>();
    private final Map<String, Standing> standing = new LinkedHashMap<>();

    void after(Entry entry, RedshiftSimulation simulation) {
        if (Calls.plans(entry)) {
            allowed.put(entry.by(), allowance(simulation));
        }
        if (Calls.recordsPause(entry)) {
            pausedAt.putIfAbsent(entry.by(), entry.at());
        }
        if (Calls.stopsTask(entry) && pausedAt.containsKey(entry.by())) {
            Duration time = allowed.getOrDefault(entry.by(), Duration.ZERO);
            Instant since = pausedAt.getOrDefault(entry.by(), entry.at());
            standing.put(Calls.task(entry), new Standing(entry.by(), since, time));
        }
        boolean resumes = entry.kind() == Kind.STATE && entry.name().equals("Resume replication");
        if (resumes || Reports.callsForAPerson(entry)) {
            standing.clear();
        }
        boolean over =
                entry.kind() == Kind.TASK
                        && (Set.of("running", "deleted", "failed").contains(entry.detail())
                                || entry.detail().startsWith("stopped by itself"));
        if (over) {
            standing.remove(entry.name());
        }
        Calls.forgotten(entry, simulation).forEach(standing::remove);
        if (Calls.isBy(Intervention.START_TASK, entry)) {
            standing.remove(entry.detail());
        }
    }

    private static Duration allowance(RedshiftSimulation simulation) {
        Instant now = simulation.scheduler().now();
        Duration farthest =
                simulation.dms().tasks().stream()
                        .filter(each -> each.isRunning() && each.target().pointsAtCluster())
                        .filter(SimulatedTask::isShown)
                        .map(each -> each.behind(now))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
        Duration ofLog =
                Duration.ofHours(simulation.settings().sourceLogRetentionHours()).minus(farthest);
        Duration ofServerless =
                simulation.dms().tasks().stream()
                        .filter(each -> each.isRunning() && !each.isReadOnly())
                        .filter(ServerlessTask.class::isInstance)
                        .map(each -> ((ServerlessTask) each).givenUpAfter())
                        .min(Comparator.naturalOrder())
                        .orElse(ofLog);
        return (ofServerless.compareTo(ofLog) < 0 ? ofServerless : ofLog).dividedBy(2);
    }

    Map<String, Standing> all() {
        return standing;
    }

    /// Whether the run that stopped it is still at work.
    static boolean isAtWork(Standing task, RedshiftSimulation simulation) {
        return simulation.execution(task.run()).filter(Execution::isRunning).isPresent();
    }
}
