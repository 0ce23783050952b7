package headroom.elasticache.group;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.Tag;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at a group and its members, and puts them together.
///
/// ElastiCache cannot list the nodes of one group. All of the account's are listed, a hundred at a
/// time: for a group of five hundred beside three hundred others, eight calls. A call for each node
/// would be five hundred.
///
/// @param id the replication group's identifier
record GroupLook(ElastiCacheClient elastiCache, String id) {
    private static final String AVAILABLE = "available";
    private static final Set<String> GOING = Set.of("deleting", "deleted");
    private static final String STACK_TAG = "aws:cloudformation:stack-name";

    /// Of a node that stands in the group and is not listed.
    private static final String NOT_LISTED = "not listed";

    private static final String UNKNOWN = "unknown";

    Group group() {
        ReplicationGroup found = find();
        return put(found, nodes(found), Optional.empty());
    }

    Group groupWithTags() {
        ReplicationGroup found = find();
        Map<String, CacheCluster> nodes = nodes(found);
        Group group = put(found, nodes, Optional.empty());
        return group.isSettled() ? put(found, nodes, stack(found)) : group;
    }

    private ReplicationGroup find() {
        try {
            return elastiCache
                    .describeReplicationGroups(request -> request.replicationGroupId(id))
                    .replicationGroups()
                    .stream()
                    .filter(each -> !GOING.contains(each.status()))
                    .findFirst()
                    .orElseThrow(() -> new GroupGone(id));
        } catch (ReplicationGroupNotFoundException gone) {
            throw new GroupGone(id);
        }
    }

    /// Those that stand in the group, and those that say so of themselves: one that is being
    /// removed stands in no shard any more.
    private Map<String, CacheCluster> nodes(ReplicationGroup found) {
        Set<String> members = new HashSet<>(found.memberClusters());
        found.nodeGroups().stream()
                .flatMap(each -> each.nodeGroupMembers().stream())
                .forEach(each -> members.add(each.cacheClusterId()));
        return elastiCache
                .describeCacheClustersPaginator(request -> request.showCacheNodeInfo(true))
                .cacheClusters()
                .stream()
                .filter(
                        each ->
                                members.contains(each.cacheClusterId())
                                        || id.equalsIgnoreCase(each.replicationGroupId()))
                .collect(
                        Collectors.toMap(
                                CacheCluster::cacheClusterId,
                                each -> each,
                                (_, later) -> later,
                                TreeMap::new));
    }

    private static Group put(
            ReplicationGroup found, Map<String, CacheCluster> nodes, Optional<String> stack) {
        List<Shard> shards =
                found.nodeGroups().stream().map(each -> GroupLook.shard(each, nodes)).toList();
        return new Group(
                found.replicationGroupId().toLowerCase(Locale.ROOT),
                status(found, shards, nodes),
                mode(found),
                engine(found, nodes),
                text(found.cacheNodeType()),
                shards,
                "enabled".equals(found.automaticFailoverAsString()),
                "enabled".equals(found.multiAZAsString()),
                "enabled".equals(found.dataTieringAsString()),
                globalDatastore(found),
                pending(found).flatMap(GroupLook::moved),
                Optional.ofNullable(found.snapshotWindow()),
                first(nodes, CacheCluster::preferredMaintenanceWindow),
                first(nodes, CacheCluster::cacheSubnetGroupName),
                first(nodes, GroupLook::parameterGroup),
                stack);
    }

    private static Shard shard(NodeGroup shard, Map<String, CacheCluster> nodes) {
        return new Shard(
                text(shard.nodeGroupId()),
                text(shard.status()),
                Optional.ofNullable(shard.slots()).flatMap(Slots::parse),
                shard.nodeGroupMembers().stream()
                        .map(each -> member(each, nodes.get(each.cacheClusterId())))
                        .toList());
    }

    private static Member member(NodeGroupMember member, @Nullable CacheCluster node) {
        return new Member(
                member.cacheClusterId(),
                text(member.cacheNodeId()),
                node == null ? NOT_LISTED : status(node),
                node == null ? UNKNOWN : text(node.cacheNodeType()),
                role(member.currentRole()),
                Optional.ofNullable(node).flatMap(GroupLook::pending));
    }

    private static @Nullable String parameterGroup(CacheCluster node) {
        return node.cacheParameterGroup() == null
                ? null
                : node.cacheParameterGroup().cacheParameterGroupName();
    }

    private static Optional<Role> role(@Nullable String role) {
        return Stream.of(Role.values())
                .filter(each -> each.name().equalsIgnoreCase(role))
                .findFirst();
    }

