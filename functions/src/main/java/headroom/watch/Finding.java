package headroom.watch;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// What the watch makes of what it sees.
sealed interface Finding {
    String sentence();

    record AllIsWell(String sentence) implements Finding {}

    record RunIsMissing(String sentence) implements Finding {}

    /// @param owner the ARN of the execution that ended without its lease
    record OwnerIsDead(String owner, String sentence) implements Finding {}

    /// An aborted execution's last function may still be running, for as long as its timeout of
    /// five minutes allows; and a new execution may not be listed yet.
    Duration SURELY_DEAD_AFTER = Duration.ofMinutes(6);

    /// How the execution that holds the lease is.
    ///
    /// @param running whether it runs
    /// @param endedAt when it ended; null if it runs, or is not known at all
    record Owner(boolean running, @Nullable Instant endedAt) {}

    /// Decides on a lease that somebody holds.
    static Finding ofHeld(Lease lease, String name, Owner owner, Instant now) {
        if (owner.running()) {
            return new AllIsWell(name + " is at work.");
        }
        Instant since = owner.endedAt() == null ? lease.takenAt() : owner.endedAt();
        if (since != null && Duration.between(since, now).compareTo(SURELY_DEAD_AFTER) < 0) {
            return new AllIsWell(
                    name + " ended a moment ago; its last function may still be running.");
        }
        Instant retry = lease.retryAfter();
        if (retry != null && now.isBefore(retry)) {
            return new AllIsWell(
                    name + " could not bring replication back; tried again after " + retry);
        }
        return new OwnerIsDead(name, name + " no longer runs and holds the lease");
    }

    /// Decides on a lease that is free.
    ///
    /// @param alarmState OK, ALARM, INSUFFICIENT_DATA, or anything else
    static Finding ofFree(Lease lease, String alarmState, Instant now) {
        if (!alarmState.equals("ALARM")) {
            return new AllIsWell("The alarm is " + alarmState + ".");
        }
        return isQuiet(lease, now)
                ? new AllIsWell(
                        "The alarm stands in ALARM; quiet until " + lease.quietUntil() + ".")
                : new RunIsMissing("the alarm stands in ALARM, and no run answers it");
    }

    private static boolean isQuiet(Lease lease, Instant now) {
        return lease.quietUntil() != null && now.isBefore(lease.quietUntil());
    }
}
