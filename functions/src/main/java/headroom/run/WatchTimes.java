package headroom.run;

import java.time.Duration;

/// How soon the watch does something about what it finds. Whatever people are promised is derived
/// from here.
public final class WatchTimes {
    /// The watch's schedule.
    public static final Duration EVERY = Duration.ofMinutes(15);

    /// After the end of a lease's owner. An aborted execution's last function may still be running,
    /// for as long as its timeout of five minutes allows; and a new execution may not be listed
    /// yet.
    public static final Duration SURELY_DEAD_AFTER = Duration.ofMinutes(6);

    /// The longest that a run that ended without releasing its lease waits for its recovery to
    /// begin.
    public static final Duration RECOVERED_WITHIN = SURELY_DEAD_AFTER.plus(EVERY);

    /// How long the watch lets pass after a recovery that failed: what could not be brought back is
    /// no better off by an attempt each round.
    public static final Duration RECOVERY_AGAIN_AFTER = Duration.ofHours(1);

    private WatchTimes() {}
}
