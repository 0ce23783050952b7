package headroom.command.capacity;

import headroom.elasticache.figures.Metric;
import headroom.elasticache.plan.Dimension;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The figures that a file may have of a node, by CloudWatch's names for them.
final class Figure {
    private static final double ALL = 100;

    private Figure() {}

    static List<String> names() {
        return Arrays.stream(Metric.values()).map(Metric::inCloudWatch).toList();
    }

    static Optional<Metric> named(String name) {
        return Arrays.stream(Metric.values())
                .filter(each -> each.inCloudWatch().equals(name))
                .findFirst();
    }

    /// Beyond that it is another figure, or in another unit; empty if there is no such bound.
    static OptionalDouble most(Metric metric) {
        return switch (metric) {
            case ENGINE_CPU, CPU -> OptionalDouble.of(ALL);
            // Data that cannot be evicted may take more than it should.
            case MEMORY -> OptionalDouble.of(2 * ALL);
            case CONNECTIONS -> OptionalDouble.of(Dimension.CONNECTIONS.limit());
            case MANAGED, IS_MASTER, SAVING -> OptionalDouble.of(1);
            case USED,
                    EVICTIONS,
                    NEW_CONNECTIONS,
                    COMMANDS,
                    READS,
                    WRITES,
                    BYTES_IN,
                    BYTES_OUT,
                    // Over 100 it lives on credits.
                    BASELINE_IN,
                    BASELINE_OUT,
                    IN_EXCEEDED,
                    OUT_EXCEEDED,
                    PACKETS_EXCEEDED,
                    LAG ->
                    OptionalDouble.empty();
        };
    }

    /// Empty if it is no number that a figure can be.
    static Optional<Double> value(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isNumber)
                .map(each -> new BigDecimal(each.asNumber()).doubleValue())
                .filter(each -> each >= 0 && Double.isFinite(each));
    }

    /// For people.
    static String expected(Metric metric) {
        OptionalDouble most = most(metric);
        return most.isPresent()
                ? "a number from 0 to %.0f".formatted(most.getAsDouble())
                : "a number, 0 or more";
    }
}
