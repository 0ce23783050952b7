package headroom.rehearsal.elasticache.simulation;

import headroom.rehearsal.simulation.Glance;
import headroom.simulated.elasticache.load.Misuse;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.elasticache.load.Shape;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What there is to see of the group and its clients.
record Sight(CacheSimulation simulation) {
    private static final int SECONDS = 60;

    Glance glance() {
        Shape shape = simulation.elastiCache().shape();
        Map<String, String> resource = new LinkedHashMap<>();
        int shards = shape.shards().size();
        resource.put("shards", shards == 1 ? "1 shard" : shards + " shards");
        resource.put(
                "nodes",
                shape.shards().stream()
                        .map(each -> String.valueOf(each.nodes().size()))
                        .collect(Collectors.joining(" + ", "", " nodes")));
        resource.put(
                "kind",
                "%s, cluster mode %s"
                        .formatted(
                                simulation.elastiCache().nodeType(),
                                simulation.elastiCache().mode().name().toLowerCase(Locale.ROOT)));
        return new Glance(
                resource,
                figures(),
                Map.of("clients", clients()),
                Optional.ofNullable(simulation.lease().get("changeSince"))
                        .filter(_ -> simulation.elastiCache().isChanging())
                        .map(
                                each ->
                                        new Glance.Stretch(
                                                "step", Instant.parse(each), Optional.empty())));
    }

    /// Of the last minute that is over.
    private Map<String, Double> figures() {
        Instant minute =
                simulation
                        .scheduler()
                        .now()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .minus(Duration.ofMinutes(1));
        var nodes = simulation.truth().series().truth(minute).values();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("busiest CPU, %", highest(NodeMetric.ENGINE_CPU, nodes));
        figures.put("fullest memory, %", highest(NodeMetric.MEMORY, nodes));
        figures.put(
                "commands/s",
                nodes.stream().mapToDouble(each -> of(NodeMetric.COMMANDS, each)).sum() / SECONDS);
        return figures;
    }

    private static double highest(NodeMetric metric, Collection<Map<NodeMetric, Double>> nodes) {
        return nodes.stream().mapToDouble(each -> of(metric, each)).max().orElse(0);
    }

    private static double of(NodeMetric metric, Map<NodeMetric, Double> node) {
        return node.getOrDefault(metric, 0.0);
    }

    private Glance.Status clients() {
        Set<Misuse> misuses = simulation.truth().series().misuses(simulation.scheduler().now());
        return misuses.isEmpty()
                ? new Glance.Status("without a fault", Glance.Mood.WELL)
                : new Glance.Status(
                        misuses.stream()
                                .map(Misuse::inWords)
                                .sorted()
                                .collect(Collectors.joining("; ")),
                        Glance.Mood.ILL);
    }
}
