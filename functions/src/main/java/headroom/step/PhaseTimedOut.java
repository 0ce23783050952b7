package headroom.step;

import headroom.text.Span;

import java.time.Duration;

/// A phase of a run has outlived its limit.
public final class PhaseTimedOut extends RuntimeException {
    public PhaseTimedOut(String phase, Duration limit, String lastSeen) {
        super(
                "%s took longer than its limit of %s. Last seen: %s"
                        .formatted(phase, new Span(limit), lastSeen));
    }
}
