package headroom.step;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// How long to wait before the next look at a phase: the one rule for all of them.
///
/// Each look costs three state transitions and nine events of history, and each wait that is longer
/// than needed lengthens the pause. So the wait grows with the time that has passed, in a phase's
/// own proportion: looks then grow with the logarithm of a phase's length, and what is noticed late
/// stays a small part of it. Where the service says how long it will still take, the wait is no
/// longer than that. Estimates are often wrong, so it is never longer than without, as one that is
/// too long must not cost more than having none, and never less than a third of it: one that is too
/// short costs no more than a few looks.
public enum Pace {
    /// What takes from a minute to hours: tasks that stop or start, a snapshot in the pause, a
    /// cluster that comes back, something that is in the way of a plan.
    CHANGE {
        @Override
        long unguided(long elapsed) {
            return Math.clamp(elapsed / 8, 25, QUARTER_OF_AN_HOUR);
        }
    },
    /// A snapshot before the pause: nobody stands still meanwhile.
    PRECOPY {
        @Override
        long unguided(long elapsed) {
            return Math.clamp(elapsed / 2, 120, QUARTER_OF_AN_HOUR);
        }
    },
    /// An elastic resize: none has been seen done within five minutes, and most are within twenty.
    ELASTIC {
        @Override
        long unguided(long elapsed) {
            return elapsed < FIVE_MINUTES
                    ? FIVE_MINUTES / 2
                    : Math.clamp(elapsed / 50, 35, QUARTER_OF_AN_HOUR);
        }
    },
    /// A classic resize: from two hours to days. Of one that takes up to two days, less than a
    /// hundredth on average is noticed late, without any estimate as well; nine minutes at the most
    /// up to eight hours.
    CLASSIC {
        @Override
        long unguided(long elapsed) {
            return elapsed < TWO_HOURS
                    ? Math.max(300, elapsed / 6)
                    : Math.clamp(elapsed / 58, 540, HOUR);
        }
    };

    private static final long FIVE_MINUTES = 5 * 60;
    private static final long QUARTER_OF_AN_HOUR = 15 * 60;
    private static final long HOUR = 60 * 60;
    private static final long TWO_HOURS = 2 * 60 * 60;

    /// To which part of itself an estimate shortens a wait at the most.
    private static final long LEAST_PART = 3;

    /// @param elapsed seconds since the phase began
    /// @return seconds
    abstract long unguided(long elapsed);

    /// The wait without an estimate, in seconds.
    ///
    /// @param elapsed since the phase began
    public int waitSeconds(Duration elapsed) {
        return waitSeconds(elapsed, null);
    }

    /// The wait, in seconds.
    ///
    /// @param elapsed since the phase began
    /// @param remainingSeconds what the service expects it to take from now on; services write
    ///   nothing, zero or a negative number where they do not know
    public int waitSeconds(Duration elapsed, @Nullable Long remainingSeconds) {
        long most = unguided(Math.max(0, elapsed.toSeconds()));
        return (int)
                (remainingSeconds == null || remainingSeconds <= 0
                        ? most
                        : Math.clamp(remainingSeconds, most / LEAST_PART, most));
    }
}
