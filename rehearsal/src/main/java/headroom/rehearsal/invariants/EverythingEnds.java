package headroom.rehearsal.invariants;

import headroom.rehearsal.redshift.invariants.Calls;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Execution.Status;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// S9: everything ends. An execution without a bound holds the lease and leaves replication
/// stopped; one whose history is full is ended by the service without any Catch.
///
/// While Redshift reports a resize, waiting has no limit of Headroom's own, and needs none.
public final class EverythingEnds implements Invariant {
    /// The sum of all limits of a run: 45 minutes to stop, six hours of snapshot, one of a resize
    /// that Redshift does not report, three times two hours and three quarters to resume, and every
    /// retry.
    static final Duration LONGEST = Duration.ofHours(36);

    static final int HISTORY = 25_000;

    private final Set<String> told = new HashSet<>();
    private Instant lastResizing = Instant.MIN;

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (simulation.redshift().resizes()) {
            lastResizing = entry.at();
        }
        if (entry.kind() == Kind.STATE) {
            return Calls.execution(entry.by(), simulation)
                    .filter(each -> outlived(each, entry.at()))
                    .filter(each -> told.add(each.name()))
                    .map(each -> each.name() + " runs for more than " + LONGEST.toHours() + " h");
        }
        if (entry.kind() == Kind.EXECUTION) {
            return Calls.execution(entry.by(), simulation).flatMap(EverythingEnds::badEnd);
        }
        return Optional.empty();
    }

    private boolean outlived(Execution run, Instant now) {
        Instant since = lastResizing.isAfter(run.startedAt()) ? lastResizing : run.startedAt();
        return Duration.between(since, now).compareTo(LONGEST) > 0;
    }

    private static Optional<String> badEnd(Execution run) {
        if (run.status() == Status.TIMED_OUT) {
            return Optional.of(run.name() + " met the time limit of the machine");
        }
        return run.historyEvents() >= HISTORY
                ? Optional.of(run.name() + " has " + run.historyEvents() + " events of history")
                : Optional.empty();
    }

    @Override
    public Optional<String> atRest(RedshiftSimulation simulation) {
        return simulation.executions().stream()
                .filter(Execution::isRunning)
                .findFirst()
                .map(each -> each.name() + " still runs when nothing else can happen");
    }
}
