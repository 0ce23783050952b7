package headroom.elasticache;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
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
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountResponse;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationResponse;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Answers every look with the shape that a test has set, and keeps the requests to act. Any other
/// call of the client fails.
public class ElastiCacheStub implements ElastiCacheClient {
    private static final int PAGE = 100;

    /// Requests that change something.
    public final List<ElastiCacheRequest> acts = new ArrayList<>();

    /// How often the nodes were asked for.
    public int pages;

    private final ReplicationGroup.Builder group =
            ReplicationGroup.builder()
                    .replicationGroupId("sessions")
                    .arn("arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:sessions")
                    .status("available")
                    .clusterMode("enabled")
                    .automaticFailover("enabled")
                    .multiAZ("enabled")
                    .cacheNodeType("cache.r7g.large")
                    .engine("valkey");
    private final Map<String, NodeGroup.Builder> shards = new LinkedHashMap<>();
    private final Map<String, CacheCluster.Builder> nodes = new LinkedHashMap<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private Consumer<ListTagsForResourceResponse.Builder> tags = _ -> {};
    private @Nullable SdkException refusal;
    private Runnable then = () -> {};
    private boolean gone;

    /// A group of two shards with a replica each, or of other numbers.
    public ElastiCacheStub() {
        shard("0001", "0-8191", 2);
        shard("0002", "8192-16383", 2);
    }

    public ElastiCacheStub group(Consumer<ReplicationGroup.Builder> change) {
        change.accept(group);
        return this;
    }

    public final ElastiCacheStub without(String shard) {
        shards.remove(shard);
        nodes.keySet().removeIf(each -> each.startsWith("sessions-" + shard));
        return this;
    }

    /// Sets a shard, and its nodes.
    public final ElastiCacheStub shard(String id, @Nullable String slots, int members) {
        without(id);
        List<NodeGroupMember> ofShard = new ArrayList<>();
        for (int i = 1; i <= members; i++) {
            String node = "sessions-%s-%03d".formatted(id, i);
            ofShard.add(NodeGroupMember.builder().cacheClusterId(node).cacheNodeId("0001").build());
            nodes.put(node, node(node));
        }
        shards.put(
                id,
                NodeGroup.builder()
                        .nodeGroupId(id)
                        .status("available")
                        .slots(slots)
                        .nodeGroupMembers(ofShard));
        return this;
    }

    private static CacheCluster.Builder node(String id) {
        return CacheCluster.builder()
                .cacheClusterId(id)
                .replicationGroupId("sessions")
                .cacheClusterStatus("available")
                .cacheNodeType("cache.r7g.large")
                .engine("valkey")
                .engineVersion("8.0.1")
                .preferredMaintenanceWindow("sun:23:00-mon:01:30")
                .cacheSubnetGroupName("private")
                .cacheNodes(
                        CacheNode.builder()
                                .cacheNodeId("0001")
                                .cacheNodeStatus("available")
                                .build());
    }

    public ElastiCacheStub node(String id, Consumer<CacheCluster.Builder> change) {
        change.accept(nodes.computeIfAbsent(id, ElastiCacheStub::node));
        return this;
    }

    public ElastiCacheStub nodes(Consumer<CacheCluster.Builder> change) {
        nodes.values().forEach(change);
        return this;
    }

    public ElastiCacheStub shard(String id, Consumer<NodeGroup.Builder> change) {
        change.accept(Objects.requireNonNull(shards.get(id)));
        return this;
    }

    public ElastiCacheStub tags(Consumer<ListTagsForResourceResponse.Builder> change) {
        tags = change;
        return this;
    }

    public ElastiCacheStub gone() {
        gone = true;
        return this;
    }

    public ElastiCacheStub snapshot(Consumer<Snapshot.Builder> change) {
        snapshots.add(
                Snapshot.builder()
                        .replicationGroupId("sessions")
                        .snapshotSource("manual")
                        .snapshotStatus("available")
                        .applyMutation(change)
                        .build());
        return this;
    }

