package headroom.elasticache.diagnosis;

import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Series;
import headroom.elasticache.figures.ShardFigures;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Why nothing can be said of a shard: a figure that is missing is unknown, and neither zero nor
/// low.
final class Doubts {
    /// What each node has to tell besides how busy it is.
    private static final List<Metric> NEEDED =
            List.of(
                    Metric.MEMORY,
                    Metric.COMMANDS,
                    Metric.READS,
                    Metric.WRITES,
                    Metric.CONNECTIONS,
                    Metric.NEW_CONNECTIONS);

    /// What reads and writes is a command. A script counts as one, and minutes without a figure
    /// distort: by more than this the figures contradict each other.
    private static final double DISTORTED = 1.5;

    private Doubts() {}

    /// In words; empty if all that is needed is known.
    static Optional<String> about(ShardFigures shard) {
        if (shard.primary().isEmpty()) {
            return Optional.of(
                    "which node of shard %s is its primary is not certain"
                            .formatted(shard.shard().id()));
        }
        int known = 1 + shard.replicas().size();
        int all = shard.shard().members().size();
        if (known != all) {
            return Optional.of(
                    "of shard %s there are figures of %d nodes, and it has %d"
                            .formatted(shard.shard().id(), known, all));
        }
        return first(Traffic.nodes(shard), Doubts::missing)
                .or(() -> contradicted(shard.primary().get(), shard.replicas()))
                .or(() -> ofRedirections(Traffic.of(shard)));
    }

    private static Optional<String> first(
            Stream<NodeFigures> nodes, Function<NodeFigures, Optional<String>> doubt) {
        return nodes.flatMap(each -> doubt.apply(each).stream()).findFirst();
    }

    private static Optional<String> missing(NodeFigures node) {
        Stream<Metric> load =
                node.load().isKnown()
                        ? Stream.empty()
                        : Stream.of(
                                node.of(Metric.ENGINE_CPU).isKnown()
                                        ? Metric.CPU
                                        : Metric.ENGINE_CPU);
        return Stream.concat(load, NEEDED.stream().filter(metric -> !node.of(metric).isKnown()))
                .findFirst()
                .map(metric -> tooFew(node, metric));
    }

    private static String tooFew(NodeFigures node, Metric metric) {
        return "%s has fewer than %d minutes of %s"
                .formatted(node.member().id(), Series.ENOUGH, metric.inCloudWatch());
    }

    private static Optional<String> contradicted(NodeFigures primary, List<NodeFigures> replicas) {
        return otherRole(primary, 0)
                .or(() -> first(replicas.stream(), each -> otherRole(each, 1)))
                .or(() -> uncounted(primary, Metric.READS, Metric.WRITES))
                .or(() -> first(replicas.stream(), each -> uncounted(each, Metric.READS)));
    }

    /// A node that was the primary for a part of the time has figures of both roles.
    private static Optional<String> otherRole(NodeFigures node, double saying) {
        return node.of(Metric.IS_MASTER).minutes(each -> each == saying) == 0
                ? Optional.empty()
                : Optional.of(
                        "%s was primary for some of the minutes, and replica for others"
                                .formatted(node.member().id()));
    }

    private static Optional<String> uncounted(NodeFigures node, Metric... parts) {
        double counted = Stream.of(parts).mapToDouble(each -> Traffic.rate(node, each)).sum();
        double commands = Traffic.rate(node, Metric.COMMANDS);
        return counted <= DISTORTED * commands + 1
                ? Optional.empty()
                : Optional.of(
                        "%s counts %.0f reads and writes a second, and %.0f commands"
                                .formatted(node.member().id(), counted, commands));
    }

    /// Where clients are connected to replicas that serve nothing, bytes alone tell why.
    private static Optional<String> ofRedirections(Traffic shard) {
        return shard.replicasServeNothing()
                ? first(
                        shard.replicasWithClients().stream(),
                        each ->
                                Stream.of(Metric.BYTES_IN, Metric.BYTES_OUT)
                                        .filter(metric -> !each.of(metric).isKnown())
                                        .findFirst()
                                        .map(metric -> tooFew(each, metric)))
                : Optional.empty();
    }
}
