package headroom.stress.figures;

import headroom.simulated.aws.SeriesSource;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.time.Scheduler;
import headroom.stress.servers.Refused;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The series that CloudWatch has of the group's nodes, sampled once in each minute of the scene.
public final class MeasuredSeries implements SeriesSource {
    private static final String NAMESPACE = "AWS/ElastiCache";
    private static final String CLUSTER = "CacheClusterId";
    private static final String NODE = "CacheNodeId";
    private static final String GROUP = "ReplicationGroupId";
    private static final String SHARD = "NodeGroupId";
    private static final String ONLY_NODE = "0001";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// What there is of a shard as well.
    private static final Set<NodeMetric> TOGETHER =
            Set.of(NodeMetric.ENGINE_CPU, NodeMetric.MEMORY);

    private static final Map<String, NodeMetric> BY_NAME =
            Arrays.stream(NodeMetric.values())
                    .collect(Collectors.toMap(NodeMetric::published, each -> each));

    private final String group;
    private final Supplier<List<MeasuredNode>> nodes;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Duration least;
    private final Map<String, Sample> newest = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Map<NodeMetric, Double>>> figures =
            new TreeMap<>();

    /// @param nodes those that there are
    /// @param clock of real time
    /// @param least real time between two samples, below which they tell nothing: a minute of the
    ///   scene that was late
    public MeasuredSeries(
            String group,
            Supplier<List<MeasuredNode>> nodes,
            Scheduler scheduler,
            Clock clock,
            Duration least) {
        this.group = group;
        this.nodes = nodes;
        this.scheduler = scheduler;
        this.clock = clock;
        this.least = least;
    }

    /// Begins to sample.
    public void begin() {
        scheduler.after(
                MINUTE,
                () -> {
                    Instant minute = scheduler.now().minus(MINUTE);
                    nodes.get().forEach(each -> sample(each, minute));
                    begin();
                });
    }

    private void sample(MeasuredNode node, Instant minute) {
        try {
            Sample now = Sample.of(node.server(), clock.instant());
            Sample earlier = newest.put(node.id(), now);
            if (earlier != null
                    && earlier.server().equals(now.server())
                    && Duration.between(earlier.at(), now.at()).compareTo(least) >= 0) {
                figures.computeIfAbsent(node.id(), _ -> new TreeMap<>())
                        .put(minute, now.since(earlier, node.room()));
            }
        } catch (UncheckedIOException | Refused silent) {
            // A node that does not answer has no figures for this minute.
            newest.remove(node.id());
        }
    }

    /// The mean over the newest minutes; empty if one of them has no figure.
    public Optional<Double> mean(String node, NodeMetric metric, int minutes) {
        List<Double> values =
                figures.getOrDefault(node, new TreeMap<>()).descendingMap().values().stream()
                        .limit(minutes)
                        .flatMap(each -> Stream.ofNullable(each.get(metric)))
                        .toList();
        return values.size() < minutes
                ? Optional.empty()
                : Optional.of(
                        values.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }

    /// All that was measured of one metric, by node.
    public Map<String, NavigableMap<Instant, Double>> all(NodeMetric metric) {
        Map<String, NavigableMap<Instant, Double>> all = new TreeMap<>();
        figures.forEach(
                (node, minutes) ->
                        minutes.forEach(
                                (minute, values) ->
                                        Optional.ofNullable(values.get(metric))
                                                .ifPresent(
                                                        value ->
                                                                all.computeIfAbsent(
                                                                                node,
                                                                                _ ->
                                                                                        new TreeMap<>())
                                                                        .put(minute, value))));
        return all;
    }

    @Override
    public Stream<Metric> metrics() {
        List<Metric> all = new ArrayList<>();
        for (MeasuredNode node : nodes.get()) {
            for (NodeMetric each : NodeMetric.values()) {
                all.add(metric(each, CLUSTER, node.id(), NODE, ONLY_NODE));
            }
        }
        nodes.get().stream()
                .map(MeasuredNode::shard)
                .distinct()
                .forEach(
                        shard ->
                                TOGETHER.forEach(
                                        each -> all.add(metric(each, GROUP, group, SHARD, shard))));
        return all.stream();
    }

    private static Metric metric(
            NodeMetric metric, String one, String value, String other, String otherValue) {
        return Metric.builder()
                .namespace(NAMESPACE)
                .metricName(metric.published())
                .dimensions(
                        Dimension.builder().name(one).value(value).build(),
                        Dimension.builder().name(other).value(otherValue).build())
                .build();
    }

    @Override
    public NavigableMap<Instant, List<Double>> samples(Metric metric, Instant from, Instant to) {
        NavigableMap<Instant, List<Double>> found = new TreeMap<>();
        NodeMetric wanted = BY_NAME.get(metric.metricName());
        if (wanted == null || !metric.namespace().equals(NAMESPACE)) {
            return found;
        }
        // CloudWatch has a minute's figures a minute after its end.
        Instant known = scheduler.now().minus(MINUTE.multipliedBy(2)).plusNanos(1);
        Instant end = known.isBefore(to) ? known : to;
        if (!from.isBefore(end)) {
            return found;
        }
        for (String node : reporting(metric, wanted)) {
            figures.getOrDefault(node, new TreeMap<>())
                    .subMap(from, true, end, false)
                    .forEach(
                            (minute, values) ->
                                    Optional.ofNullable(values.get(wanted))
                                            .ifPresent(
                                                    value ->
                                                            found.computeIfAbsent(
                                                                            minute,
                                                                            _ -> new ArrayList<>())
                                                                    .add(value)));
        }
        return found;
    }

    /// The nodes that report to it: none where the set of dimensions is not published.
    private List<String> reporting(Metric metric, NodeMetric wanted) {
        Map<String, String> dimensions =
                metric.dimensions().stream()
                        .collect(Collectors.toMap(Dimension::name, Dimension::value));
        if (dimensions.equals(
                Map.of(CLUSTER, dimensions.getOrDefault(CLUSTER, ""), NODE, ONLY_NODE))) {
            return List.of(dimensions.getOrDefault(CLUSTER, ""));
        }
        String shard = dimensions.getOrDefault(SHARD, "");
        return TOGETHER.contains(wanted) && dimensions.equals(Map.of(GROUP, group, SHARD, shard))
                ? nodes.get().stream()
                        .filter(each -> each.shard().equals(shard))
                        .map(MeasuredNode::id)
                        .toList()
                : List.of();
    }
}
