package headroom.rehearsal.elasticache.simulation;

import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What became of the group since the scenario began.
///
/// @param before its shape at the beginning
/// @param nodeType at the beginning
record Changes(CacheSimulation simulation, Shape before, String nodeType) {
    static final Set<String> STEPS =
            Set.of(
                    "IncreaseReplicaCount",
                    "ModifyReplicationGroupShardConfiguration",
                    "ModifyReplicationGroup");

    Map<String, String> rows() {
        Shape now = simulation.elastiCache().shape();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("shards", before.shards().size() + " -> " + now.shards().size());
        rows.put("nodes", nodes(before) + " -> " + nodes(now));
        rows.put("nodes by shard", String.join(", ", byShard(now)));
        rows.put("node type", nodeType + " -> " + simulation.elastiCache().nodeType());
        rows.put("alarm to last step", relief());
        return rows;
    }

    /// How the scenario ended, for the group.
    String outcome() {
        int steps = simulation.journal().calls(STEPS).size();
        return switch (steps) {
            case 0 -> "no step was taken";
            case 1 -> "one step was taken";
            default -> "more than one step was taken";
        };
    }

    private static int nodes(Shape shape) {
        return shape.shards().stream().mapToInt(each -> each.nodes().size()).sum();
    }

    /// `0001: 2`, for each shard.
    static List<String> byShard(Shape shape) {
        return shape.shards().stream()
                .map(each -> "%s: %d".formatted(each.id(), each.nodes().size()))
                .toList();
    }

    private String relief() {
        Optional<Instant> from =
                simulation.journal().entries(Kind.ALARM).findFirst().map(Entry::at);
        Optional<Instant> to =
                simulation.journal().calls(STEPS).stream().map(Entry::at).max(Instant::compareTo);
        return from.isEmpty()
                ? "no alarm"
                : to.filter(each -> each.isAfter(from.get()))
                        .map(each -> new Span(Duration.between(from.get(), each)).toString())
                        .orElse("no step");
    }
}
