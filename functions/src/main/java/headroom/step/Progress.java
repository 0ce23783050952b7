package headroom.step;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What a step that confirms answers, unless it fails with a named error.
public sealed interface Progress {
    /// For people: what is seen right now.
    String sentence();

    record Done(String sentence) implements Progress {}

    /// @param waitSeconds how long to wait before asking again
    /// @param percent how much is done, where the service says so
    record Working(int waitSeconds, @Nullable Integer percent, String sentence)
            implements Progress {}

    static Progress working(Duration elapsed, @Nullable Integer percent, String sentence) {
        return new Working(waitSeconds(elapsed), percent, sentence);
    }

    /// How long to wait before the next look, `elapsed` after the change began.
    ///
    /// The wait grows with the time that has passed: polls, and with them state transitions and
    /// history events, then grow with the logarithm of a phase's length, while a wait stays within
    /// a tenth of it. At least 20 seconds, since shorter waits would cost more in transitions than
    /// they save in pause. At most 15 minutes: a resize of a fortnight stays under 1,500 polls, and
    /// far from the limit of 25,000 history events.
    static int waitSeconds(Duration elapsed) {
        return Math.clamp(elapsed.toSeconds() / 10, 20, 900);
    }
}
