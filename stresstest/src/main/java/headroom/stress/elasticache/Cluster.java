package headroom.stress.elasticache;

import headroom.stress.servers.Patience;
import headroom.stress.servers.Seen;
import headroom.stress.servers.Server;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is done to servers so that they are one cluster. The order of its steps, and what each of
/// them waits for, is what the engine's documentation does not tell and goes wrong otherwise.
final class Cluster {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30));

    /// The engine takes over, or says OK and does nothing: then it is asked again.
    private static final Patience TURN = new Patience(Duration.ofMillis(1500));

    private static final int TURNS = 12;

    private Cluster() {}

    /// Makes the servers known to all others, and waits until each knows each.
    ///
    /// @param others of the cluster; the first of the new ones begins it if there are none
    static void join(List<Server> fresh, List<Server> others) {
        List<Server> all = Stream.concat(others.stream(), fresh.stream()).toList();
        Server first = all.getFirst();
        fresh.stream()
                .filter(each -> !each.equals(first))
                .forEach(
                        each ->
                                first.text(
                                        "CLUSTER", "MEET", "127.0.0.1", port(each), busPort(each)));
        agree(all);
    }

    private static String port(Server server) {
        return Integer.toString(server.port());
    }

    private static String busPort(Server server) {
        return server.list("CONFIG", "GET", "cluster-port").get(1);
    }

    /// Waits until all servers know each other, and none thinks another ill.
    static void agree(List<Server> all) {
        Set<String> ids = all.stream().map(Server::id).collect(Collectors.toSet());
        PATIENCE.require(
                "that all nodes know each other",
                () -> all.stream().allMatch(each -> knows(each, ids)));
    }

    private static boolean knows(Server server, Set<String> ids) {
        Set<String> well =
                server.nodes().stream()
                        .filter(Seen::isWell)
                        .map(Seen::id)
                        .collect(Collectors.toSet());
        return well.containsAll(ids);
    }

    /// Waits until each holds all slots to be served. Slots that are moved before are lost sight
    /// of.
    static void serve(List<Server> all) {
        PATIENCE.require(
                "that the cluster serves all slots",
                () ->
                        all.stream()
                                .allMatch(
                                        each ->
                                                each.text("CLUSTER", "INFO")
                                                        .contains("cluster_state:ok")));
    }

    /// Makes the servers replicas, waits until they have all data, and until all others list them:
    /// they do not vote for one that they do not know.
    ///
    /// @param primaries of each of the servers
    static void replicate(Map<Server, Server> primaries, List<Server> all) {
        PATIENCE.require(
                "that new nodes may follow their primaries",
                () ->
                        primaries.entrySet().stream()
                                .allMatch(each -> isPrimary(each.getValue(), each.getKey())));
        primaries.forEach((each, primary) -> each.text("CLUSTER", "REPLICATE", primary.id()));
        PATIENCE.require(
                "that new replicas are in step",
                () -> primaries.keySet().stream().allMatch(each -> each.info().isInSync()));
        PATIENCE.require(
                "that all nodes list new replicas",
                () -> all.stream().allMatch(by -> areListed(primaries, by)));
    }

    private static boolean areListed(Map<Server, Server> primaries, Server by) {
        return primaries.entrySet().stream()
                .allMatch(each -> isListed(each.getKey(), each.getValue(), by));
    }

    private static boolean isPrimary(Server server, Server by) {
        return by.nodes().stream()
                .anyMatch(each -> each.id().equals(server.id()) && each.isPrimary());
    }

    private static boolean isListed(Server replica, Server primary, Server by) {
        return by.nodes().stream()
                .anyMatch(
                        each ->
                                each.id().equals(replica.id())
                                        && each.primary().filter(primary.id()::equals).isPresent());
    }

    /// Lets a replica take over from its primary without a loss, and waits until all see it.
    static void failOver(Server replica, List<Server> all) {
        for (int turn = 0; turn < TURNS && !replica.isPrimary(); turn++) {
            replica.text("CLUSTER", "FAILOVER");
            TURN.until(
                    () ->
                            replica.isPrimary()
                                    ? Patience.Answer.of(true)
                                    : Patience.Answer.<Boolean>notYet());
        }
        PATIENCE.require(
                "that all nodes see the new primary",
                () -> all.stream().allMatch(each -> isServing(replica, each)));
    }

    private static boolean isServing(Server primary, Server by) {
        return by.nodes().stream()
                .filter(each -> each.id().equals(primary.id()))
                .anyMatch(each -> each.isPrimary() && !each.slots().isEmpty());
    }

    /// Strikes a node from the lists of all others.
    static void forget(String id, List<Server> others) {
        for (Server each : others) {
            if (each.nodes().stream().anyMatch(node -> node.id().equals(id))) {
                each.text("CLUSTER", "FORGET", id);
            }
        }
    }

    /// Which server of the list the slots are on, by the servers' own word.
    static Map<String, Seen> bySelf(List<Server> servers) {
        Map<String, Seen> seen = new HashMap<>();
        servers.forEach(each -> seen.put(each.id(), each.myself()));
        return seen;
    }

    /// Whether each slot is held by exactly one of these primaries, by their own word.
    static boolean isWhole(List<Server> primaries) {
        Set<Integer> held = new HashSet<>();
        int all = 0;
        for (Server each : primaries) {
            Seen myself = each.myself();
            all += myself.slots().cardinality();
            myself.slots().stream().forEach(held::add);
        }
        return all == Resharding.SLOTS && held.size() == Resharding.SLOTS;
    }
}
