package headroom.simulated.faults;

import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// The time that the invocations of functions take: what their calls take, and no less than
/// [#LEAST].
///
/// Time passes while a function waits for a call's answer, so that everything else goes on: other
/// executions, tasks that stop, people who abort. The function's own clock sees it. Only the first
/// moments are put at the end: what an invocation does within [#LEAST] is done at its beginning. So
/// an invocation of a few calls is one event, as a reader would tell it.
///
/// One simplification: where another invocation begins and ends while this one waits, this one
/// waits for it to end.
public final class InvocationTimer {
    /// An invocation on a warm function, with its few calls, as the state machine sees it.
    static final Duration LEAST = Duration.ofMillis(400);

    /// The time limit of each function, after which Lambda ends it.
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private final Scheduler scheduler;
    private final Journal journal;
    private final Faults faults;
    private @Nullable Invocation underWay;

    public InvocationTimer(Scheduler scheduler, Journal journal, Faults faults) {
        this.scheduler = scheduler;
        this.journal = journal;
        this.faults = faults;
    }

    /// Lambda ends the function there and then. An error, since a handler catches exceptions.
    public static final class TimedOut extends Error {
        private static final long serialVersionUID = 1;

        private TimedOut() {
            super("Task timed out after %d.00 seconds".formatted(LIMIT.toSeconds()), null);
        }
    }

    /// From now on, and until it is closed, this invocation uses the time.
    public Invocation begin() {
        underWay = new Invocation(underWay);
        return underWay;
    }

    /// Who is not invoked by Lambda waits in no time.
    ///
    /// @throws TimedOut if the invocation under way has none left
    void use(Duration time) {
        if (underWay != null) {
            underWay.use(time);
        }
    }

    /// One invocation of a function.
    public final class Invocation implements AutoCloseable {
        private final @Nullable Invocation outer;
        private final Instant begun = scheduler.now();

        /// Used, and not passed yet.
        private Duration owed = Duration.ZERO;

        private Invocation(@Nullable Invocation outer) {
            this.outer = outer;
        }

        /// So far.
        public Duration used() {
            return passed().plus(owed);
        }

        /// From now until it is answered.
        public Duration rest() {
            return longer(used(), LEAST).minus(passed());
        }

        private Duration passed() {
            return Duration.between(begun, scheduler.now());
        }

        private void use(Duration time) {
            Duration left = longer(LIMIT.minus(used()), Duration.ZERO);
            boolean tooLong = time.compareTo(left) >= 0;
            owed = owed.plus(tooLong ? left : time);
            if (owed.compareTo(LEAST) > 0) {
                pass(owed.minus(LEAST));
                owed = LEAST;
            }
            if (tooLong) {
                throw new TimedOut();
            }
        }

        /// What happens meanwhile is no deed of this function, nor of its execution.
        private void pass(Duration time) {
            underWay = null;
            try (Faults.Shift _ = faults.calledBy(Faults.STATE_MACHINE)) {
                journal.as("", () -> scheduler.pass(time));
            } finally {
                underWay = this;
            }
        }

        @Override
        public void close() {
            underWay = outer;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
