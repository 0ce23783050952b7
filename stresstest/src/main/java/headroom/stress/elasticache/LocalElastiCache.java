package headroom.stress.elasticache;

import headroom.simulated.elasticache.Refused;
import headroom.simulated.elasticache.load.NodeKind;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsResponse;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountResponse;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsRequest;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsResponse;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// ElastiCache with one group, whose nodes are servers on this machine.
public final class LocalElastiCache implements ElastiCacheClient {
    /// The calls that change the group's shape.
    public static final Set<String> CHANGES =
            Set.of(
                    "IncreaseReplicaCount",
                    "ModifyReplicationGroupShardConfiguration",
                    "ModifyReplicationGroup");

    public static final String BACKUP = "CreateSnapshot";

    private static final int MOST_REPLICAS = 5;

    private final LocalGroup group;
    private final Changes changes;
    private final LocalBackups backups;
    private final Shown shown;
    private final Journal journal;

    public LocalElastiCache(LocalGroup group, Changes changes, Journal journal) {
        this.group = group;
        this.changes = changes;
        this.journal = journal;
        backups = new LocalBackups(group);
        shown = new Shown(group);
    }

    @Override
    public DescribeReplicationGroupsResponse describeReplicationGroups(
            DescribeReplicationGroupsRequest request) {
        requireGroup(request.replicationGroupId());
        return DescribeReplicationGroupsResponse.builder()
                .replicationGroups(changes.look(() -> shown.describe(changes.percent())))
                .build();
    }

    @Override
    public DescribeCacheClustersResponse describeCacheClusters(
            DescribeCacheClustersRequest request) {
        return DescribeCacheClustersResponse.builder().cacheClusters(shown.members()).build();
    }

    @Override
    public ListAllowedNodeTypeModificationsResponse listAllowedNodeTypeModifications(
            ListAllowedNodeTypeModificationsRequest request) {
        return ListAllowedNodeTypeModificationsResponse.builder()
                .scaleUpModifications(allowedTypes())
                .build();
    }

    private List<String> allowedTypes() {
        return NodeKind.of(group.nodeType()).larger().map(NodeKind::name).toList();
    }

    @Override
    public IncreaseReplicaCountResponse increaseReplicaCount(IncreaseReplicaCountRequest request) {
        requireGroup(request.replicationGroupId());
        requireFree();
        Map<String, Integer> more = more(request);
        if (more.isEmpty()) {
            throw Refused.nothingToDo(
                    "Requested new replica count already matches current number of replicas");
        }
        ReplicationGroup accepted =
                begin(
                        "IncreaseReplicaCount",
                        more.entrySet().stream()
                                .map(each -> replicas(each.getKey(), each.getValue()))
                                .collect(Collectors.joining("; ")),
                        more.keySet(),
                        () -> changes.growth().addReplicas(more));
        return IncreaseReplicaCountResponse.builder().replicationGroup(accepted).build();
    }

    private String replicas(String shard, int more) {
        int now = group.shard(shard).replicas();
        return "shard %s, %d -> %d replicas".formatted(shard, now, now + more);
    }

