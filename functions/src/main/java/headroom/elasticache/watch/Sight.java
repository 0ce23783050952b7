package headroom.elasticache.watch;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.ShardFigures;
import headroom.elasticache.group.Group;
import headroom.text.Listing;
import headroom.watch.WatchDecision.Need;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a round of the watch sees of a group.
///
/// @param need whether a run is needed
/// @param silent the nodes that have no figure: whether one of them is over its limit, nobody knows
record Sight(Need need, List<String> silent) {
    Sight {
        silent = List.copyOf(silent);
    }

    /// What is looked at in each round: processors and memory, as the alarms do.
    private static final List<Metric> METRICS =
            List.of(Metric.ENGINE_CPU, Metric.CPU, Metric.MEMORY);

    /// What has to be asked of its nodes: of those with few processors also whether a backup is
    /// written, which is no load.
    static List<Metric> metrics(Group group) {
        boolean fewProcessors =
                group.members().stream()
                        .anyMatch(each -> new NodeFigures(each, Map.of()).hasFewProcessors());
        return fewProcessors
                ? Stream.concat(METRICS.stream(), Stream.of(Metric.SAVING)).toList()
                : METRICS;
    }

    static Sight of(GroupFigures figures, Policy policy) {
        List<NodeFigures> nodes = figures.shards().stream().flatMap(Sight::nodes).toList();
        List<String> over = nodes.stream().flatMap(each -> over(each, policy).stream()).toList();
        boolean isCritical = Diagnosis.of(figures, policy).critical();
        List<String> needs = new ArrayList<>(over);
        if (isCritical) {
            // Perhaps for ten minutes of the quarter of an hour, and not in its mean.
            needs.addFirst("the group is critical");
        }
        List<String> silent =
                nodes.stream().filter(Sight::isSilent).map(each -> each.member().id()).toList();
        boolean isBlind = silent.size() == nodes.size();
        return new Sight(
                new Need(
                        !needs.isEmpty(),
                        isCritical,
                        needs.isEmpty()
                                ? isBlind ? "No figures are known." : "No node is over its limit."
                                : Listing.of(needs)),
                silent);
    }

    /// Those whose roles are not known as well.
    private static Stream<NodeFigures> nodes(ShardFigures shard) {
        return Stream.concat(shard.primary().stream(), shard.replicas().stream());
    }

    private static boolean isSilent(NodeFigures node) {
        return METRICS.stream().allMatch(each -> node.of(each).byMinute().isEmpty());
    }

    private static List<String> over(NodeFigures node, Policy policy) {
        List<String> over = new ArrayList<>();
        reached(node.load().mean(), policy.cpuPercent())
                .ifPresent(
                        each ->
                                over.add(
                                        "%s uses %.0f %% of its processor%s"
                                                .formatted(
                                                        node.member().id(),
                                                        each,
                                                        node.asDrawnInWords())));
        reached(node.mean(Metric.MEMORY), policy.memoryPercent())
                .ifPresent(
                        each -> over.add("%s is %.0f %% full".formatted(node.member().id(), each)));
        return over;
    }

    private static Optional<Double> reached(Optional<Double> figure, int percent) {
        return figure.filter(each -> each >= percent);
    }
}