    /// The node's own where the cache cluster that it is says no more than "available".
    private static String status(CacheCluster node) {
        return Stream.concat(
                        Stream.of(text(node.cacheClusterStatus())),
                        node.cacheNodes().stream().map(each -> text(each.cacheNodeStatus())))
                .filter(each -> !each.equals(AVAILABLE))
                .findFirst()
                .orElse(AVAILABLE);
    }

    private static String status(
            ReplicationGroup found, List<Shard> shards, Map<String, CacheCluster> nodes) {
        Set<String> inShards =
                shards.stream()
                        .flatMap(each -> each.members().stream())
                        .map(Member::id)
                        .collect(Collectors.toSet());
        String others =
                Stream.concat(found.memberClusters().stream(), nodes.keySet().stream())
                        .filter(each -> !inShards.contains(each))
                        .distinct()
                        .map(each -> each + " " + statusOf(nodes.get(each)))
                        .collect(Collectors.joining(", "));
        String status = text(found.status());
        List<String> coming =
                Stream.of(Optional.of(others).filter(each -> !each.isEmpty()), pendingMode(found))
                        .flatMap(Optional::stream)
                        .toList();
        return status.equals(AVAILABLE) && !coming.isEmpty()
                ? status + " (" + String.join(", ", coming) + ")"
                : status;
    }

    private static Optional<String> pendingMode(ReplicationGroup found) {
        return pending(found)
                .map(ReplicationGroupPendingModifiedValues::clusterModeAsString)
                .map("modifying cluster mode to "::concat);
    }

    private static String statusOf(@Nullable CacheCluster node) {
        return node == null ? NOT_LISTED : status(node);
    }

    /// Between the modes as well while one is about to be changed to another.
    private static ClusterMode mode(ReplicationGroup found) {
        if (pendingMode(found).isPresent()) {
            return ClusterMode.COMPATIBLE;
        }
        if (found.clusterModeAsString() == null) {
            return found.clusterEnabled() == null
                    ? ClusterMode.UNKNOWN
                    : found.clusterEnabled() ? ClusterMode.ENABLED : ClusterMode.DISABLED;
        }
        return Stream.of(ClusterMode.values())
                .filter(each -> each.name().equalsIgnoreCase(found.clusterModeAsString()))
                .findFirst()
                .orElse(ClusterMode.UNKNOWN);
    }

    /// The version is known of nodes alone.
    private static Engine engine(ReplicationGroup found, Map<String, CacheCluster> nodes) {
        return new Engine(
                Optional.ofNullable(found.engine())
                        .or(() -> first(nodes, CacheCluster::engine))
                        .orElse(UNKNOWN),
                first(nodes, CacheCluster::engineVersion).orElse(UNKNOWN));
    }

    private static Optional<String> globalDatastore(ReplicationGroup found) {
        return Optional.ofNullable(found.globalReplicationGroupInfo())
                .flatMap(each -> Optional.ofNullable(each.globalReplicationGroupId()));
    }

    private static Optional<ReplicationGroupPendingModifiedValues> pending(ReplicationGroup found) {
        return Optional.ofNullable(found.pendingModifiedValues());
    }

    private static Optional<Double> moved(ReplicationGroupPendingModifiedValues pending) {
        return Optional.ofNullable(pending.resharding())
                .flatMap(each -> Optional.ofNullable(each.slotMigration()))
                .flatMap(each -> Optional.ofNullable(each.progressPercentage()));
    }

    private static Optional<String> pending(CacheCluster node) {
        PendingModifiedValues values = node.pendingModifiedValues();
        if (values == null) {
            return Optional.empty();
        }
        List<String> pending =
                values.sdkFields().stream()
                        .filter(each -> isSet(each.getValueOrDefault(values)))
                        .map(each -> each.memberName() + " " + each.getValueOrDefault(values))
                        .toList();
        return pending.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", pending));
    }

    private static boolean isSet(@Nullable Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }

    private static Optional<String> first(
            Map<String, CacheCluster> nodes, Function<CacheCluster, @Nullable String> what) {
        return nodes.values().stream()
                .flatMap(each -> Stream.ofNullable(what.apply(each)))
                .findFirst();
    }

    /// CloudFormation tags what it makes, and CDK does so through it. Terraform leaves no mark. No
    /// plan fails for want of it.
    private Optional<String> stack(ReplicationGroup found) {
        try {
            return elastiCache
                    .listTagsForResource(request -> request.resourceName(found.arn()))
                    .tagList()
                    .stream()
                    .filter(each -> STACK_TAG.equals(each.key()))
                    .map(Tag::value)
                    .findFirst();
        } catch (SdkException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? UNKNOWN : text;
    }
}
