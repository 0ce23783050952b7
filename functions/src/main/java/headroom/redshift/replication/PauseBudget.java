package headroom.redshift.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// For how long writers may stand still before the change that they stand still for begins.
///
/// Computed once, when the pause is recorded, and handed to every step until the change begins.
/// What cannot begin in time is given up at once: each further minute would cost the writers a
/// minute of their source's log, and nothing could come of it any more.
///
/// @param pausedAt when the pause was recorded
/// @param resizeBy the moment from which the change is refused
public record PauseBudget(Instant pausedAt, Instant resizeBy) {

    /// The same, and no longer than until then.
    public PauseBudget endingBy(Instant latest) {
        return latest.isBefore(resizeBy) ? new PauseBudget(pausedAt, latest) : this;
    }

    /// Half of what is left of it.
    public PauseBudget halved(Instant now) {
        return endingBy(now.plus(Duration.between(now, resizeBy).dividedBy(2)));
    }

    /// @param lastSeen tells, as a sentence, what the pause waits for
    /// @throws PauseBudgetSpent if it is too late for the change
    public void refuseSpent(Instant now, Supplier<String> lastSeen) {
        if (!now.isBefore(resizeBy)) {
            throw new PauseBudgetSpent(this, now, lastSeen.get());
        }
    }

    /// The wait before the next look, in seconds: as long as it would be, and not beyond the
    /// budget, since the look at its end gives up.
    public int within(int waitSeconds, Instant now) {
        long left = Duration.between(now, resizeBy).plusMillis(999).toSeconds();
        return Math.clamp(left, 1, waitSeconds);
    }
}
