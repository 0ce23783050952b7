package headroom.rehearsal.scenario;

import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.faults.Fault;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// Tells when a scenario is over: nothing runs, and nothing will.
///
/// In a scenario without faults that is so when no execution has run for a while. In one with
/// faults the watch must have had its rounds, through the longest quiet time; and where something
/// is broken for good, so that runs follow on each other for ever, some of them are enough. If they
/// leave no moment in between, nothing more is started, and the last ones come to their end.
final class Quiescence {
    /// The resource's own changes after a run, and the alarm's answer to them, happen within that.
    private static final Duration AFTER_A_RUN = Duration.ofMinutes(45);

    /// The usual quiet time is an hour; the watch comes every quarter. After failures it is longer,
    /// and then those who wait for the next run wait for nothing new.
    private static final Duration WITHOUT_NEWS = Duration.ofMinutes(100);

    /// Since the last upset: enough for three runs that fail and are tried again.
    private static final Duration ENOUGH = Duration.ofHours(4);

    /// A dead owner is found by the first round of the watch after six minutes, a task that broke
    /// down by the next one.
    private static final Duration FOUND = Duration.ofMinutes(22);

    /// What the watch has not mended by then, it will not.
    private static final Duration HOPELESS = Duration.ofHours(12);

    /// More runs than a scenario needs that ends by itself.
    private static final int MANY = 16;

    /// And more than one that does not: an alarm flaps, say, and each time a run finds nothing new.
    private static final int ENDLESS = 64;

    private static final Set<Kind> NEWS =
            EnumSet.of(
                    Kind.ALARM,
                    Kind.EXECUTION,
                    Kind.CALL,
                    Kind.CLUSTER,
                    Kind.TASK,
                    Kind.REPORT,
                    Kind.PERSON);

    private final Simulation simulation;
    private final boolean upset;
    private final boolean lasting;
    private final Instant begin;
    private Instant lastNews;
    private Instant lastUpset;
    private Instant lastBreakdown;

    Quiescence(Simulation simulation) {
        this.simulation = simulation;
        upset = !simulation.faults().planned().isEmpty();
        lasting = simulation.faults().planned().stream().anyMatch(Fault::isForGood);
        begin = simulation.scheduler().now();
        lastNews = begin;
        lastUpset = begin;
        lastBreakdown = begin.minus(FOUND);
        simulation.journal().tell(this::take);
    }

    private void take(Entry entry) {
        if (NEWS.contains(entry.kind())) {
            lastNews = entry.at();
        }
        if (entry.kind() == Kind.TASK && entry.detail().equals("failed")) {
            lastBreakdown = entry.at();
        }
        boolean passing =
                simulation.faults().planned(entry.name()).stream().noneMatch(Fault::isForGood);
        if (entry.kind() == Kind.PERSON || (entry.kind() == Kind.FAULT && passing)) {
            lastUpset = entry.at();
            lastNews = entry.at();
        }
    }

    boolean isReached() {
        boolean running = simulation.executions().stream().anyMatch(Execution::isRunning);
        if (since(lastUpset).compareTo(ENOUGH) >= 0 && isEndless(running)) {
            simulation.startNothingMore();
        }
        if (running) {
            return false;
        }
        if (since(lastBreakdown).compareTo(FOUND) < 0) {
            return false;
        }
        if (!lasting && isLeftToTheWatch() && since(lastUpset).compareTo(HOPELESS) < 0) {
            return false;
        }
        if (!upset) {
            return since(lastEnd()).compareTo(AFTER_A_RUN) >= 0;
        }
        return since(lastNews).compareTo(WITHOUT_NEWS) >= 0
                || (since(lastUpset).compareTo(ENOUGH) >= 0
                        && since(lastEnd()).compareTo(FOUND) >= 0);
    }

    /// Where nothing is broken for good, somebody may still end a run that is at work, and then it
    /// is to be recovered. Where something is, there may be no moment without one.
    private boolean isEndless(boolean running) {
        int runs = simulation.executions().size();
        return lasting ? runs >= MANY : !running && runs >= ENDLESS;
    }

    /// Whether the lease table still holds an owner, what somebody has to bring to an end, or a
    /// report that was not published.
    private boolean isLeftToTheWatch() {
        return simulation.owed().isPresent()
                || simulation.hasMoreLeft()
                || simulation.lease().keySet().stream()
                        .anyMatch(each -> each.equals("owner") || each.startsWith("report "));
    }

    private Instant lastEnd() {
        Instant last = begin;
        for (Execution each : simulation.executions()) {
            Instant end = each.endedAt();
            last = end != null && end.isAfter(last) ? end : last;
        }
        return last;
    }

    private Duration since(Instant moment) {
        return Duration.between(moment, simulation.scheduler().now());
    }
}
