package headroom.elasticache.trigger;

import headroom.elasticache.plan.Wish;

import org.jspecify.annotations.Nullable;

/// What a person asks for.
sealed interface Asked {

    /// @param dryRun true as well where the message was not understood
    /// @param wish the step that is wished for; null if that is left to the plan
    /// @param notUnderstood what was not understood, and what is known instead; null if all was
    record Step(boolean dryRun, @Nullable Wish wish, @Nullable String notUnderstood)
            implements Asked {}

    /// @param text the message, shortened
    record Nothing(String text) implements Asked {}
}
