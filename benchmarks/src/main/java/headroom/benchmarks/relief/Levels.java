package headroom.benchmarks.relief;

import headroom.elasticache.Policy;
import headroom.elasticache.figures.Metric;
import headroom.metrics.MetricData;
import headroom.simulated.elasticache.load.Shape;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// How near its limit a group's busiest node was, minute by minute: 1 at what the alarm speaks of,
/// or at what a network carries for ever.
///
/// @param byMinute the highest of all nodes and of what may run short
record Levels(NavigableMap<Instant, Double> byMinute) {
    /// Of which the alarm asks as many in a row. What is over for one minute alone is no relief.
    private static final int IN_A_ROW = 5;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double WHOLE_NETWORK = 100;
    private static final List<Metric> MEASURED =
            List.of(Metric.ENGINE_CPU, Metric.MEMORY, Metric.BASELINE_IN, Metric.BASELINE_OUT);

    /// @param shape the group's at the end: no node goes away
    static Levels of(
            CloudWatchClient cloudWatch, Shape shape, Policy policy, Instant from, Instant to) {
        List<MetricData.Query<Map.Entry<String, Metric>>> queries = new ArrayList<>();
        shape.shards().stream()
                .flatMap(each -> each.nodes().stream())
                .forEach(node -> MEASURED.forEach(metric -> queries.add(query(node.id(), metric))));
        NavigableMap<Instant, Double> highest = new TreeMap<>();
        MetricData.read(cloudWatch, queries, from, to)
                .forEach(
                        (key, series) ->
                                series.forEach(
                                        (minute, value) ->
                                                highest.merge(
                                                        minute,
                                                        value / limit(key.getValue(), policy),
                                                        Math::max)));
        return new Levels(highest);
    }

    private static double limit(Metric metric, Policy policy) {
        return metric == Metric.ENGINE_CPU
                ? policy.cpuPercent()
                : metric == Metric.MEMORY ? policy.memoryPercent() : WHOLE_NETWORK;
    }

    private static MetricData.Query<Map.Entry<String, Metric>> query(String node, Metric metric) {
        return new MetricData.Query<>(
                Map.entry(node, metric),
                software.amazon.awssdk.services.cloudwatch.model.Metric.builder()
                        .namespace("AWS/ElastiCache")
                        .metricName(metric.inCloudWatch())
                        .dimensions(
                                Dimension.builder().name("CacheClusterId").value(node).build(),
                                Dimension.builder().name("CacheNodeId").value("0001").build())
                        .build(),
                metric.statistic());
    }

    /// When an alarm on the busiest node speaks, a minute after five in a row.
    Optional<Instant> alarm() {
        return inARow(byMinute, true).map(each -> each.plus(MINUTE.multipliedBy(IN_A_ROW + 1)));
    }

    /// When the first of five minutes in a row begins in which nothing is over its limit.
    Optional<Instant> reliefAfter(Instant alarm) {
        return inARow(byMinute.tailMap(alarm, true), false);
    }

    private static Optional<Instant> inARow(NavigableMap<Instant, Double> minutes, boolean over) {
        int row = 0;
        for (Map.Entry<Instant, Double> each : minutes.entrySet()) {
            row = each.getValue() >= 1 == over ? row + 1 : 0;
            if (row == IN_A_ROW) {
                return Optional.of(each.getKey().minus(MINUTE.multipliedBy(IN_A_ROW - 1)));
            }
        }
        return Optional.empty();
    }
}
