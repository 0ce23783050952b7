package headroom.simulated.elasticache;

import headroom.simulated.elasticache.CacheBehaviour.Pending;
import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.GroupSetup.Mode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.DataTieringStatus;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;

import java.util.List;
import java.util.Locale;

/// The group and its members, as the API shows them.
record ShownGroup(SimulatedGroup group, CacheBehaviour behaviour) {
    private static final String PLACE = "arn:aws:elasticache:eu-west-1:111122223333:";
    private static final String ONLY_NODE = "0001";

    static String arn(String group) {
        return PLACE + "replicationgroup:" + group;
    }

    ReplicationGroup describe() {
        GroupSetup setup = group.setup();
        return ReplicationGroup.builder()
                .replicationGroupId(group.id())
                .arn(arn(group.id()))
                .status(group.status())
                .engine(setup.engine())
                .clusterEnabled(isCalledEnabled())
                .clusterMode(group.shownMode().name().toLowerCase(Locale.ROOT))
                .cacheNodeType(group.nodeType())
                .automaticFailover(
                        setup.failsOver()
                                        && group.shards().stream()
                                                .allMatch(each -> each.replicas() > 0)
                                ? AutomaticFailoverStatus.ENABLED
                                : AutomaticFailoverStatus.DISABLED)
                .multiAZ(setup.isMultiAz() ? MultiAZStatus.ENABLED : MultiAZStatus.DISABLED)
                .dataTiering(DataTieringStatus.DISABLED)
                .snapshotWindow(setup.backups())
                .snapshotRetentionLimit(1)
                .globalReplicationGroupInfo(globalDatastore())
                .pendingModifiedValues(pending())
                .memberClusters(group.nodes().map(SimulatedNode::id).toList())
                .configurationEndpoint(
                        group.shownMode() == Mode.DISABLED ? null : endpoint("clustercfg."))
                .nodeGroups(group.shards().stream().map(this::shard).toList())
                .build();
    }

    private boolean isCalledEnabled() {
        return switch (group.shownMode()) {
            case ENABLED -> true;
            case DISABLED -> false;
            case COMPATIBLE -> !behaviour.modes().has(ModeHabits.Habit.NOT_ENABLED_YET);
        };
    }

    private Endpoint endpoint(String kind) {
        return Endpoint.builder()
                .address("%s%s.example.cache.amazonaws.com".formatted(kind, group.id()))
                .port(6379)
                .build();
    }

    private @Nullable GlobalReplicationGroupInfo globalDatastore() {
        if (group.setup().globalDatastore().isEmpty()) {
            return behaviour.has(Quirk.EMPTY_GLOBAL_DATASTORE)
                    ? GlobalReplicationGroupInfo.builder().build()
                    : null;
        }
        return GlobalReplicationGroupInfo.builder()
                .globalReplicationGroupId(group.setup().globalDatastore().orElseThrow())
                .globalReplicationGroupMemberRole("PRIMARY")
                .build();
    }

    private @Nullable ReplicationGroupPendingModifiedValues pending() {
        var values = ReplicationGroupPendingModifiedValues.builder();
        Double moved = group.moved();
        if (moved != null) {
            values.resharding(
                    status -> status.slotMigration(each -> each.progressPercentage(moved)));
        }
        Mode mode =
                behaviour.modes().has(ModeHabits.Habit.NOT_PENDING) && !group.isAvailable()
                        ? null
                        : group.modeToCome();
        if (mode != null) {
            values.clusterMode(mode.name().toLowerCase(Locale.ROOT));
        }
        if (behaviour.pending() == Pending.UNRELATED) {
            values.transitEncryptionEnabled(true);
        }
        return behaviour.pending() == Pending.NULL && moved == null && mode == null
                ? null
                : values.build();
    }

    private NodeGroup shard(SimulatedShard shard) {
        Mode mode = group.shownMode();
        boolean alone = mode == Mode.DISABLED;
        return NodeGroup.builder()
                .nodeGroupId(shard.id())
                .status(shard.status())
                .slots(alone ? null : slots(shard))
                .primaryEndpoint(mode == Mode.ENABLED ? null : endpoint("master."))
                .readerEndpoint(mode == Mode.ENABLED ? null : endpoint("replica."))
                .nodeGroupMembers(shard.nodes().stream().map(each -> member(each, alone)).toList())
                .build();
    }

    private @Nullable String slots(SimulatedShard shard) {
        if (shard.slots().count() == 0 && !behaviour.has(Quirk.SLOTS_SHOWN_EMPTY)) {
            return null;
        }
        return shard.slots().text(behaviour.betweenRanges());
    }

    /// Roles are shown with cluster mode disabled alone.
    private static NodeGroupMember member(SimulatedNode node, boolean withRole) {
        return NodeGroupMember.builder()
                .cacheClusterId(node.id())
                .cacheNodeId(ONLY_NODE)
                .preferredAvailabilityZone("eu-west-1a")
                .currentRole(withRole ? (node.isPrimary() ? "primary" : "replica") : null)
                .build();
    }

    List<CacheCluster> members(boolean withNodes) {
        return group.nodes().map(each -> member(each, withNodes, group.setup())).toList();
    }

    private CacheCluster member(SimulatedNode node, boolean withNodes, GroupSetup setup) {
        CacheCluster.Builder cluster =
                CacheCluster.builder()
                        .cacheClusterId(node.id())
                        .replicationGroupId(group.id())
                        .cacheClusterStatus(node.status())
                        .cacheNodeType(node.type())
                        .engine(setup.engine())
                        .engineVersion(setup.version())
                        .numCacheNodes(1)
                        .preferredMaintenanceWindow(setup.maintenance())
                        .cacheSubnetGroupName(GroupSetup.SUBNET_GROUP)
                        .cacheParameterGroup(
                                status -> status.cacheParameterGroupName(setup.parameterGroup()));
        if (node.pendingType() != null) {
            cluster.pendingModifiedValues(
                    PendingModifiedValues.builder().cacheNodeType(node.pendingType()).build());
        }
        if (withNodes) {
            cluster.cacheNodes(
                    CacheNode.builder()
                            .cacheNodeId(ONLY_NODE)
                            .cacheNodeStatus(node.status())
                            .build());
        }
        return cluster.build();
    }

    /// Somebody else's, in no group of ours.
    static CacheCluster foreign(String id) {
        return CacheCluster.builder()
                .cacheClusterId(id)
                .cacheClusterStatus(SimulatedGroup.AVAILABLE)
                .cacheNodeType("cache.t4g.micro")
                .engine("memcached")
                .engineVersion("1.6.22")
                .numCacheNodes(1)
                .build();
    }
}
