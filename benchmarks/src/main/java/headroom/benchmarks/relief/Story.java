package headroom.benchmarks.relief;

import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.simulated.elasticache.FigureHabits.Habit;

import java.time.Duration;
import java.util.Optional;

/// A group, what its clients do, and why that is too much for it.
///
/// @param sudden whether it begins from one minute to the next
/// @param asked when a person asks for room, where no alarm is on what is short
record Story(long seed, Cause cause, boolean sudden, CacheSetup setup, Optional<Duration> asked) {
    /// Whether CloudWatch has all figures.
    boolean isComplete() {
        return cause != Cause.MISSING && !setup.figures().habits().contains(Habit.GAPS);
    }
}
