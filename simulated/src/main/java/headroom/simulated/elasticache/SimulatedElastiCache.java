package headroom.simulated.elasticache;

import headroom.simulated.aws.Pages;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;
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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// ElastiCache with one group among other people's clusters, as far as Headroom uses it.
public final class SimulatedElastiCache implements ElastiCacheClient {
    private final SimulatedGroup group;
    private final GroupBackups backups;
    private final ScalingCalls scaling;
    private final GroupRecords records;
    private final ShownGroup shown;
    private final GroupLooks looks;

    /// @param moves whether a resharding can move the slot
    public SimulatedElastiCache(
            GroupSetup setup,
            CacheBehaviour behaviour,
            SimulatedSubnets subnets,
            IntPredicate moves,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        group = new SimulatedGroup(setup, scheduler, journal);
        backups = new GroupBackups(group, behaviour, faults, scheduler, journal);
        scaling =
                new ScalingCalls(
                        group,
                        behaviour,
                        new Addresses(subnets, setup.subnets()),
                        moves,
                        faults,
                        scheduler,
                        journal);
        shown = new ShownGroup(group, behaviour);
        records = new GroupRecords(group, behaviour);
        looks = new GroupLooks(shown, behaviour, scheduler);
    }

    public String status() {
        return group.status();
    }

    public String nodeType() {
        return group.nodeType();
    }

    /// As it serves at this moment.
    public Shape shape() {
        return group.shape();
    }

    Shape shapeAt(Instant moment) {
        return group.shapeAt(moment);
    }

    public boolean hasAvailableBackup(String name) {
        return backups.hasAvailable(name);
    }

    SimulatedGroup group() {
        return group;
    }

    GroupBackups backups() {
        return backups;
    }

    public boolean isGone() {
        return group.isGone();
    }

    public GroupSetup.Mode mode() {
        return group.mode();
    }

    /// Whether a change is under way, or what one has left.
    public boolean isChanging() {
        return !group.isGone() && !isFree();
    }

    /// Whether it takes a change.
    boolean isFree() {
        return group.isAvailable()
                && group.modeToCome() == null
                && group.shards().stream().allMatch(SimulatedShard::isAvailable)
                && group.nodes().allMatch(SimulatedNode::isAvailable);
    }

    @Override
    public DescribeReplicationGroupsResponse describeReplicationGroups(
            DescribeReplicationGroupsRequest request) {
        requireGroup(request.replicationGroupId());
        return DescribeReplicationGroupsResponse.builder().replicationGroups(looks.look()).build();
    }

    /// The members lie among other people's clusters, in no order.
    @Override
    public DescribeCacheClustersResponse describeCacheClusters(
            DescribeCacheClustersRequest request) {
        List<CacheCluster> all = new ArrayList<>();
        if (!group.isGone()) {
            all.addAll(shown.members(Boolean.TRUE.equals(request.showCacheNodeInfo())));
        }
        all.add(all.size() / 2, ShownGroup.foreign("sessions-of-others"));
        all.addFirst(ShownGroup.foreign(group.id() + "-2"));
        all.addLast(ShownGroup.foreign("a-cache"));
        if (request.cacheClusterId() != null) {
            String asked = request.cacheClusterId().toLowerCase(Locale.ROOT);
            all.removeIf(each -> !each.cacheClusterId().equals(asked));
            if (all.isEmpty()) {
                throw Refused.as(
                        CacheClusterNotFoundException.builder(),
                        "CacheClusterNotFound",
                        "CacheCluster not found: " + asked);
            }
        }
        Pages<CacheCluster> pages = Pages.cut(all, request.marker());
        return DescribeCacheClustersResponse.builder()
                .cacheClusters(pages.page())
                .marker(pages.marker())
                .build();
    }

    @Override
    public ListAllowedNodeTypeModificationsResponse listAllowedNodeTypeModifications(
            ListAllowedNodeTypeModificationsRequest request) {
        requireGroup(request.replicationGroupId());
        return ListAllowedNodeTypeModificationsResponse.builder()
                .scaleUpModifications(scaling.allowedTypes())
                .build();
    }

    @Override
    public IncreaseReplicaCountResponse increaseReplicaCount(IncreaseReplicaCountRequest request) {
        requireGroup(request.replicationGroupId());
        return IncreaseReplicaCountResponse.builder()
                .replicationGroup(accepted(() -> scaling.increaseReplicas(request)))
                .build();
    }

    @Override
    public DecreaseReplicaCountResponse decreaseReplicaCount(DecreaseReplicaCountRequest request) {
        requireGroup(request.replicationGroupId());
        return DecreaseReplicaCountResponse.builder()
                .replicationGroup(accepted(() -> scaling.decreaseReplicas(request)))
                .build();
    }

    @Override
    public ModifyReplicationGroupShardConfigurationResponse
            modifyReplicationGroupShardConfiguration(
                    ModifyReplicationGroupShardConfigurationRequest request) {
        requireGroup(request.replicationGroupId());
        return ModifyReplicationGroupShardConfigurationResponse.builder()
                .replicationGroup(accepted(() -> scaling.reshard(request)))
                .build();
    }

    @Override
    public ModifyReplicationGroupResponse modifyReplicationGroup(
            ModifyReplicationGroupRequest request) {
        requireGroup(request.replicationGroupId());
        return ModifyReplicationGroupResponse.builder()
                .replicationGroup(accepted(() -> scaling.modify(request)))
                .build();
    }

    /// The answer shows what was accepted; a look right after it may not.
    private ReplicationGroup accepted(Runnable change) {
        ReplicationGroup before = shown.describe();
        change.run();
        looks.showFor(before);
        return shown.describe();
    }

    @Override
    public CreateSnapshotResponse createSnapshot(CreateSnapshotRequest request) {
        if (request.cacheClusterId() == null) {
            requireGroup(request.replicationGroupId());
        } else {
            requireMember(request.cacheClusterId());
        }
        GroupBackup backup = backups.create(request.snapshotName(), scaling::requireFree);
        return CreateSnapshotResponse.builder().snapshot(backup.describe()).build();
    }

    @Override
    public DescribeSnapshotsResponse describeSnapshots(DescribeSnapshotsRequest request) {
        return backups.describe(request);
    }

    @Override
    public DeleteSnapshotResponse deleteSnapshot(DeleteSnapshotRequest request) {
        backups.delete(request.snapshotName());
        return DeleteSnapshotResponse.builder().build();
    }

    @Override
    public DescribeUpdateActionsResponse describeUpdateActions(
            DescribeUpdateActionsRequest request) {
        return records.updates(request);
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        requireGroup(group.id());
        return records.tags(request);
    }

    @Override
    public DescribeCacheSubnetGroupsResponse describeCacheSubnetGroups(
            DescribeCacheSubnetGroupsRequest request) {
        return records.subnets(request);
    }

    private void requireMember(String asked) {
        String id = asked.toLowerCase(Locale.ROOT);
        if (group.isGone() || group.nodes().noneMatch(each -> each.id().equals(id))) {
            throw Refused.as(
                    CacheClusterNotFoundException.builder(),
                    "CacheClusterNotFound",
                    "CacheCluster not found: " + id);
        }
    }

    /// In whatever case it is written.
    private void requireGroup(@Nullable String asked) {
        if (asked == null) {
            throw new UnsupportedOperationException("a call without a group is not modelled");
        }
        if (group.isGone() || !asked.toLowerCase(Locale.ROOT).equals(group.id())) {
            throw Refused.noGroup(asked);
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }
}
