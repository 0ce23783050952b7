package headroom.redshift.replication;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What DMS says of why a task stopped: one of the words of its model, behind "Stop Reason " and
/// perhaps with more text after it.
final class StopReason {
    /// The task has done what it was made for: it has loaded its tables and follows no changes, it
    /// was to stop after its load, before or after the changes of that time, or it was to stop at a
    /// time, of the replication instance or of the source's commits. Started again it would end
    /// again, or be refused.
    private static final Set<String> FINISHED =
            Set.of(
                    "FULL_LOAD_ONLY_FINISHED",
                    "STOPPED_AFTER_FULL_LOAD",
                    "STOPPED_AFTER_CACHED_EVENTS",
                    "STOPPED_AT_SERVER_TIME",
                    "STOPPED_AT_COMMIT_TIME");

    /// Something went wrong, and DMS does not go on by itself. A person's stop is `NORMAL`.
    private static final Set<String> BROKEN =
            Set.of(
                    "RECOVERABLE_ERROR",
                    "FATAL_ERROR",
                    "STOPPED_DUE_TO_LOW_MEMORY",
                    "STOPPED_DUE_TO_LOW_DISK");

    private StopReason() {}

    /// Whether the task ended by itself. A reason that is not known here does not say so.
    static boolean isEnd(@Nullable String reason) {
        return reason != null && FINISHED.stream().anyMatch(reason::contains);
    }

    /// Whether the task was stopped by an error. A reason that is not known here does not say so.
    static boolean isError(@Nullable String reason) {
        return reason != null && BROKEN.stream().anyMatch(reason::contains);
    }
}
