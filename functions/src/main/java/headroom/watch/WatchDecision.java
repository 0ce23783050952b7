package headroom.watch;

import headroom.lease.Lease;
import headroom.run.Execution;
import headroom.run.WatchTimes;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// What the watch makes of what it sees.
public sealed interface WatchDecision {
    String sentence();

    record AllIsWell(String sentence) implements WatchDecision {}

    /// @param critical whether the critical level is reached
    record RunIsMissing(boolean critical, String sentence) implements WatchDecision {}

    /// @param owner the ARN of the execution that ended without its lease
    record OwnerIsDead(String owner, String sentence) implements WatchDecision {}

    /// What a run has left behind is to be brought back, and nobody holds the lease.
    record RecoveryIsMissing(String sentence) implements WatchDecision {}

    /// How the execution that holds the lease is.
    ///
    /// @param running whether it runs
    /// @param endedAt when it ended; null if it runs, or is not known at all
    record Owner(boolean running, @Nullable Instant endedAt) {}

    /// Decides on a lease that somebody holds.
    static WatchDecision ofHeld(Lease lease, String arn, Owner owner, Instant now) {
        String name = Execution.name(arn);
        if (owner.running()) {
            return new AllIsWell(name + " is at work.");
        }
        Instant since = owner.endedAt() == null ? lease.takenAt() : owner.endedAt();
        if (since != null
                && Duration.between(since, now).compareTo(WatchTimes.SURELY_DEAD_AFTER) < 0) {
            return new AllIsWell(
                    name + " ended a moment ago; its last function may still be running.");
        }
        Instant retry = lease.retryAfter();
        if (retry != null && now.isBefore(retry)) {
            return new AllIsWell(
                    name + " could not bring back what it left; tried again after " + retry);
        }
        return new OwnerIsDead(arn, name + " no longer runs and holds the lease");
    }

    /// What is seen of the resource itself.
    ///
    /// @param stands whether a run is needed
    /// @param critical whether the critical level is reached
    /// @param sentence what stands, as a clause for people; or that nothing does, as a sentence
    record Need(boolean stands, boolean critical, String sentence) {}

    /// Decides on a lease that is free.
    static WatchDecision ofFree(Lease lease, Need need, Instant now) {
        if (!need.stands()) {
            return new AllIsWell(need.sentence());
        }
        return isQuiet(lease, need, now)
                ? new AllIsWell(
                        "%s; quiet until %s."
                                .formatted(capital(need.sentence()), lease.quietUntil()))
                : new RunIsMissing(need.critical(), need.sentence() + ", and no run answers it");
    }

    private static boolean isQuiet(Lease lease, Need need, Instant now) {
        boolean overridden = lease.unlessCritical() && need.critical();
        return lease.quietUntil() != null && now.isBefore(lease.quietUntil()) && !overridden;
    }

    private static String capital(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}