    /// What every request to act is answered with.
    public ElastiCacheStub refuses(SdkException answer) {
        refusal = answer;
        return this;
    }

    public ElastiCacheStub refuses(ElastiCacheException.Builder answer, String message) {
        return refuses(
                (SdkException)
                        answer.statusCode(400)
                                .awsErrorDetails(
                                        AwsErrorDetails.builder()
                                                .errorCode("Fault")
                                                .errorMessage(message)
                                                .build())
                                .message(message)
                                .build());
    }

    /// What becomes of the group as soon as something is asked of it, refused or not.
    public ElastiCacheStub then(Runnable change) {
        then = change;
        return this;
    }

    private void act(ElastiCacheRequest request) {
        acts.add(request);
        then.run();
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public DescribeReplicationGroupsResponse describeReplicationGroups(
            DescribeReplicationGroupsRequest request) {
        if (gone || !"sessions".equals(request.replicationGroupId())) {
            throw ReplicationGroupNotFoundException.builder().message("Not found.").build();
        }
        return DescribeReplicationGroupsResponse.builder()
                .replicationGroups(
                        group.copy()
                                .memberClusters(
                                        nodes.keySet().stream()
                                                .filter(each -> each.startsWith("sessions-"))
                                                .toList())
                                .nodeGroups(
                                        shards.values().stream().map(each -> each.build()).toList())
                                .build())
                .build();
    }

    @Override
    public DescribeCacheClustersResponse describeCacheClusters(
            DescribeCacheClustersRequest request) {
        pages++;
        List<CacheCluster> all = nodes.values().stream().map(each -> each.build()).toList();
        int from = request.marker() == null ? 0 : Integer.parseInt(request.marker());
        int to = Math.min(all.size(), from + PAGE);
        return DescribeCacheClustersResponse.builder()
                .cacheClusters(all.subList(from, to))
                .marker(to < all.size() ? String.valueOf(to) : null)
                .build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder().applyMutation(tags).build();
    }

    @Override
    public DescribeSnapshotsResponse describeSnapshots(DescribeSnapshotsRequest request) {
        List<Snapshot> found =
                snapshots.stream()
                        .filter(each -> isAsked(request.snapshotName(), each.snapshotName()))
                        .filter(
                                each ->
                                        isAsked(
                                                request.replicationGroupId(),
                                                each.replicationGroupId()))
                        .filter(each -> isAsked(request.cacheClusterId(), each.cacheClusterId()))
                        .toList();
        if (found.isEmpty() && request.snapshotName() != null) {
            throw SnapshotNotFoundException.builder().message("Not found.").build();
        }
        return DescribeSnapshotsResponse.builder().snapshots(found).build();
    }

    private static boolean isAsked(@Nullable String asked, @Nullable String has) {
        return asked == null || asked.equals(has);
    }

    @Override
    public CreateSnapshotResponse createSnapshot(CreateSnapshotRequest request) {
        act(request);
        return CreateSnapshotResponse.builder().build();
    }

    @Override
    public DeleteSnapshotResponse deleteSnapshot(DeleteSnapshotRequest request) {
        act(request);
        return DeleteSnapshotResponse.builder().build();
    }

    @Override
    public IncreaseReplicaCountResponse increaseReplicaCount(IncreaseReplicaCountRequest request) {
        act(request);
        return IncreaseReplicaCountResponse.builder().build();
    }

    @Override
    public ModifyReplicationGroupShardConfigurationResponse
            modifyReplicationGroupShardConfiguration(
                    ModifyReplicationGroupShardConfigurationRequest request) {
        act(request);
        return ModifyReplicationGroupShardConfigurationResponse.builder().build();
    }

    @Override
    public ModifyReplicationGroupResponse modifyReplicationGroup(
            ModifyReplicationGroupRequest request) {
        act(request);
        return ModifyReplicationGroupResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
