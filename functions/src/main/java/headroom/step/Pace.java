package headroom.step;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/// How long to wait before the next look at a phase: the one rule for all of them.
///
/// Each look costs three state transitions and nine events of history, and each wait that is longer
/// than needed lengthens the pause. So the wait grows with the time that has passed, in a phase's
/// own proportion: looks then grow with the logarithm of a phase's length, and what is noticed late
/// stays a small part of it. Where the service says how long it will still take, the wait is no
/// longer than that. Estimates are often wrong, so it is never longer than without, as one that is
/// too long must not cost more than having none, and never less than a third of it: one that is too
/// short costs no more than a few looks.
///
/// @param unguided the wait without an estimate, by the time since the phase began, both in seconds
public record Pace(LongUnaryOperator unguided) {
    public static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);

    /// What takes from a minute to hours, and somebody waits for: what starts, stops or comes back,
    /// or is in the way of a plan.
    public static final Pace CHANGE = of(8, Duration.ofSeconds(25), QUARTER_OF_AN_HOUR);

    /// What takes from minutes to hours, and keeps nobody from working meanwhile: fewer looks are
    /// worth more than to know of its end at once.
    public static final Pace UNHURRIED = of(4, Duration.ofMinutes(3), QUARTER_OF_AN_HOUR);

    /// To which part of itself an estimate shortens a wait at the most.
    private static final long LEAST_PART = 3;

    /// A wait of a fixed part of the time that has passed.
    ///
    /// @param part the reciprocal of the proportion
    public static Pace of(long part, Duration least, Duration most) {
        return new Pace(elapsed -> Math.clamp(elapsed / part, least.toSeconds(), most.toSeconds()));
    }

    /// Another pace until so much time has passed.
    public Pace after(Duration until, Pace first) {
        return new Pace(
                elapsed ->
                        (elapsed < until.toSeconds() ? first : this).unguided.applyAsLong(elapsed));
    }

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
        long most = unguided.applyAsLong(Math.max(0, elapsed.toSeconds()));
        return (int)
                (remainingSeconds == null || remainingSeconds <= 0
                        ? most
                        : Math.clamp(remainingSeconds, most / LEAST_PART, most));
    }
}
