package headroom.step;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a step that confirms answers, unless it fails with a named error.
public sealed interface Progress {
    /// For people: what is seen right now.
    String sentence();

    record Done(String sentence) implements Progress {}

    /// @param waitSeconds how long to wait before asking again
    /// @param percent how much is done, where the service says so
    /// @param workedAt to be handed to the next look: when the service was last seen at work; null
    ///   if it never was, or it makes no difference
    record Working(
            int waitSeconds, @Nullable Integer percent, @Nullable Instant workedAt, String sentence)
            implements Progress {
        public Working(int waitSeconds, @Nullable Integer percent, String sentence) {
            this(waitSeconds, percent, null, sentence);
        }
    }
}
