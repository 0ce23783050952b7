package headroom.elasticache.plan;

import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one shard has of each dimension at its busiest node: now, or as is expected. What is
/// missing is unknown.
public record Loads(Map<Dimension, Double> values) {
    private static final List<Metric> NETWORK = List.of(Metric.BASELINE_IN, Metric.BASELINE_OUT);

    public Loads {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    static Loads of(Traffic shard) {
        Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
        values.put(Dimension.PROCESSOR, shard.busiest());
        values.put(Dimension.MEMORY, shard.memory());
        highest(shard, Loads::network).ifPresent(each -> values.put(Dimension.NETWORK, each));
        highest(shard, each -> each.mean(Metric.CONNECTIONS))
                .ifPresent(each -> values.put(Dimension.CONNECTIONS, each));
        return new Loads(values);
    }

    /// The same, but for what one of the nodes does not tell: that one may be the busiest.
    static Loads certain(Traffic shard) {
        Loads loads = of(shard);
        boolean allTell =
                nodes(shard)
                        .allMatch(
                                node ->
                                        NETWORK.stream()
                                                .allMatch(each -> node.mean(each).isPresent()));
        return allTell ? loads : loads.without(Dimension.NETWORK);
    }

    private static Stream<NodeFigures> nodes(Traffic shard) {
        return Stream.concat(
                shard.figures().primary().stream(), shard.figures().replicas().stream());
    }

    private static Optional<Double> highest(
            Traffic shard, Function<NodeFigures, Optional<Double>> of) {
        return nodes(shard).flatMap(each -> of.apply(each).stream()).max(Double::compare);
    }

    private static Optional<Double> network(NodeFigures node) {
        return NETWORK.stream().flatMap(each -> node.mean(each).stream()).max(Double::compare);
    }

    Loads with(Dimension dimension, double value) {
        Map<Dimension, Double> other = new EnumMap<>(Dimension.class);
        other.putAll(values);
        other.put(dimension, value);
        return new Loads(other);
    }

    Loads without(Dimension dimension) {
        Map<Dimension, Double> other = new EnumMap<>(Dimension.class);
        other.putAll(values);
        other.remove(dimension);
        return new Loads(other);
    }

    /// Empty if it is unknown.
    public Optional<Double> find(Dimension dimension) {
        return Optional.ofNullable(values.get(dimension));
    }

    /// The most of each dimension that one of them has.
    static Loads most(Collection<Loads> loads) {
        Map<Dimension, Double> most = new EnumMap<>(Dimension.class);
        loads.forEach(
                each -> each.values.forEach((one, value) -> most.merge(one, value, Math::max)));
        return new Loads(most);
    }

    /// The dimension that comes nearest to its limit.
    public Dimension binding() {
        return values.entrySet().stream()
                .max(Comparator.comparingDouble(each -> each.getValue() / each.getKey().limit()))
                .orElseThrow()
                .getKey();
    }

    /// Whether so many times of what more shards share stays within its limits.
    boolean carries(double factor) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().spreadsOverShards())
                .allMatch(each -> each.getValue() * factor <= each.getKey().limit());
    }

    /// For people.
    String inWords() {
        return values.entrySet().stream()
                .map(each -> each.getKey().inWords(each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
