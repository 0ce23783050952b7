package headroom.elasticache.diagnosis;

import headroom.elasticache.diagnosis.Finding.Kind;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.text.Listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is wrong with the clients, and no node that is bought cures.
record ClientFaults(List<Traffic> shards) {
    private static final double SECONDS = 60;

    List<Finding> found() {
        List<Finding> found = new ArrayList<>();
        churn().ifPresent(found::add);
        redirect().ifPresent(found::add);
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
                                        "%s opens %.0f connections and carries out %.0f commands a second"
                                                .formatted(
                                                        each.member().id(),
                                                        Traffic.rate(each, Metric.NEW_CONNECTIONS),
                                                        Traffic.rate(each, Metric.COMMANDS)))
                        .toList();
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Kind.CONNECTION_CHURN,
                        ids(
                                each ->
                                        Traffic.nodes(each.figures())
                                                .anyMatch(ClientFaults::isChurned)),
                        "Clients open a connection for nearly each command: %s."
                                .formatted(Listing.of(nodes)),
                        "Have the clients keep their connections: one for each process, or a pool"
                                + " that is as large as the work at one time. NewConnections falls"
                                + " to nearly none then, and EngineCPUUtilization with it: opening"
                                + " one costs more than most commands."));
    }

    private static boolean isChurned(NodeFigures node) {
        var opened = node.of(Metric.NEW_CONNECTIONS).byMinute();
        var commands = node.of(Metric.COMMANDS).byMinute();
        return opened.keySet().stream()
                        .filter(commands::containsKey)
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
                        "those of %s hold clients' connections and serve %.0f reads a second, and its primary %.0f"
                                .formatted(each.shard(), each.replicaReads(), each.reads()),
                "Replicas are asked and answer with redirections: %s.",
                "Have the clients send READONLY once on each connection to a replica: Lettuce does"
                    + " with ReadFrom.REPLICA_PREFERRED, redis-py with read_from_replicas, ioredis"
                    + " with scaleReads. GetTypeCmds of the replicas rises then, and the primary's"
                    + " falls.");
    }

    private static boolean redirects(Traffic shard) {
        return shard.reads() >= Limits.LEAST_COMMANDS
                && !shard.figures().replicas().isEmpty()
                && shard.replicaReads() < Limits.REDIRECTED * shard.reads()
                && shard.figures().replicas().stream().anyMatch(ClientFaults::echoes);
    }

    /// Whether clients are connected to it, and hear no more than they say.
    private static boolean echoes(NodeFigures replica) {
        double in = Traffic.rate(replica, Metric.BYTES_IN);
        double out = Traffic.rate(replica, Metric.BYTES_OUT);
        return hasClients(replica)
                && in > 0
                && out >= Limits.LEAST_ECHO * in
                && out <= Limits.MOST_ECHO * in;
    }

    private static boolean hasClients(NodeFigures node) {
        return node.mean(Metric.CONNECTIONS)
                .filter(each -> each >= Limits.OWN_CONNECTIONS)
                .isPresent();
    }

    private Optional<Finding> unused() {
        return about(
                ClientFaults::leavesReplicasUnused,
                Kind.REPLICAS_UNUSED,
                each ->
                        "%s serves %.0f reads a second from its primary, which is at %.0f %%, and %.0f from its replicas"
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
                && shard.figures().replicas().stream().noneMatch(ClientFaults::hasClients)
                && shard.load() >= Limits.SUFFERS;
    }

    private Optional<Finding> underused() {
        return about(
                ClientFaults::sparesPrimary,
                Kind.PRIMARY_UNDERUSED,
                each ->
                        "%s has its replicas at %.0f %% and its primary at %.0f %%"
                                .formatted(each.shard(), each.replicaLoad(), each.load()),
                "Reads all go to replicas, which are busier than their primary: %s.",
                "Have the clients read from the primary as well (Lettuce: ReadFrom.ANY)."
                        + " EngineCPUUtilization of the replicas falls then.");
    }

    private static boolean sparesPrimary(Traffic shard) {
        return shard.reads() + shard.replicaReads() >= Limits.LEAST_COMMANDS
                && shard.replicaShare() > Limits.PRIMARY_SPARED
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
