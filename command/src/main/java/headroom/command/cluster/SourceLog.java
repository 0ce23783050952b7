package headroom.command.cluster;

import headroom.lease.Lease;
import headroom.redshift.replication.PauseRecord;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How much is left of the log that stopped tasks resume from.
///
/// @param kept for how long the source keeps it, by the setting; empty if that is not known
/// @param whenPaused what was left to the tasks when they were stopped: less than that, if they
///   were behind
/// @param left what is left now; empty while nothing is stopped, or where nothing is known
record SourceLog(Optional<Duration> kept, Optional<Duration> whenPaused, Optional<Duration> left) {

    static SourceLog of(Lease lease, Optional<Duration> kept, Instant now) {
        Optional<Duration> whenPaused =
                Optional.ofNullable(new PauseRecord(lease).logLeft()).or(() -> kept);
        Optional<Instant> since = Optional.ofNullable(new PauseRecord(lease).pausedSince());
        return new SourceLog(
                kept,
                whenPaused,
                since.flatMap(begin -> whenPaused.map(all -> all.minus(between(begin, now)))));
    }

    private static Duration between(Instant begin, Instant now) {
        return Duration.between(begin, now);
    }

    /// Whether half of what the tasks had is gone, as it is when the first warning is sent.
    boolean runsShort() {
        return left.isPresent()
                && whenPaused
                        .filter(all -> left.get().multipliedBy(2).compareTo(all) < 0)
                        .isPresent();
    }

    boolean isGone() {
        return left.filter(each -> !each.isPositive()).isPresent();
    }

    String inWords() {
        String setting =
                kept.map(each -> "%s (sourceLogRetentionHours)".formatted(new Span(each)))
                        .orElse("a time that the stack does not tell; deploy it again");
        if (left.isEmpty()) {
            return "no task is paused; the source keeps its log for " + setting;
        }
        String behind =
                whenPaused
                        .filter(each -> !each.equals(kept.orElse(each)))
                        .map(
                                each ->
                                        "; %s were left when the pause began"
                                                .formatted(new Span(each)))
                        .orElse("");
        return (isGone()
                        ? "NOTHING left of " + setting
                        : "%s left of %s".formatted(new Span(left.get()), setting))
                + behind;
    }
}