    private Map<String, Integer> more(IncreaseReplicaCountRequest request) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        if (request.newReplicaCount() != null) {
            group.shards().forEach(each -> wanted.put(each.id(), request.newReplicaCount()));
        }
        for (ConfigureShard each : request.replicaConfiguration()) {
            wanted.put(each.nodeGroupId(), each.newReplicaCount());
        }
        Map<String, Integer> more = new LinkedHashMap<>();
        wanted.forEach(
                (shard, count) -> {
                    int now =
                            group.find(shard).orElseThrow(() -> Refused.noShard(shard)).replicas();
                    if (count > MOST_REPLICAS || count < now) {
                        throw Refused.value(
                                "Invalid replica count %d for node group %s"
                                        .formatted(count, shard));
                    }
                    if (count > now) {
                        more.put(shard, count - now);
                    }
                });
        return more;
    }

    @Override
    public ModifyReplicationGroupShardConfigurationResponse
            modifyReplicationGroupShardConfiguration(
                    ModifyReplicationGroupShardConfigurationRequest request) {
        requireGroup(request.replicationGroupId());
        requireFree();
        int now = group.shards().size();
        int target = request.nodeGroupCount();
        if (target < now) {
            throw Refused.value("NodeGroupsToRemove or NodeGroupsToRetain is needed");
        }
        if (target == now && Resharding.isEven(group)) {
            throw Refused.state(
                    "The slots of replication group %s are already uniformly distributed over its node groups"
                            .formatted(group.id()));
        }
        ReplicationGroup accepted =
                begin(
                        "ModifyReplicationGroupShardConfiguration",
                        "%d -> %d shards".formatted(now, target),
                        allShards(),
                        () -> changes.reshard(target - now));
        return ModifyReplicationGroupShardConfigurationResponse.builder()
                .replicationGroup(accepted)
                .build();
    }

    @Override
    public ModifyReplicationGroupResponse modifyReplicationGroup(
            ModifyReplicationGroupRequest request) {
        requireGroup(request.replicationGroupId());
        requireFree();
        String old = group.nodeType();
        String type = request.cacheNodeType();
        if (!Boolean.TRUE.equals(request.applyImmediately()) || !allowedTypes().contains(type)) {
            throw Refused.value(
                    "The node type %s is not among the allowed modifications".formatted(type));
        }
        ReplicationGroup accepted =
                begin(
                        "ModifyReplicationGroup",
                        "%s -> %s".formatted(old, type),
                        allShards(),
                        () -> changes.growth().replaceAll(type),
                        // It shows at once, and proves nothing.
                        () -> group.showType(type));
        return ModifyReplicationGroupResponse.builder().replicationGroup(accepted).build();
    }

    private Set<String> allShards() {
        return group.shards().stream().map(LocalShard::id).collect(Collectors.toSet());
    }

    private ReplicationGroup begin(
            String call, String detail, Set<String> touched, Runnable change) {
        return begin(call, detail, touched, change, () -> {});
    }

    /// The answer shows what was accepted; a look right after it does not.
    private ReplicationGroup begin(
            String call, String detail, Set<String> touched, Runnable change, Runnable atOnce) {
        ReplicationGroup before = shown.describe(null);
        journal.note(Kind.CALL, call, detail);
        group.become(LocalNode.MODIFYING);
        group.change(
                each -> touched.contains(each.id()), each -> each.becoming(LocalNode.MODIFYING));
        atOnce.run();
        changes.begin(call, before, change);
        return shown.describe(null);
    }

    @Override
    public CreateSnapshotResponse createSnapshot(CreateSnapshotRequest request) {
        requireGroup(request.replicationGroupId());
        backups.begin(requireFreeFor(request.snapshotName()));
        journal.note(Kind.CALL, BACKUP, request.snapshotName());
        group.become(LocalNode.SNAPSHOTTING);
        changes.begin(BACKUP, null, () -> backups.take(request.snapshotName()));
        return CreateSnapshotResponse.builder()
                .snapshot(backups.describe(request.snapshotName()))
                .build();
    }

    private String requireFreeFor(String snapshot) {
        if (backups.isKnown(snapshot)) {
            return snapshot;
        }
        requireFree();
        return snapshot;
    }

    @Override
    public DescribeSnapshotsResponse describeSnapshots(DescribeSnapshotsRequest request) {
        return DescribeSnapshotsResponse.builder().snapshots(backups.describe(request)).build();
    }

    @Override
    public DeleteSnapshotResponse deleteSnapshot(DeleteSnapshotRequest request) {
        backups.delete(request.snapshotName());
        journal.note(Kind.CALL, "DeleteSnapshot", request.snapshotName());
        return DeleteSnapshotResponse.builder().build();
    }

    @Override
    public DescribeUpdateActionsResponse describeUpdateActions(
            DescribeUpdateActionsRequest request) {
        return DescribeUpdateActionsResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        requireFree();
        return ListTagsForResourceResponse.builder().build();
    }

    /// One thing at a time; and a member that is not available is another error.
    private void requireFree() {
        if (!group.status().equals(LocalNode.AVAILABLE)) {
            throw Refused.state("Replication group must be in available state to modify");
        }
        group.nodes().stream()
                .filter(each -> !each.status().equals(LocalNode.AVAILABLE))
                .findFirst()
                .ifPresent(
                        each -> {
                            throw Refused.memberState(
                                    "Cache cluster %s is not in available state, but %s"
                                            .formatted(each.id(), each.status()));
                        });
    }

    private void requireGroup(@Nullable String asked) {
        if (!group.id().equalsIgnoreCase(asked)) {
            throw Refused.noGroup(String.valueOf(asked));
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Its servers are ended by those who opened them.
    }
}
