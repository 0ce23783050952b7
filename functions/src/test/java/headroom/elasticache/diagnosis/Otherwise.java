package headroom.elasticache.diagnosis;

import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Roles;
import headroom.elasticache.figures.Series;
import headroom.elasticache.figures.ShardFigures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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

    static Series throughout(double value) {
        return in(IntStream.range(0, Seen.MINUTES).toArray(), value);
    }

    /// Nothing in all minutes but these.
    static Series in(int[] minutes, double value) {
        var series = new TreeMap<Instant, Double>();
        for (int i = 0; i < Seen.MINUTES; i++) {
            series.put(Seen.FROM.plusSeconds(60L * i), 0.0);
        }
        for (int each : minutes) {
            series.put(Seen.FROM.plusSeconds(60L * each), value);
        }
        return new Series(series);
    }
}
