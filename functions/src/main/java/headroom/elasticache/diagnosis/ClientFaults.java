package headroom.elasticache.diagnosis;

import headroom.elasticache.diagnosis.Finding.Kind;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.group.ClusterMode;
import headroom.text.Listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is wrong with the clients, and no node that is bought cures.
///
/// @param mode without cluster mode replicas serve all that they are asked, and redirect nobody
record ClientFaults(List<Traffic> shards, ClusterMode mode) {
    private static final double SECONDS = 60;

    List<Finding> found() {
        List<Finding> found = new ArrayList<>();
        churn().ifPresent(found::add);
        if (mode != ClusterMode.DISABLED) {
            redirect().ifPresent(found::add);
        }
        unused().ifPresent(found::add);
        underused().ifPresent(found::add);
        return found;
    }

    private Optional<Finding> churn() {
        List<String> nodes =
                shards.stream()
                        .flatMap(each -> Traffic.nodes(each.figures()))
                        .filter(ClientFaults::isChurned)
                        .map(
                                each ->
                                        "%s was connected to %.0f times a second, for %.0f commands"
                                                .formatted(
                                                        each.member().id(),
                                                        Traffic.rate(each, Metric.NEW_CONNECTIONS),
                                                        Traffic.rate(each, Metric.COMMANDS)))
                        .toList();
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                Kind.CONNECTION_CHURN,
                                ids(
                                        each ->
                                                Traffic.nodes(each.figures())
                                                        .anyMatch(ClientFaults::isChurned)),
                                "Clients do not keep their connections: %s."
                                        .formatted(Listing.of(nodes)),
                                "Have each client process keep one connection, or a pool as large"
                                        + " as what it does at one time. NewConnections falls to"
                                        + " nearly none then, and EngineCPUUtilization with it:"
                                        + " opening a connection costs more than most commands."));
    }

    static boolean isChurned(NodeFigures node) {
        var opened = node.of(Metric.NEW_CONNECTIONS).byMinute();
        var commands = node.of(Metric.COMMANDS).byMinute();
        return opened.keySet().stream()
                        .filter(minute -> isChurn(at(opened, minute), at(commands, minute)))
                        .count()
                >= Limits.CHURN_MINUTES;
    }

    private static double at(Map<Instant, Double> series, Instant minute) {
        return series.getOrDefault(minute, 0.0) / SECONDS;
    }

    private static boolean isChurn(double opened, double commands) {
        return opened >= Limits.CHURN_PER_SECOND
                && commands >= Limits.LEAST_COMMANDS
                && opened >= Limits.CHURN * commands;
    }

    private Optional<Finding> redirect() {
        return about(
                ClientFaults::redirects,
                Kind.REPLICAS_REDIRECT,
                each ->
                        "those of shard %s have %.0f connections and serve %.0f reads a second, and its primary serves %.0f"
                                .formatted(
                                        each.shard(),
                                        connections(each),
                                        each.replicaReads(),
                                        each.reads()),
                "Replicas are asked and answer with redirections: %s.",
                "Have the clients send READONLY once on each connection to a replica: Lettuce does"
                        + " with ReadFrom.REPLICA_PREFERRED, redis-py with read_from_replicas,"
                        + " ioredis with scaleReads. GetTypeCmds of the replicas rises then, and"
                        + " the primary's falls.");
    }

    private static boolean redirects(Traffic shard) {
        List<NodeFigures> asked = shard.replicasWithClients();
        double in = asked.stream().mapToDouble(each -> Traffic.rate(each, Metric.BYTES_IN)).sum();
        double out = asked.stream().mapToDouble(each -> Traffic.rate(each, Metric.BYTES_OUT)).sum();
        return shard.replicasServeNothing()
                && out >= asked.size() * Limits.MORE_THAN_MONITORING
                && out >= Limits.LEAST_REDIRECTION * shard.reads()
                && out <= Limits.MOST_ECHO * in;
    }

    private static double connections(Traffic shard) {
        return shard.replicasWithClients().stream()
                .mapToDouble(each -> each.mean(Metric.CONNECTIONS).orElse(0.0))
                .sum();
    }

    private Optional<Finding> unused() {
        return about(
                ClientFaults::leavesReplicasUnused,
                Kind.REPLICAS_UNUSED,
                each ->
                        "shard %s serves %.0f reads a second from its primary, which is at %.0f %%, and %.0f from its replicas"
                                .formatted(
                                        each.shard(),
                                        each.reads(),
                                        each.load(),
                                        each.replicaReads()),
                "Reads all go to the primary, and replicas idle: %s.",
                "Have the clients read from replicas where a value that is milliseconds old will"
                    + " do. EngineCPUUtilization of the primaries falls then, and GetTypeCmds of"
                    + " the replicas rises.");
    }

    private static boolean leavesReplicasUnused(Traffic shard) {
        return shard.isReadHeavy()
                && !shard.figures().replicas().isEmpty()
                && shard.replicaShare() < Limits.REPLICAS_IN_USE
                && shard.replicasWithClients().isEmpty()
                && shard.load() >= Limits.SUFFERS;
    }

    private Optional<Finding> underused() {
        return about(
                ClientFaults::sparesPrimary,
                Kind.PRIMARY_UNDERUSED,
                each ->
                        "shard %s has its replicas at %.0f %% of a processor, and its primary at %.0f %%"
                                .formatted(each.shard(), each.replicaLoad(), each.load()),
                "Reads all go to replicas, which are busier than their primary: %s.",
                "Have the clients read from the primary as well (Lettuce: ReadFrom.ANY)."
                        + " EngineCPUUtilization of the replicas falls then.");
    }

    private static boolean sparesPrimary(Traffic shard) {
        return shard.replicaShare() > Limits.PRIMARY_SPARED
                && shard.replicaLoad() >= Limits.SUFFERS
                && shard.replicaLoad() >= Limits.REPLICAS_BUSIER * shard.load();
    }

    private Optional<Finding> about(
            Predicate<Traffic> holds,
            Kind kind,
            Function<Traffic, String> each,
            String sentence,
            String remedy) {
        List<Traffic> found = shards.stream().filter(holds).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                kind,
                                ids(holds),
                                sentence.formatted(Listing.of(found.stream().map(each).toList())),
                                remedy));
    }

    private List<String> ids(Predicate<Traffic> holds) {
        return shards.stream().filter(holds).map(Traffic::shard).toList();
    }
}
