package headroom.rehearsal.aws;

import headroom.rehearsal.time.Agenda;

import java.time.Duration;
import java.time.Instant;

/// Holds calls to a quota. A call that is refused costs no token.
final class TokenBucket {
    private final CallQuota quota;
    private final Agenda agenda;
    private double tokens;
    private Instant filledAt;
    private int refused;

    TokenBucket(CallQuota quota, Agenda agenda) {
        this.quota = quota;
        this.agenda = agenda;
        tokens = quota.burst();
        filledAt = agenda.now();
    }

    /// Others take each token, for so long.
    void drain(Duration time) {
        tokens = 0;
        filledAt = agenda.now().plus(time);
    }

    /// Whether there is a token for one more call; it is taken.
    boolean take() {
        Instant now = agenda.now();
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

    int refused() {
        return refused;
    }
}
