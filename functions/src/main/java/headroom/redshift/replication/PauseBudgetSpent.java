package headroom.redshift.replication;

import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;

/// Writers have stood still for so long that the change may not begin any more.
public final class PauseBudgetSpent extends RuntimeException {
    PauseBudgetSpent(PauseBudget budget, Instant now, String lastSeen) {
        super(
                "Given up after %2$s of pause: the resize had to begin within %1$s, so that the source's log outlasts it. Last seen: %3$s"
                        .formatted(
                                new Span(Duration.between(budget.pausedAt(), budget.resizeBy())),
                                new Span(Duration.between(budget.pausedAt(), now)),
                                lastSeen));
    }
}
