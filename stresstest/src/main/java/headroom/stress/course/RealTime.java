package headroom.stress.course;

import headroom.simulated.time.Scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Lets the time of a scene pass as real time does, but faster: what waits for a minute waits for a
/// part of a second. What servers and clients do takes as long as it takes.
///
/// @param clock of real time
public record RealTime(Scheduler scheduler, Clock clock) {
    /// How many times as fast. A run of forty-five minutes is over within half a minute, and a
    /// minute is long enough for a figure of it.
    public static final int FACTOR = 100;

    private static final Duration TICK = Duration.ofMillis(3);

    /// A time of the scene, as long as it really takes.
    public static Duration real(Duration ofScene) {
        return ofScene.dividedBy(FACTOR);
    }

    /// Until it is so, or that time of the scene has passed.
    ///
    /// @return whether it is so
    public boolean until(BooleanSupplier isSo, Duration most) {
        Instant begin = clock.instant();
        Instant beginOfScene = scheduler.now();
        Instant end = beginOfScene.plus(most);
        while (!isSo.getAsBoolean() && scheduler.now().isBefore(end)) {
            LockSupport.parkNanos(TICK.toNanos());
            Duration passed = Duration.between(begin, clock.instant()).multipliedBy(FACTOR);
            Duration due = Duration.between(scheduler.now(), beginOfScene.plus(passed));
            if (due.isPositive()) {
                scheduler.pass(due);
            }
        }
        return isSo.getAsBoolean();
    }

    /// Lets it pass.
    public void pass(Duration time) {
        until(() -> false, time);
    }
}
