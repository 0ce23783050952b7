package headroom.rehearsal.elasticache.simulation;

import headroom.simulated.elasticache.GroupSeries;
import headroom.simulated.elasticache.SimulatedElastiCache;
import headroom.simulated.elasticache.load.Misuse;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What clients and nodes truly do, whatever CloudWatch has of it, and whatever Headroom makes of
/// that.
public record Truth(GroupSeries series, SimulatedElastiCache elastiCache, Scheduler scheduler) {
    private static final int QUARTER = 15;

    /// What clients have done for so long until now that no step cures, beyond doubt.
    public Set<Misuse> misuses(Duration during) {
        Set<Misuse> all = EnumSet.allOf(Misuse.class);
        for (Duration ago = Duration.ZERO; ago.compareTo(during) <= 0; ago = ago.plusMinutes(5)) {
            all.retainAll(series.misuses(scheduler.now().minus(ago)));
        }
        return all;
    }

    /// The highest of any node, in each of the last minutes that are over.
    public List<Double> highest(NodeMetric metric, int minutes) {
        return minutes(minutes).map(each -> highest(metric, series.truth(each))).toList();
    }

    /// Whether any shard has clearly less than it would have, had the group still been as it was.
    public boolean isRelieved(NodeMetric metric, Shape asItWas) {
        return asItWas.shards().stream()
                .anyMatch(
                        before ->
                                elastiCache.shape().shards().stream()
                                        .filter(each -> each.id().equals(before.id()))
                                        .anyMatch(now -> isRelieved(metric, before, now)));
    }

    private boolean isRelieved(NodeMetric metric, Shape.Shard before, Shape.Shard now) {
        double notable = 0.97;
        return mean(metric, now) <= notable * mean(metric, before);
    }

    /// Of the busiest node.
    private double mean(NodeMetric metric, Shape.Shard shard) {
        Shape alone = new Shape(List.of(shard));
        return minutes(QUARTER)
                .mapToDouble(each -> highest(metric, series.truth(each, alone)))
                .average()
                .orElseThrow();
    }

    private static double highest(NodeMetric metric, Map<String, Map<NodeMetric, Double>> nodes) {
        return nodes.values().stream()
                .mapToDouble(each -> each.getOrDefault(metric, 0.0))
                .max()
                .orElse(0);
    }

    private Stream<Instant> minutes(int count) {
        Instant now = scheduler.now().truncatedTo(ChronoUnit.MINUTES);
        return IntStream.rangeClosed(1, count)
                .mapToObj(each -> now.minus(Duration.ofMinutes(each)));
    }
}
