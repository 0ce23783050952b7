package headroom.command.capacity;

import headroom.command.answer.Refused;
import headroom.command.file.JsonFile;
import headroom.elasticache.group.Group;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// ElastiCache as far as a file shows it that `aws elasticache describe-replication-groups` has
/// printed, for whoever has the AWS CLI alone.
final class SavedGroup implements ElastiCacheClient {
    static final String GROUPS = "ReplicationGroups";

    private static final String WAY =
            "Save what aws elasticache describe-replication-groups --replication-group-id GROUP"
                    + " prints";

    private final ReplicationGroup group;

    private SavedGroup(ReplicationGroup group) {
        this.group = group;
    }

    /// @throws Refused with everything that is wrong with the file
    static Group read(Path file) {
        Mistakes mistakes = new Mistakes();
        JsonNode root = JsonFile.parsed(JsonFile.text(file, "group.json"), file);
        Optional<ReplicationGroup> group =
                Fields.ofFile(root, file, mistakes).flatMap(each -> only(each, mistakes));
        mistakes.refuse(List.of(file));
        return Group.describe(
                new SavedGroup(group.orElseThrow()), group.get().replicationGroupId());
    }

    private static Optional<ReplicationGroup> only(Fields root, Mistakes mistakes) {
        List<JsonNode> groups = root.list(GROUPS, "one replication group. " + WAY);
        if (groups.size() > 1) {
            mistakes.add(
                    ("%s%s has %d groups; expected one. " + WAY + ".")
                            .formatted(root.where(), GROUPS, groups.size()));
            return Optional.empty();
        }
        return groups.stream()
                .findFirst()
                .flatMap(each -> Fields.of(each, root.where() + GROUPS + "[0]", mistakes))
                .map(SavedGroup::group);
    }

    private static ReplicationGroup group(Fields group) {
        List<NodeGroup> shards =
                group.list("NodeGroups", "at least one node group. " + WAY).stream()
                        .flatMap(
                                each ->
                                        Fields.of(
                                                each,
                                                group.where() + "NodeGroups",
                                                group.mistakes())
                                                .stream())
                        .map(SavedGroup::shard)
                        .toList();
        return ReplicationGroup.builder()
                .replicationGroupId(required(group, "ReplicationGroupId"))
                .status(required(group, "Status"))
                .cacheNodeType(required(group, "CacheNodeType"))
                .clusterMode(any(group, "ClusterMode"))
                .clusterEnabled(
                        group.find("ClusterEnabled")
                                .filter(JsonNode::isBoolean)
                                .map(JsonNode::asBoolean)
                                .orElse(null))
                .nodeGroups(shards)
                .build();
    }

    private static NodeGroup shard(Fields shard) {
        List<NodeGroupMember> members =
                shard.list("NodeGroupMembers", "at least one member. " + WAY).stream()
                        .flatMap(
                                each ->
                                        Fields.of(
                                                each,
                                                shard.where() + "NodeGroupMembers",
                                                shard.mistakes())
                                                .stream())
                        .map(SavedGroup::member)
                        .toList();
        return NodeGroup.builder()
                .nodeGroupId(required(shard, "NodeGroupId"))
                .status(required(shard, "Status"))
                .slots(any(shard, "Slots"))
                .nodeGroupMembers(members)
                .build();
    }

    private static NodeGroupMember member(Fields member) {
        return NodeGroupMember.builder()
                .cacheClusterId(required(member, "CacheClusterId"))
                .cacheNodeId(required(member, "CacheNodeId"))
                .currentRole(any(member, "CurrentRole"))
                .build();
    }

    private static String required(Fields fields, String name) {
        return fields.text(name, "what ElastiCache calls it. " + WAY, each -> !each.isBlank())
                .orElse("");
    }

    private static @Nullable String any(Fields fields, String name) {
        return fields.find(name).filter(JsonNode::isString).map(JsonNode::text).orElse(null);
    }

    @Override
    public DescribeReplicationGroupsResponse describeReplicationGroups(
            DescribeReplicationGroupsRequest request) {
        return DescribeReplicationGroupsResponse.builder().replicationGroups(group).build();
    }

    /// A description of a group says nothing of its nodes but their names; their type is taken to
    /// be the group's.
    @Override
    public DescribeCacheClustersResponse describeCacheClusters(
            DescribeCacheClustersRequest request) {
        return DescribeCacheClustersResponse.builder()
                .cacheClusters(
                        group.nodeGroups().stream()
                                .flatMap(each -> each.nodeGroupMembers().stream())
                                .map(
                                        each ->
                                                CacheCluster.builder()
                                                        .cacheClusterId(each.cacheClusterId())
                                                        .cacheClusterStatus(Shape.AVAILABLE)
                                                        .cacheNodeType(group.cacheNodeType())
                                                        .build())
                                .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
