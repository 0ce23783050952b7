package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Entry;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// S12: while no resize is under way and the cluster takes writes, no task that Headroom stopped
/// stands still for longer than its pause is allowed to take, plus one poll. What a pause waits for
/// then can only come too late: the resize would be refused, and the source's log goes on expiring.
///
/// - Where the cluster took no writes in between, by a resize or by a person's deed, a poll after
///   that is what counts.
/// - A run that was aborted can do nothing. The watch finds it after six minutes, with its next
///   round.
/// - Where Lambda does not run a function, its repetitions come on top: nobody can look meanwhile.
public final class PausesKeepTheirBudget implements Invariant<RedshiftSimulation> {
    /// The longest that any look waits for the next.
    private static final Duration POLL = Duration.ofMinutes(15);

    /// The same while the cluster is resized: a classic resize of days is looked at each hour.
    private static final Duration POLL_OF_RESIZE = Duration.ofMinutes(61);

    private static final Duration FOUND = Duration.ofMinutes(21);

    /// Nine attempts of 330 seconds, and what lies between them.
    private static final Duration REPETITIONS = Duration.ofMinutes(54);

    private final StandingTasks tasks = new StandingTasks();
    private final Set<String> told = new HashSet<>();
    private Instant lastHeld = Instant.EPOCH;

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (simulation.redshift().resizes() || !simulation.redshift().takesWrites()) {
            lastHeld = entry.at();
        }
        Optional<String> wrong =
                tasks.all().entrySet().stream()
                        .filter(each -> entry.at().isAfter(limit(each.getValue(), simulation)))
                        .map(Map.Entry::getKey)
                        .filter(told::add)
                        .reduce((one, other) -> one + ", " + other)
                        .map(each -> each + " stand still beyond the budget of their pause");
        tasks.after(entry, simulation);
        return wrong;
    }

    private Instant limit(StandingTasks.Standing task, RedshiftSimulation simulation) {
        Instant limit = task.pausedAt().plus(task.allowed());
        limit = later(limit, lastHeld.plus(POLL_OF_RESIZE.minus(POLL)));
        for (Execution each : simulation.executions()) {
            Instant end = each.endedAt();
            if (end != null && end.isAfter(task.pausedAt())) {
                limit = later(limit, end.plus(FOUND));
            }
        }
        boolean silent =
                simulation.faults().planned().stream()
                        .anyMatch(each -> each.place().startsWith(FaultKinds.FUNCTION));
        return limit.plus(silent ? POLL.plus(REPETITIONS) : POLL);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
