package headroom.stress.elasticache;

import headroom.simulated.elasticache.load.NodeKind;
import headroom.stress.servers.Server;
import headroom.stress.servers.Servers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Makes nodes of a type, which is a thousandth of what ElastiCache's has.
public record Nodes(Servers servers) {
    /// Of a node type's memory.
    public static final double SCALE = 0.001;

    /// What an empty node, its buffers and its clients take however small it is, in bytes.
    private static final long FIXED = 24_000_000;

    /// What data may use, in bytes.
    static long room(String type) {
        return (long) (NodeKind.of(type).room() * SCALE);
    }

    Server start(String type) {
        return servers.start(room(type) + FIXED);
    }

    void end(Server server) {
        servers.kill(server);
    }

    /// A group of shards with as many nodes each, and the slots spread evenly.
    public LocalGroup group(String id, String type, int shards, int nodesEach) {
        LocalGroup group = new LocalGroup(id, type);
        for (int made = 0; made < shards; made++) {
            addShard(group, type, nodesEach);
        }
        List<Server> all = group.servers().toList();
        for (int each = 0; each < all.size(); each++) {
            all.get(each).text("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(each + 1));
        }
        Cluster.join(all, List.of());
        forEachShare(group.shards(), Nodes::own);
        Cluster.replicate(replicas(group.shards()), all);
        Cluster.serve(all);
        group.settle();
        return group;
    }

    /// Each shard with its first slot and the last.
    private static void forEachShare(
            List<LocalShard> shards, BiConsumer<LocalShard, int[]> action) {
        int count = shards.size();
        for (int each = 0; each < count; each++) {
            int first = Resharding.SLOTS * each / count;
            int last = Resharding.SLOTS * (each + 1) / count - 1;
            action.accept(shards.get(each), new int[] {first, last});
        }
    }

    private static void own(LocalShard shard, int[] share) {
        shard.nodes()
                .getFirst()
                .server()
                .text(
                        "CLUSTER",
                        "ADDSLOTSRANGE",
                        Integer.toString(share[0]),
                        Integer.toString(share[1]));
    }

    /// All nodes of new shards but the first of each, which they are to follow.
    static Map<Server, Server> replicas(List<LocalShard> shards) {
        Map<Server, Server> replicas = new LinkedHashMap<>();
        for (LocalShard shard : shards) {
            Server first = shard.nodes().getFirst().server();
            shard.nodes().stream().skip(1).forEach(each -> replicas.put(each.server(), first));
        }
        return replicas;
    }

    /// A shard of servers that nobody knows yet.
    LocalShard addShard(LocalGroup group, String type, int nodes) {
        String id = group.nextShard();
        group.add(new LocalShard(id, LocalNode.CREATING, List.of()));
        for (int made = 0; made < nodes; made++) {
            group.add(id, new LocalNode(group.nextNode(id), type, LocalNode.CREATING, start(type)));
        }
        return group.shard(id);
    }
}
