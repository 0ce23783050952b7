package headroom.elasticache.diagnosis;

import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.ShardFigures;
import headroom.elasticache.group.Slots;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one shard's clients ask of it, by the second, and what that costs its nodes. All of it is
/// known.
///
/// @param commands of the primary
/// @param reads of the primary
/// @param replicaReads of all replicas together
/// @param load percent of the primary's processor
/// @param replicaLoad percent, the mean of the replicas; 0 where there are none
/// @param memory percent of the primary's
/// @param slots empty where the layout is not known
public record Traffic(
        ShardFigures figures,
        double commands,
        double reads,
        double writes,
        double replicaReads,
        double load,
        double replicaLoad,
        double memory,
        Optional<Integer> slots) {

    /// Only of a shard that nothing of [Doubts] is said of.
    static Traffic of(ShardFigures shard) {
        NodeFigures primary = shard.primary().orElseThrow();
        return new Traffic(
                shard,
                rate(primary, Metric.COMMANDS),
                rate(primary, Metric.READS),
                rate(primary, Metric.WRITES),
                shard.replicas().stream().mapToDouble(each -> rate(each, Metric.READS)).sum(),
                load(primary),
                shard.replicas().stream().mapToDouble(Traffic::load).average().orElse(0),
                primary.mean(Metric.MEMORY).orElseThrow(),
                shard.shard().slots().map(Slots::count));
    }

    static Stream<NodeFigures> nodes(ShardFigures shard) {
        return Stream.concat(shard.primary().stream(), shard.replicas().stream());
    }

    static double rate(NodeFigures node, Metric metric) {
        return node.perSecond(metric).orElse(0.0);
    }

    private static double load(NodeFigures node) {
        return node.load().mean().orElse(0.0);
    }

    public String shard() {
        return figures.shard().id();
    }

    NodeFigures primary() {
        return figures.primary().orElseThrow();
    }

    /// Whether clients read from replicas anywhere in the group: a shard that has none yet shares
    /// its reads once it has one.
    public static boolean useReplicas(List<Traffic> shards) {
        double replicas = shards.stream().mapToDouble(Traffic::replicaReads).sum();
        double primaries = shards.stream().mapToDouble(Traffic::reads).sum();
        return replicas > 0 && replicas >= Limits.REPLICAS_IN_USE * (replicas + primaries);
    }

    /// Whether enough is asked of it for a share of that to say anything.
    boolean isUsed() {
        return commands + replicaReads >= Limits.LEAST_COMMANDS;
    }

    /// Of all that clients ask of the shard.
    public boolean isReadHeavy() {
        double all = reads + replicaReads + writes;
        return isUsed() && all > 0 && reads + replicaReads >= Limits.READ_HEAVY * all;
    }

    /// Of its reads, what the replicas serve; 0 where too little is asked of it to say so.
    public double replicaShare() {
        return isUsed() && replicaReads > 0 ? replicaReads / (reads + replicaReads) : 0;
    }

    boolean replicasServeNothing() {
        return reads >= Limits.LEAST_COMMANDS && replicaReads < Limits.REDIRECTED * reads;
    }

    /// Those to which somebody is connected besides AWS's own monitoring.
    List<NodeFigures> replicasWithClients() {
        return figures.replicas().stream()
                .filter(
                        each ->
                                each.mean(Metric.CONNECTIONS)
                                        .filter(number -> number >= Limits.OWN_CONNECTIONS)
                                        .isPresent())
                .toList();
    }

    /// Whether it holds clearly more slots than an equal share of them; not where that is unknown.
    public boolean hasMoreThanItsShare(int shards) {
        return slots.filter(each -> each > Limits.UNEVEN_SLOTS * Slots.ALL / shards).isPresent();
    }

    /// Whether one of its nodes was so busy in each minute.
    boolean isBusyThroughout(int percent) {
        return nodes(figures)
                .map(NodeFigures::load)
                .anyMatch(each -> each.minutes(load -> load >= percent) == each.byMinute().size());
    }

    /// How busy its busier role is.
    public double busiest() {
        return replicaShare() >= Limits.REPLICAS_IN_USE ? Math.max(load, replicaLoad) : load;
    }

    /// The node that says it: of replicas, which count together, the busiest.
    NodeFigures busiestNode() {
        return busiest() > load
                ? figures.replicas().stream()
                        .max(Comparator.comparingDouble(Traffic::load))
                        .orElseThrow()
                : primary();
    }

    /// Whether a graph of its primary's processors is so high, and which, for people: ElastiCache's
    /// advice is about the graphs as they are.
    public Optional<String> overByItsGraphs(double percent) {
        return Stream.of(Metric.ENGINE_CPU, Metric.CPU)
                .filter(each -> primary().asDrawn(each).filter(it -> it >= percent).isPresent())
                .findFirst()
                .map(
                        each ->
                                "Shard %s has %s at %.0f %%"
                                        .formatted(
                                                shard(),
                                                each.inCloudWatch(),
                                                primary().asDrawn(each).orElseThrow()));
    }

    /// Which graph shows how busy it is.
    public Metric drawn() {
        return busiestNode().drawn();
    }
}
