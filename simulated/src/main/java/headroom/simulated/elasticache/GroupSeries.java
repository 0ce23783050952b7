package headroom.simulated.elasticache;

import headroom.simulated.aws.SeriesSource;
import headroom.simulated.elasticache.FigureHabits.Habit;
import headroom.simulated.elasticache.load.LoadModel;
import headroom.simulated.elasticache.load.Misuse;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.elasticache.load.Noise;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.elasticache.load.Traffic;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the nodes of a group report each minute, and when CloudWatch has it. It goes back to before
/// the scenario.
public final class GroupSeries implements SeriesSource {
    static final String NAMESPACE = "AWS/ElastiCache";
    static final String CLUSTER = "CacheClusterId";
    static final String NODE = "CacheNodeId";
    static final String GROUP = "ReplicationGroupId";
    static final String SHARD = "NodeGroupId";
    private static final String ROLE = "Role";
    private static final String ONLY_NODE = "0001";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration STOPS_AFTER = Duration.ofMinutes(10);

    /// CloudWatch keeps figures of each minute for fifteen days; scenarios ask for an hour or two.
    private static final Duration KEPT = Duration.ofDays(15);

    private static final double EVERY_TENTH = 0.1;

    /// What there is of a shard, and of the group.
    private static final Set<NodeMetric> TOGETHER =
            EnumSet.of(NodeMetric.ENGINE_CPU, NodeMetric.MEMORY);

    private static final Map<String, NodeMetric> BY_NAME =
            Arrays.stream(NodeMetric.values())
                    .collect(Collectors.toMap(NodeMetric::published, each -> each));

    private final SimulatedElastiCache elastiCache;
    private final FigureHabits habits;
    private final Scheduler scheduler;
    private final Instant begin;
    private final LoadModel model;
    private final Noise chance;
    private final String first;
    private final String last;
    private final NavigableMap<Instant, Traffic> traffic = new TreeMap<>();
    private final Map<Instant, Map<String, Map<NodeMetric, Double>>> minutes = new HashMap<>();

    public GroupSeries(
            SimulatedElastiCache elastiCache,
            Traffic traffic,
            FigureHabits habits,
            Scheduler scheduler) {
        this.elastiCache = elastiCache;
        this.habits = habits;
        this.scheduler = scheduler;
        begin = scheduler.now();
        chance = new Noise(habits.seed());
        model = new LoadModel(habits.costs(), begin, chance);
        this.traffic.put(Instant.MIN, traffic);
        List<String> nodes = elastiCache.group().nodes().map(SimulatedNode::id).toList();
        first = nodes.getFirst();
        last = nodes.getLast();
    }

    /// Clients do something else from now on.
    public void change(Traffic henceforth) {
        traffic.put(scheduler.now(), henceforth);
    }

    /// What each node did in a minute that is over, whatever CloudWatch has of it.
    public Map<String, Map<NodeMetric, Double>> truth(Instant minute) {
        return Map.copyOf(figures(minute.truncatedTo(ChronoUnit.MINUTES)));
    }

    /// The same, had the group been of another shape.
    public Map<String, Map<NodeMetric, Double>> truth(Instant minute, Shape shape) {
        return model.figures(shape, traffic.floorEntry(minute).getValue(), minute);
    }

    /// What clients did at a moment that no step cures, where that is beyond doubt.
    public Set<Misuse> misuses(Instant moment) {
        return model.misuses(
                elastiCache.shapeAt(moment), traffic.floorEntry(moment).getValue(), moment);
    }

    /// What they do now.
    public Traffic traffic() {
        return traffic.lastEntry().getValue();
    }

    @Override
    public Stream<Metric> metrics() {
        Shape shape = elastiCache.shape();
        String group = elastiCache.group().id();
        List<Metric> all = new ArrayList<>();
        for (Shape.Shard shard : shape.shards()) {
            for (Shape.Node node : shard.nodes()) {
                for (NodeMetric each : NodeMetric.values()) {
                    all.add(metric(each, CLUSTER, node.id(), NODE, ONLY_NODE));
                    if (each.isAlsoWithoutNode()) {
                        all.add(metric(each, CLUSTER, node.id()));
                    }
                }
            }
            TOGETHER.forEach(each -> all.add(metric(each, GROUP, group, SHARD, shard.id())));
        }
        TOGETHER.forEach(each -> all.add(metric(each, GROUP, group)));
        return all.stream();
    }

    private static Metric metric(NodeMetric metric, String... dimensions) {
        List<Dimension> all = new ArrayList<>();
        for (int each = 0; each < dimensions.length; each += 2) {
            all.add(Dimension.builder().name(dimensions[each]).value(dimensions[each + 1]).build());
        }
        return Metric.builder()
                .namespace(NAMESPACE)
                .metricName(metric.published())
                .dimensions(all)
                .build();
    }

