package headroom.step;

import java.time.Duration;

/// A phase of a run has outlived its limit.
public final class PhaseTimedOut extends RuntimeException {
    public PhaseTimedOut(String phase, Duration limit, String lastSeen) {
        super(
                "%s took longer than its limit of %d minutes. Last seen: %s"
                        .formatted(phase, limit.toMinutes(), lastSeen));
    }
}
