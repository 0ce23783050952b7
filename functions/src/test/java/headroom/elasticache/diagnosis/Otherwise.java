package headroom.elasticache.diagnosis;

import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Roles;
import headroom.elasticache.figures.Series;
import headroom.elasticache.figures.ShardFigures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Figures as they might have been.
final class Otherwise {
    private Otherwise() {}

    /// The same group, if its nodes were seen otherwise.
    static GroupFigures seen(GroupFigures figures, UnaryOperator<NodeFigures> nodes) {
        return new GroupFigures(
                figures.group(),
                figures.from(),
                figures.to(),
                figures.shards().stream()
                        .map(
                                each ->
                                        Roles.of(
                                                each.shard(),
                                                Traffic.nodes(each).map(nodes).toList()))
                        .toList());
    }

    /// The same, with shards and nodes in another order.
    static GroupFigures shuffled(GroupFigures figures, Random random) {
        List<ShardFigures> shards = new ArrayList<>();
        for (ShardFigures each : figures.shards()) {
            List<NodeFigures> replicas = new ArrayList<>(each.replicas());
            Collections.shuffle(replicas, random);
            shards.add(new ShardFigures(each.shard(), each.primary(), replicas));
        }
        Collections.shuffle(shards, random);
        return new GroupFigures(figures.group(), figures.from(), figures.to(), shards);
    }

    static NodeFigures with(NodeFigures node, Metric metric, Series series) {
        Map<Metric, Series> all = new EnumMap<>(Metric.class);
        all.putAll(node.series());
        all.put(metric, series);
        return new NodeFigures(node.member(), all);
    }
}
