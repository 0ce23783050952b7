package headroom.redshift.trigger;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a person asks for.
sealed interface Wish {

    /// @param dryRun true as well where the message was not understood
    /// @param nodes the size that is wished for; null if that is left to the plan
    /// @param notUnderstood what was not understood, and what is known instead; null if all was
    record Resize(boolean dryRun, @Nullable Integer nodes, @Nullable String notUnderstood)
            implements Wish {}

    /// That tasks are taken off the record of what a run has stopped.
    ///
    /// @param tasks names or ARNs
    record Forget(List<String> tasks) implements Wish {}

    /// That a resize is tried on a copy.
    ///
    /// @param dryRun whether the plan alone is asked for
    record Drill(boolean dryRun) implements Wish {}

    /// @param text the message, shortened
    record Nothing(String text) implements Wish {}
}
