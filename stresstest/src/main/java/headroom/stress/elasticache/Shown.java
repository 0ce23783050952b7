package headroom.stress.elasticache;

import headroom.simulated.elasticache.load.SlotSet;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.DataTieringStatus;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;

import java.util.List;

/// The group and its members, as the API shows them.
record Shown(LocalGroup group) {
    private static final String ARN =
            "arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:";
    private static final String ONLY_NODE = "0001";
    private static final String BETWEEN_RANGES = ",";

    /// @param percent how much of a resharding is done; null where none is under way
    ReplicationGroup describe(@Nullable Double percent) {
        List<LocalShard> shards = group.shards();
        boolean failsOver = shards.stream().allMatch(each -> each.replicas() > 0);
        return ReplicationGroup.builder()
                .replicationGroupId(group.id())
                .arn(ARN + group.id())
                .status(group.status())
                .engine(engine().engine())
                .clusterEnabled(true)
                .clusterMode("enabled")
                .cacheNodeType(group.nodeType())
                .automaticFailover(
                        failsOver
                                ? AutomaticFailoverStatus.ENABLED
                                : AutomaticFailoverStatus.DISABLED)
                .multiAZ(failsOver ? MultiAZStatus.ENABLED : MultiAZStatus.DISABLED)
                .dataTiering(DataTieringStatus.DISABLED)
                .pendingModifiedValues(pending(percent))
                .memberClusters(group.nodes().stream().map(LocalNode::id).toList())
                .nodeGroups(shards.stream().map(Shown::shard).toList())
                .build();
    }

    private static ReplicationGroupPendingModifiedValues pending(@Nullable Double percent) {
        var values = ReplicationGroupPendingModifiedValues.builder();
        if (percent != null) {
            values.resharding(
                    status -> status.slotMigration(each -> each.progressPercentage(percent)));
        }
        return values.build();
    }

    private static NodeGroup shard(LocalShard shard) {
        return NodeGroup.builder()
                .nodeGroupId(shard.id())
                .status(shard.status())
                .slots(slots(shard))
                .nodeGroupMembers(
                        shard.nodes().stream()
                                .map(
                                        each ->
                                                NodeGroupMember.builder()
                                                        .cacheClusterId(each.id())
                                                        .cacheNodeId(ONLY_NODE)
                                                        .build())
                                .toList())
                .build();
    }

    /// Null while the shard has none, or nobody answers for it.
    private static @Nullable String slots(LocalShard shard) {
        return shard.findPrimary()
                .map(primary -> primary.server().myself().slots())
                .filter(slots -> !slots.isEmpty())
                .map(
                        slots ->
                                slots.stream()
                                        .mapToObj(SlotSet::of)
                                        .reduce(SlotSet.NONE, SlotSet::with)
                                        .text(BETWEEN_RANGES))
                .orElse(null);
    }

    List<CacheCluster> members() {
        Engine engine = engine();
        return group.nodes().stream().map(each -> member(each, engine)).toList();
    }

    private CacheCluster member(LocalNode node, Engine engine) {
        return CacheCluster.builder()
                .cacheClusterId(node.id())
                .replicationGroupId(group.id())
                .cacheClusterStatus(node.status())
                .cacheNodeType(node.type())
                .engine(engine.engine())
                .engineVersion(engine.version())
                .numCacheNodes(1)
                .cacheNodes(
                        CacheNode.builder()
                                .cacheNodeId(ONLY_NODE)
                                .cacheNodeStatus(node.status())
                                .build())
                .build();
    }

    /// Whichever program runs.
    private record Engine(String engine, String version) {}

    private Engine engine() {
        String[] program = group.servers().findFirst().orElseThrow().info().program().split(" ", 2);
        return new Engine(program[0], program[1]);
    }
}