    @Override
    public NavigableMap<Instant, List<Double>> samples(Metric metric, Instant from, Instant to) {
        NavigableMap<Instant, List<Double>> found = new TreeMap<>();
        NodeMetric wanted = BY_NAME.get(metric.metricName());
        if (wanted == null || !metric.namespace().equals(NAMESPACE)) {
            return found;
        }
        Map<String, String> dimensions =
                metric.dimensions().stream()
                        .collect(Collectors.toMap(Dimension::name, Dimension::value));
        Instant oldest = scheduler.now().minus(KEPT);
        Instant first = (from.isBefore(oldest) ? oldest : from).truncatedTo(ChronoUnit.MINUTES);
        for (Instant each = first; each.isBefore(to); each = each.plus(MINUTE)) {
            List<Double> samples = samples(wanted, dimensions, each);
            if (!samples.isEmpty()) {
                found.put(each, samples);
            }
        }
        return found;
    }

    /// Each set of dimensions is a metric of its own; one that is not published has nothing.
    private List<Double> samples(
            NodeMetric metric, Map<String, String> dimensions, Instant minute) {
        boolean withNode =
                dimensions.keySet().equals(Set.of(CLUSTER, NODE))
                        && ONLY_NODE.equals(dimensions.get(NODE));
        boolean withoutNode =
                dimensions.keySet().equals(Set.of(CLUSTER)) && metric.isAlsoWithoutNode();
        if (withNode || withoutNode) {
            return figure(Objects.requireNonNull(dimensions.get(CLUSTER)), metric, minute).stream()
                    .toList();
        }
        if (!TOGETHER.contains(metric) || !elastiCache.group().id().equals(dimensions.get(GROUP))) {
            return List.of();
        }
        Stream<Shape.Node> nodes = nodes(dimensions, elastiCache.shapeAt(minute.plus(MINUTE)));
        List<Double> all =
                nodes.flatMap(each -> figure(each.id(), metric, minute).stream()).toList();
        return habits.has(Habit.SHARDS_AVERAGED) && !all.isEmpty()
                ? List.of(all.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                : all;
    }

    private static Stream<Shape.Node> nodes(Map<String, String> dimensions, Shape shape) {
        Stream<Shape.Shard> shards = shape.shards().stream();
        return switch (dimensions.size()) {
            case 1 -> shards.flatMap(each -> each.nodes().stream());
            case 2 ->
                    dimensions.containsKey(ROLE)
                            ? shards.flatMap(each -> each.nodes().stream())
                                    .filter(
                                            each ->
                                                    each.claims()
                                                            == "Primary"
                                                                    .equals(dimensions.get(ROLE)))
                            : shards.filter(each -> each.id().equals(dimensions.get(SHARD)))
                                    .flatMap(each -> each.nodes().stream());
            default -> Stream.empty();
        };
    }

    /// Of one node in one minute, if CloudWatch has it by now.
    private Optional<Double> figure(String node, NodeMetric metric, Instant minute) {
        boolean late = minute.plus(MINUTE).plus(delay(node)).isAfter(scheduler.now());
        boolean stopped = habits.has(Habit.STOPS) && minute.isAfter(begin.plus(STOPS_AFTER));
        if (late || stopped) {
            return Optional.empty();
        }
        Map<NodeMetric, Double> all = figures(minute).getOrDefault(node, Map.of());
        return Optional.ofNullable(all.get(metric))
                .filter(_ -> !isMissing(node, metric, minute))
                .map(value -> shown(node, metric, minute, value));
    }

    private Duration delay(String node) {
        double seconds = habits.has(Habit.LATE) ? 60 + 120 * chance.at(node, Instant.EPOCH) : 60;
        return Duration.ofSeconds((long) seconds);
    }

    private boolean isMissing(String node, NodeMetric metric, Instant minute) {
        boolean gap =
                habits.has(Habit.GAPS)
                        && chance.at(node + metric.published(), minute) < EVERY_TENTH;
        return gap || (habits.has(Habit.SILENT_NODE) && node.equals(last));
    }

    private double shown(String node, NodeMetric metric, Instant minute, double value) {
        boolean level = metric == NodeMetric.CPU || TOGETHER.contains(metric);
        if (habits.has(Habit.ZEROES)
                && level
                && chance.at(node + metric + "zero", minute) < EVERY_TENTH) {
            return 0;
        }
        return habits.has(Habit.CONTRADICTS) && node.equals(first) && metric == NodeMetric.COMMANDS
                ? value / 10
                : value;
    }

    /// A minute that is over stays as it was.
    private Map<String, Map<NodeMetric, Double>> figures(Instant minute) {
        return minutes.computeIfAbsent(
                minute,
                each ->
                        model.figures(
                                elastiCache.shapeAt(each.plus(MINUTE)),
                                traffic.floorEntry(each).getValue(),
                                each));
    }
}
