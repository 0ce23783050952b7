package headroom.simulated.aws;

import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.time.Instant;

/// Holds calls to a quota. A call that is refused costs no token.
public final class TokenBucket {
    private final CallQuota quota;
    private final Scheduler scheduler;
    private double tokens;
    private Instant filledAt;
    private int refused;

    public TokenBucket(CallQuota quota, Scheduler scheduler) {
        this.quota = quota;
        this.scheduler = scheduler;
        tokens = quota.burst();
        filledAt = scheduler.now();
    }

    /// Others take each token, for so long.
    public void drain(Duration time) {
        tokens = 0;
        filledAt = scheduler.now().plus(time);
    }

    /// Whether there is a token for one more call; it is taken.
    public boolean take() {
        Instant now = scheduler.now();
        if (now.isAfter(filledAt)) {
            double seconds = Duration.between(filledAt, now).toMillis() / 1000.0;
            tokens = Math.min(quota.burst(), tokens + seconds * quota.perSecond());
            filledAt = now;
        }
        if (tokens < 1) {
            refused++;
            return false;
        }
        tokens--;
        return true;
    }

    public int refused() {
        return refused;
    }
}
