package headroom.elasticache.effect;

import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.ShardFigures;
import headroom.elasticache.group.Role;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a group measures, a line for each shard and role.
public final class Readings {
    private static final double TENTH = 10;

    private Readings() {}

    /// Of a shard whose primary is not certain there is nothing.
    public static List<Reading> of(GroupFigures figures) {
        return figures.shards().stream().flatMap(Readings::of).toList();
    }

    private static Stream<Reading> of(ShardFigures shard) {
        return shard.primary().stream()
                .flatMap(
                        primary ->
                                Stream.of(
                                                reading(shard, Role.PRIMARY, List.of(primary)),
                                                reading(shard, Role.REPLICA, shard.replicas()))
                                        .filter(each -> each.nodes() > 0));
    }

    private static Reading reading(ShardFigures shard, Role role, List<NodeFigures> nodes) {
        return new Reading(
                shard.shard().id(),
                role,
                nodes.size(),
                mean(nodes, each -> each.load().mean()),
                mean(nodes, each -> each.mean(Metric.MEMORY)),
                mean(nodes, each -> each.perSecond(Metric.READS)),
                mean(nodes, each -> each.perSecond(Metric.WRITES)),
                mean(nodes, each -> each.mean(Metric.CONNECTIONS)),
                mean(nodes, each -> each.perSecond(Metric.NEW_CONNECTIONS)));
    }

    /// Empty if it is unknown of one of them: a mean of the others would be another figure.
    private static Optional<Double> mean(
            List<NodeFigures> nodes, Function<NodeFigures, Optional<Double>> figure) {
        List<Double> known = nodes.stream().map(figure).flatMap(Optional::stream).toList();
        if (known.size() < nodes.size()) {
            return Optional.empty();
        }
        double mean = known.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return Optional.of(Math.round(mean * TENTH) / TENTH);
    }
}
