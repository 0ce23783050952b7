package headroom.rehearsal.invariants;

import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Execution.Status;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// S9: everything ends. An execution without a bound holds the lease and leaves replication
/// stopped; one whose history is full is ended by the service without any Catch.
///
/// While a service reports that a resize goes on, waiting has no limit of Headroom's own, and needs
/// none. Where the settings say how long a run may wait, it may wait for so much longer.
public final class EverythingEnds<S extends Simulation> implements Invariant<S> {
    /// More than the sum of all limits of a run, with every retry.
    static final Duration LONGEST = Duration.ofHours(36);

    static final int HISTORY = 25_000;

    private final Set<String> told = new HashSet<>();
    private final Predicate<S> resizes;
    private final BiFunction<S, Execution, Duration> granted;
    private Instant lastResizing = Instant.MIN;

    /// @param resizes whether a service reports that a resize goes on
    public EverythingEnds(Predicate<S> resizes) {
        this(resizes, (_, _) -> Duration.ZERO);
    }

    /// @param granted how long the settings let an execution wait
    public EverythingEnds(Predicate<S> resizes, BiFunction<S, Execution, Duration> granted) {
        this.resizes = resizes;
        this.granted = granted;
    }

    @Override
    public Optional<String> after(Entry entry, S simulation) {
        if (resizes.test(simulation)) {
            lastResizing = entry.at();
        }
        if (entry.kind() == Kind.STATE) {
            return simulation
                    .execution(entry.by())
                    .filter(each -> outlived(each, entry.at(), simulation))
                    .filter(each -> told.add(each.name()))
                    .map(
                            each ->
                                    "%s runs for more than %d h"
                                            .formatted(
                                                    each.name(),
                                                    longest(each, simulation).toHours()));
        }
        if (entry.kind() == Kind.EXECUTION) {
            return simulation.execution(entry.by()).flatMap(EverythingEnds::badEnd);
        }
        return Optional.empty();
    }

    private boolean outlived(Execution run, Instant now, S simulation) {
        Instant since = lastResizing.isAfter(run.startedAt()) ? lastResizing : run.startedAt();
        return Duration.between(since, now).compareTo(longest(run, simulation)) > 0;
    }

    private Duration longest(Execution run, S simulation) {
        return LONGEST.plus(granted.apply(simulation, run));
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
    public Optional<String> atRest(S simulation) {
        return simulation.executions().stream()
                .filter(Execution::isRunning)
                .findFirst()
                .map(each -> each.name() + " still runs when nothing else can happen");
    }
}
