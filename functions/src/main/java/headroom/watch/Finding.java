package headroom.watch;

import headroom.run.Execution;
import headroom.run.Rounds;
import headroom.text.Listing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the watch makes of what it sees.
sealed interface Finding {
    String sentence();

    record AllIsWell(String sentence) implements Finding {}

    /// @param critical whether the disk is at its critical level
    record RunIsMissing(boolean critical, String sentence) implements Finding {}

    /// @param owner the ARN of the execution that ended without its lease
    record OwnerIsDead(String owner, String sentence) implements Finding {}

    /// Tasks are to be started, and nobody holds the lease.
    record TasksAreOwed(String sentence) implements Finding {}

    /// How the execution that holds the lease is.
    ///
    /// @param running whether it runs
    /// @param endedAt when it ended; null if it runs, or is not known at all
    record Owner(boolean running, @Nullable Instant endedAt) {}

    /// Decides on a lease that somebody holds.
    static Finding ofHeld(Lease lease, String arn, Owner owner, Instant now) {
        String name = Execution.name(arn);
        if (owner.running()) {
            return new AllIsWell(name + " is at work.");
        }
        Instant since = owner.endedAt() == null ? lease.takenAt() : owner.endedAt();
        if (since != null && Duration.between(since, now).compareTo(Rounds.SURELY_DEAD_AFTER) < 0) {
            return new AllIsWell(
                    name + " ended a moment ago; its last function may still be running.");
        }
        Instant retry = lease.retryAfter();
        if (retry != null && now.isBefore(retry)) {
            return new AllIsWell(
                    name + " could not bring replication back; tried again after " + retry);
        }
        return new OwnerIsDead(arn, name + " no longer runs and holds the lease");
    }

    /// The states of the two alarms on the disk: OK, ALARM, INSUFFICIENT_DATA, or anything else.
    record Alarms(String disk, String critical) {
        private static final String ALARM = "ALARM";

        boolean stand() {
            return disk.equals(ALARM) || isCritical();
        }

        boolean isCritical() {
            return critical.equals(ALARM);
        }
    }

    /// Decides on a free lease with tasks on its record: whoever removed the owner, they are owed.
    static Finding ofOwed() {
        return new TasksAreOwed("tasks stand on the record of a pause, and nobody holds the lease");
    }

    /// Decides on tasks that broke down after their resume.
    static Finding ofRelapse(List<Observation.Broken> relapsed) {
        return new TasksAreOwed(
                "broken down after the resume: "
                        + Listing.of(relapsed.stream().map(Observation.Broken::sentence).toList()));
    }

    /// Decides on a lease that is free.
    static Finding ofFree(Lease lease, Alarms alarms, Instant now) {
        if (!alarms.stand()) {
            return new AllIsWell("The alarm is " + alarms.disk() + ".");
        }
        String standing =
                alarms.isCritical()
                        ? "the disk is critical, the alarm stands in ALARM"
                        : "the alarm stands in ALARM";
        return isQuiet(lease, alarms, now)
                ? new AllIsWell(
                        "The alarm stands in ALARM; quiet until " + lease.quietUntil() + ".")
                : new RunIsMissing(alarms.isCritical(), standing + ", and no run answers it");
    }

    private static boolean isQuiet(Lease lease, Alarms alarms, Instant now) {
        boolean overridden = lease.unlessCritical() && alarms.isCritical();
        return lease.quietUntil() != null && now.isBefore(lease.quietUntil()) && !overridden;
    }
}
