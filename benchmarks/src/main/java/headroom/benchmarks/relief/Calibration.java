package headroom.benchmarks.relief;

import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.load.Costs;
import headroom.simulated.elasticache.load.Course;
import headroom.simulated.elasticache.load.Course.Spike;
import headroom.simulated.elasticache.load.Data;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.LoadModel;
import headroom.simulated.elasticache.load.NodeKind;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.elasticache.load.Noise;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// How much of a load there has to be for what is short to come to its peak: asked of the model of
/// the load, and of nothing that judges it.
record Calibration(GroupSetup group, Costs costs) {
    private static final Duration FOR_EVER = Duration.ofDays(30);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final double PERCENT = 100;

    /// Percent of the one thread that is used without any command.
    private static final double IDLE = 0.2;

    /// Percent of its network that a node may use where something else is short.
    private static final double MUCH_NETWORK = 50;

    /// @param onset when it begins, if it begins at once
    Traffic of(Load load, boolean sudden, Duration onset, Chance chance) {
        double room = room() / load.largest().orElse(1.0 / load.shards());
        Traffic calm = Traffic.of().with(Data.of(chance.within(0.2, 0.6) * room));
        return switch (load.limit()) {
            case PROCESSOR ->
                    busy(calm, load, load.peak(), chance)
                            .with(sudden ? jump(onset, chance) : climb(chance));
            case PROCESSOR_FOR_A_WHILE -> {
                double usual = chance.within(15, 40);
                yield busy(calm, load, usual, chance)
                        .with(
                                Course.STEADY.with(
                                        new Spike(
                                                onset,
                                                Duration.ofMinutes(chance.between(1, 9)),
                                                load.peak() / usual)));
            }
            case MEMORY ->
                    idle(calm, load, chance)
                            .with(
                                    Data.of(load.peak() / PERCENT * room - 0.1 * room)
                                            .growing(chance.within(0.03, 0.1) * room));
            case MEMORY_OF_ONE -> idle(calm, load, chance).with(bigKeys(load, chance));
            case NETWORK -> wide(idle(calm, load, chance), load.peak());
            case CONNECTIONS -> crowded(idle(calm, load, chance), (int) load.peak());
        };
    }

    private Traffic idle(Traffic calm, Load load, Chance chance) {
        return busy(calm, load, chance.within(10, 33), chance);
    }

    /// With so much of the hottest processor.
    private Traffic busy(Traffic calm, Load load, double percent, Chance chance) {
        Traffic small = new Traffic(load.flows(), calm.course(), calm.data());
        Traffic whole =
                small.times((percent - IDLE) / (highest(small, NodeMetric.ENGINE_CPU) - IDLE));
        double bytes = Math.exp(chance.within(Math.log(64), Math.log(2_048)));
        Traffic sized = withValuesOf(whole, bytes);
        while (network(sized) > MUCH_NETWORK) {
            bytes /= 2;
            sized = withValuesOf(whole, bytes);
        }
        return sized;
    }

    /// With values so large that the network comes to its peak.
    private Traffic wide(Traffic traffic, double peak) {
        double less = 1;
        double more = 10_000_000;
        while (more / less > 1.001) {
            double half = Math.sqrt(less * more);
            if (network(withValuesOf(traffic, half)) < peak) {
                less = half;
            } else {
                more = half;
            }
        }
        return withValuesOf(traffic, more);
    }

    private static Traffic withValuesOf(Traffic traffic, double bytes) {
        return new Traffic(
                traffic.flows().stream().map(each -> each.withValuesOf(bytes)).toList(),
                traffic.course(),
                traffic.data());
    }

    private static Traffic crowded(Traffic traffic, int connections) {
        Flow flow = traffic.flows().getFirst();
        return traffic.by(flow.clients().withPool(connections));
    }

    /// A few keys of one shard that fill it, while all of it grows a little.
    private Data bigKeys(Load load, Chance chance) {
        double even = chance.within(0.2, 0.45);
        double beside = load.peak() / PERCENT - 0.04 - even;
        int keys = chance.between(1, 3);
        SlotSet slots = group.shards().getFirst().slots();
        Data data = Data.of(even * room() * group.shards().size());
        List<Integer> some = slots.stream().boxed().toList();
        for (int key = 0; key < keys; key++) {
            data =
                    data.withHuge(
                            some.get(chance.between(0, some.size() - 1)), beside * room() / keys);
        }
        return data.growing(0.04 * room() * group.shards().size());
    }

    /// From a part of it to all of it, from one minute to the next.
    private static Course jump(Duration onset, Chance chance) {
        return Course.STEADY.with(until(onset, chance.within(0.3, 0.6)));
    }

    /// From a part of it to all of it within hours.
    private static Course climb(Chance chance) {
        double part = chance.within(0.5, 0.7);
        int steps = chance.between(24, 72);
        double each = Math.pow(part, 1.0 / steps);
        Course course = Course.STEADY;
        for (int step = 1; step <= steps; step++) {
            course = course.with(until(EVERY.multipliedBy(step), each));
        }
        return course;
    }

    /// So much of it up to a moment.
    private static Spike until(Duration moment, double part) {
        return new Spike(FOR_EVER.negated(), FOR_EVER.plus(moment), part);
    }

    private double network(Traffic traffic) {
        return Math.max(
                highest(traffic, NodeMetric.BASELINE_IN),
                highest(traffic, NodeMetric.BASELINE_OUT));
    }

    private double highest(Traffic traffic, NodeMetric metric) {
        return new LoadModel(costs, World.START, new Noise(0))
                .figures(shape(), traffic, World.START).values().stream()
                        .mapToDouble(each -> each.getOrDefault(metric, 0.0))
                        .max()
                        .orElseThrow();
    }

    private double room() {
        return NodeKind.of(group.nodeType()).room();
    }

    private Shape shape() {
        return new Shape(group.shards().stream().map(this::shard).toList());
    }

    private Shape.Shard shard(GroupSetup.ShardSetup shard) {
        return new Shape.Shard(
                shard.id(),
                shard.slots(),
                IntStream.range(0, shard.nodes().size())
                        .mapToObj(
                                each ->
                                        new Shape.Node(
                                                shard.nodes().get(each),
                                                NodeKind.of(group.nodeType()),
                                                each == 0,
                                                each == 0,
                                                Shape.Sync.IN_STEP,
                                                false))
                        .toList());
    }
}
