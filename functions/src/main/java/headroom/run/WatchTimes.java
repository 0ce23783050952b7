package headroom.run;

import java.time.Duration;

/// How soon a workflow's watch does something about what it finds. Whatever people are promised is
/// derived from here.
///
/// @param every the watch's schedule
public record WatchTimes(Duration every) {
    /// After the end of a lease's owner. An aborted execution's last function may still be running,
    /// for as long as its timeout of five minutes allows; and a new execution may not be listed
    /// yet.
    public static final Duration SURELY_DEAD_AFTER = Duration.ofMinutes(6);

    /// How long the watch lets pass after a recovery that failed: what could not be brought back is
    /// no better off by an attempt each round.
    public static final Duration RECOVERY_AGAIN_AFTER = Duration.ofHours(1);

    /// The longest that a run that ended without releasing its lease waits for its recovery to
    /// begin.
    public Duration recoveredWithin() {
        return SURELY_DEAD_AFTER.plus(every);
    }
}
