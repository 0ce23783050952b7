package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.diagnosis.Limits;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// What a step has to bring.
///
/// @param dimension what is short
/// @param most of it, on the busiest node, at today's load
record Target(Dimension dimension, double most) {
    /// Percent that a step should leave below the alarm: with less, the alarm would speak again at
    /// the next breath.
    private static final double CLEARANCE = 10;

    /// Of what it was: less than a twentieth nobody would measure.
    private static final double WORTH_IT = 0.95;

    static Target of(Finding finding, Policy policy) {
        return switch (finding.kind()) {
            case NETWORK_BOUND -> new Target(Dimension.NETWORK, Limits.BASELINE - CLEARANCE);
            case MEMORY_BOUND, BIG_KEY ->
                    new Target(Dimension.MEMORY, policy.memoryPercent() - CLEARANCE);
            case UNKNOWN,
                    CONNECTION_CHURN,
                    REPLICAS_REDIRECT,
                    REPLICAS_UNUSED,
                    PRIMARY_UNDERUSED,
                    HOT_SLOTS,
                    HOT_READS,
                    HOT_KEY,
                    BUSY_READS,
                    BUSY,
                    CONNECTIONS,
                    BUSY_NODE,
                    SPIKE ->
                    new Target(Dimension.PROCESSOR, policy.cpuPercent() - CLEARANCE);
        };
    }

    /// Not where that is unknown.
    boolean isMetBy(Map<String, Loads> loads) {
        return worst(loads).filter(each -> each <= most).isPresent();
    }

    /// Whether anybody would notice; not where that is unknown.
    boolean isNearerBy(Map<String, Loads> after, Map<String, Loads> now) {
        return worst(after)
                .filter(each -> worst(now).filter(one -> each <= one * WORTH_IT).isPresent())
                .isPresent();
    }

    /// On the busiest node; empty if that is unknown of a single shard.
    Optional<Double> worst(Map<String, Loads> loads) {
        return loads.values().stream().allMatch(each -> each.find(dimension).isPresent())
                ? loads.values().stream()
                        .flatMap(each -> each.find(dimension).stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
