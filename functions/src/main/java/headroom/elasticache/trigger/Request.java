package headroom.elasticache.trigger;

import headroom.elasticache.plan.Wish;
import headroom.run.Cause;

import org.jspecify.annotations.Nullable;

/// The input of an execution. Holds nothing that differs between two deliveries of one message,
/// since Step Functions takes the same name with another input for an error.
///
/// @param dryRun plan and report, and change nothing
/// @param critical the group is said to be at its critical level, so that what was put off for a
///   person or a window is not put off any more
/// @param origin what asked for the run, for people
/// @param wish the step that a person wishes for; null if that is left to the plan
/// @param notUnderstood what of a person's message was not understood; null if all was
public record Request(
        Cause cause,
        boolean dryRun,
        boolean critical,
        String origin,
        @Nullable Wish wish,
        @Nullable String notUnderstood) {

    /// What no person has written.
    public Request(Cause cause, boolean critical, String origin) {
        this(cause, false, critical, origin, null, null);
    }
}
