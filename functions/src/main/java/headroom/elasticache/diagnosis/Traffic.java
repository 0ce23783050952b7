package headroom.elasticache.diagnosis;

import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.ShardFigures;

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

    /// What each node has to tell, for anything to be said of its shard.
    private static final List<Metric> NEEDED =
            List.of(
                    Metric.MEMORY,
                    Metric.COMMANDS,
                    Metric.READS,
                    Metric.WRITES,
                    Metric.CONNECTIONS,
                    Metric.NEW_CONNECTIONS);

    /// Of reads and writes together, commands may be fewer by what minutes without a figure
    /// distort, and no more.
    private static final double DISTORTED = 1.5;

    /// Empty if something of it is unknown, or contradicts itself.
    static Optional<Traffic> of(ShardFigures shard) {
        if (shard.primary().isEmpty() || !nodes(shard).allMatch(Traffic::isKnown)) {
            return Optional.empty();
        }
        NodeFigures primary = shard.primary().get();
        var traffic =
                new Traffic(
                        shard,
                        rate(primary, Metric.COMMANDS),
                        rate(primary, Metric.READS),
                        rate(primary, Metric.WRITES),
                        shard.replicas().stream()
                                .mapToDouble(each -> rate(each, Metric.READS))
                                .sum(),
                        load(primary),
                        shard.replicas().stream().mapToDouble(Traffic::load).average().orElse(0),
                        primary.mean(Metric.MEMORY).orElseThrow(),
                        shard.shard().slots().map(each -> each.count()));
        return Optional.of(traffic).filter(Traffic::agrees);
    }

    static Stream<NodeFigures> nodes(ShardFigures shard) {
        return Stream.concat(shard.primary().stream(), shard.replicas().stream());
    }

    private static boolean isKnown(NodeFigures node) {
        return node.load().isKnown() && NEEDED.stream().allMatch(each -> node.of(each).isKnown());
    }

    /// What reads and writes is a command.
    private boolean agrees() {
        return reads + writes <= DISTORTED * commands + 1;
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

    /// Of all that clients ask of the shard.
    public boolean isReadHeavy() {
        double all = reads + replicaReads + writes;
        return commands + replicaReads >= Limits.LEAST_COMMANDS
                && reads + replicaReads >= Limits.READ_HEAVY * all;
    }

    /// Of its reads, what the replicas serve.
    public double replicaShare() {
        double all = reads + replicaReads;
        return all == 0 ? 0 : replicaReads / all;
    }

    /// How busy its busier role is.
    public double busiest() {
        return replicaShare() >= Limits.REPLICAS_IN_USE ? Math.max(load, replicaLoad) : load;
    }
}
