package headroom.stress.elasticache;

import headroom.stress.servers.Patience;
import headroom.stress.servers.Server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a group gets more nodes, or others.
record Growth(Nodes nodes, LocalGroup group) {
    /// For how long old nodes still serve when the others have forgotten them: clients find out.
    private static final Duration STANDS_BY = Duration.ofSeconds(3);

    /// @param more replicas, by shard
    void addReplicas(Map<String, Integer> more) {
        more.forEach(
                (shard, count) -> {
                    for (int made = 0; made < count; made++) {
                        addReplica(shard);
                    }
                });
    }

    private void addReplica(String shard) {
        List<Server> others = group.servers().toList();
        LocalNode node =
                new LocalNode(
                        group.nextNode(shard),
                        group.nodeType(),
                        LocalNode.CREATING,
                        nodes.start(group.nodeType()));
        group.add(shard, node);
        follow(node.server(), group.shard(shard).primary().server(), others);
    }

    private static void follow(Server server, Server primary, List<Server> others) {
        Cluster.join(List.of(server), others);
        Cluster.replicate(Map.of(server, primary), plus(others, server));
    }

    private static List<Server> plus(List<Server> servers, Server one) {
        return Stream.concat(servers.stream(), Stream.of(one)).toList();
    }

    /// New shards without slots, each with as many nodes as the smallest has.
    void addShards(int count) {
        int each =
                group.shards().stream().mapToInt(shard -> shard.nodes().size()).min().orElseThrow();
        List<Server> others = group.servers().toList();
        List<LocalShard> fresh = new ArrayList<>();
        for (int made = 0; made < count; made++) {
            fresh.add(nodes.addShard(group, group.nodeType(), each));
        }
        List<Server> servers =
                fresh.stream()
                        .flatMap(shard -> shard.nodes().stream())
                        .map(LocalNode::server)
                        .toList();
        Cluster.join(servers, others);
        List<Server> all = group.servers().toList();
        Cluster.replicate(Nodes.replicas(fresh), all);
        Cluster.serve(all);
    }

    /// New nodes in place of all, shard by shard: they follow, one of them takes over, the old ones
    /// go.
    void replaceAll(String type) {
        group.shards().forEach(each -> replace(each.id(), type));
    }

    private void replace(String shard, String type) {
        List<LocalNode> old = group.shard(shard).nodes();
        LocalNode primary = group.shard(shard).primary();
        List<LocalNode> fresh =
                old.stream()
                        .map(
                                each ->
                                        new LocalNode(
                                                each.id(),
                                                type,
                                                LocalNode.MODIFYING,
                                                nodes.start(type)))
                        .toList();
        List<Server> servers = fresh.stream().map(LocalNode::server).toList();
        List<Server> all = Stream.concat(group.servers(), servers.stream()).toList();
        Cluster.join(servers, group.servers().toList());
        Cluster.replicate(following(servers, primary.server()), all);
        Server next =
                fresh.stream()
                        .filter(each -> each.id().equals(primary.id()))
                        .findFirst()
                        .orElseThrow()
                        .server();
        Cluster.failOver(next, all);
        Cluster.replicate(
                following(servers.stream().filter(each -> !each.equals(next)).toList(), next), all);
        group.replace(shard, fresh);
        List<Server> others = group.servers().toList();
        old.forEach(each -> Cluster.forget(each.server().id(), others));
        new Patience(STANDS_BY).until(Patience.Answer::notYet);
        old.forEach(each -> nodes.end(each.server()));
    }

    private static Map<Server, Server> following(List<Server> servers, Server primary) {
        return servers.stream().collect(Collectors.toMap(each -> each, _ -> primary));
    }

    /// A new server in place of one that broke down.
    void mend(String shard, LocalNode broken) {
        List<Server> others =
                group.servers().filter(each -> !each.equals(broken.server())).toList();
        Server primary = group.shard(shard).primary().server();
        Cluster.forget(broken.server().id(), others);
        Server server = nodes.start(broken.type());
        follow(server, primary, others);
        group.replace(
                shard,
                List.of(new LocalNode(broken.id(), broken.type(), LocalNode.AVAILABLE, server)));
    }
}
