package headroom.simulated.elasticache.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// A shape and what it measures, for tests of the load.
record OneShape(Shape shape, Costs costs) {
    static final Instant BEGIN = Instant.parse("2026-11-22T04:00:00Z");

    private static final double SECONDS = 60;

    /// Slots spread evenly, on nodes that carry out about 120,000 commands a second.
    static OneShape of(int shards, int replicas) {
        return of(SlotSet.spread(shards), replicas, "cache.r7g.xlarge");
    }

    static OneShape of(List<SlotSet> slots, int replicas, String type) {
        List<Shape.Shard> shards =
                IntStream.range(0, slots.size())
                        .mapToObj(each -> shard(each + 1, slots.get(each), replicas, type))
                        .toList();
        return new OneShape(new Shape(shards), Costs.ORDINARY);
    }

    private static Shape.Shard shard(int number, SlotSet slots, int replicas, String type) {
        return new Shape.Shard(
                Integer.toString(number),
                slots,
                IntStream.rangeClosed(0, replicas)
                        .mapToObj(each -> node(number + "-" + each, type, each == 0))
                        .toList());
    }

    private static Shape.Node node(String id, String type, boolean primary) {
        return new Shape.Node(id, NodeKind.of(type), primary, primary, Shape.Sync.IN_STEP, false);
    }

    OneShape with(Costs other) {
        return new OneShape(shape, other);
    }

    Map<NodeMetric, Double> of(String node, Traffic traffic) {
        return of(node, traffic, Duration.ZERO);
    }

    /// The figures of one node so long after the beginning.
    Map<NodeMetric, Double> of(String node, Traffic traffic, Duration after) {
        var model = new LoadModel(costs, BEGIN, new Noise(7));
        return Objects.requireNonNull(model.figures(shape, traffic, BEGIN.plus(after)).get(node));
    }

    double figure(NodeMetric metric, String node, Traffic traffic) {
        return Objects.requireNonNull(of(node, traffic).get(metric));
    }

    double perSecond(NodeMetric metric, String node, Traffic traffic) {
        return figure(metric, node, traffic) / SECONDS;
    }
}
