package headroom.step;

import org.jspecify.annotations.Nullable;

/// What a step that confirms answers, unless it fails with a named error.
public sealed interface Progress {
    /// For people: what is seen right now.
    String sentence();

    record Done(String sentence) implements Progress {}

    /// @param waitSeconds how long to wait before asking again
    /// @param percent how much is done, where the service says so
    record Working(int waitSeconds, @Nullable Integer percent, String sentence)
            implements Progress {}
}
