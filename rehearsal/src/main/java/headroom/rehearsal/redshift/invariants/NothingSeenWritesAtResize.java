package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedEndpoint;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// S14: no ResizeCluster while anything writes to the cluster that Headroom could see, whether it
/// was planned with, left alone, or started since by a schedule or a person.
///
/// What was started after the run's last look could not be seen; nor could, where answers are
/// stale, what was started less than a minute before it. What writes through an endpoint that is
/// not configured is meant too, unless the settings say that such tasks are ignored; of one whose
/// address stands in a secret nobody can know where it points. The tasks of a zero-ETL integration
/// are not ours to stop.
public final class NothingSeenWritesAtResize implements Invariant<RedshiftSimulation> {
    /// A stale answer is at most so old.
    private static final Duration STALE = Duration.ofMinutes(1);

    private final Map<String, Instant> lastLook = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (entry.kind() == Kind.STEP && entry.name().equals("ConfirmPaused")) {
            lastLook.put(entry.by(), entry.at());
        }
        if (!Calls.resizes(entry) || simulation.execution(entry.by()).isEmpty()) {
            return Optional.empty();
        }
        Instant seen = lastLook.getOrDefault(entry.by(), Instant.MAX).minus(staleness(simulation));
        List<String> writing =
                simulation.dms().tasks().stream()
                        .filter(each -> each.mayWrite() && !each.isReadOnly())
                        .filter(
                                each ->
                                        isMeant(each, simulation)
                                                && each.changedAt().isBefore(seen))
                        .map(SimulatedTask::name)
                        .toList();
        return writing.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.name() + " while " + writing + " may write, as could be seen");
    }

    private static Duration staleness(RedshiftSimulation simulation) {
        boolean perhaps =
                simulation.faults().planned().stream()
                        .anyMatch(each -> each.toString().contains("STALE"));
        return perhaps ? STALE : Duration.ZERO;
    }

    private static boolean isMeant(SimulatedTask task, RedshiftSimulation simulation) {
        return simulation.settings().policy().ignoresOtherEndpoints()
                ? task.target().equals(SimulatedEndpoint.REDSHIFT)
                : task.target().pointsAtCluster();
    }
}
