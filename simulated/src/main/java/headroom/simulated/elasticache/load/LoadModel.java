package headroom.simulated.elasticache.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the nodes of a group measure.
///
/// @param begin from when on traffic and data grow
public record LoadModel(Costs costs, Instant begin, Noise noise) {
    /// By how much the traffic of a shard differs from minute to minute.
    private static final double WAVES = 0.02;

    /// What the one thread can do without any waiting.
    private static final double WHOLE = 0.995;

    /// A replica that does more than this falls behind.
    private static final double LATE = 0.95;

    /// All figures of one minute, by the nodes' identifiers.
    public Map<String, Map<NodeMetric, Double>> figures(
            Shape shape, Traffic traffic, Instant minute) {
        Map<String, Map<NodeMetric, Double>> figures = new TreeMap<>();
        shape.shards().forEach(each -> add(each, traffic, minute, figures));
        return figures;
    }

    /// What clients do at a moment that no step cures, where that is beyond doubt.
    public Set<Misuse> misuses(Shape shape, Traffic traffic, Instant moment) {
        return new Misuses(costs, shape, traffic, Duration.between(begin, moment)).found();
    }

    private void add(
            Shape.Shard shard,
            Traffic traffic,
            Instant minute,
            Map<String, Map<NodeMetric, Double>> figures) {
        Duration since = Duration.between(begin, minute);
        double times = traffic.course().times(since) * noise.around(WAVES, shard.id(), minute);
        Map<String, Work> asked = ShardWork.of(shard, traffic.flows(), times);
        double written =
                shard.primary()
                        .map(each -> served(asked.getOrDefault(each.id(), Work.NONE)))
                        .orElse(1.0);
        for (Shape.Node node : shard.nodes()) {
            Work work = asked.getOrDefault(node.id(), Work.NONE);
            if (!node.primary()) {
                work = follow(work, written);
            }
            var measured =
                    new Measured(
                            costs,
                            node,
                            work.times(served(work)),
                            work.thread(costs),
                            traffic.data().in(shard.slots(), since));
            Map<NodeMetric, Double> own = measured.figures(noise, minute);
            own.put(NodeMetric.EVICTIONS, evictions(measured, shard, traffic.data()));
            lag(node, work.thread(costs), minute).ifPresent(each -> own.put(NodeMetric.LAG, each));
            figures.put(node.id(), own);
        }
    }

    /// How much of what it is asked a node can do.
    private double served(Work work) {
        return Math.min(1, WHOLE / Math.max(WHOLE, work.thread(costs)));
    }

    /// A replica gets what its primary could write.
    private static Work follow(Work work, double written) {
        Work rest =
                new Work(
                        work.reads(),
                        0,
                        0,
                        work.redirected(),
                        work.opened(),
                        work.kept(),
                        work.in(),
                        work.out(),
                        0);
        return rest.and(
                new Work(0, 0, work.applied() * written, 0, 0, 0, 0, 0, work.stream() * written));
    }

    /// A full primary makes room for each new key.
    private static double evictions(Measured measured, Shape.Shard shard, Data data) {
        return measured.isFull() ? data.newKeysAMinute(shard.slots()) : 0;
    }

    private Optional<Double> lag(Shape.Node node, double thread, Instant minute) {
        if (node.primary() || node.claims()) {
            return Optional.empty();
        }
        double small = 0.01 + 0.05 * noise.at(node.id() + "lag", minute);
        return switch (node.sync()) {
            case IN_STEP -> Optional.of(thread > LATE ? 20 * thread : small);
            case CATCHING_UP -> Optional.of(45 + small);
            case SILENT -> Optional.empty();
        };
    }
}
