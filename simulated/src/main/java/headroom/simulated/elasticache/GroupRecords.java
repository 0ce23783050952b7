package headroom.simulated.elasticache;

import headroom.simulated.aws.Pages;

import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsResponse;
import software.amazon.awssdk.services.elasticache.model.InvalidArnException;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import software.amazon.awssdk.services.elasticache.model.Tag;
import software.amazon.awssdk.services.elasticache.model.UpdateAction;

import java.util.List;
import java.util.TreeMap;

/// What is kept of the group beside its nodes: service updates, tags, and the subnets.
record GroupRecords(SimulatedGroup group, CacheBehaviour behaviour) {
    DescribeUpdateActionsResponse updates(DescribeUpdateActionsRequest request) {
        List<String> statuses = request.updateActionStatusAsStrings();
        boolean ours = request.replicationGroupIds().contains(group.id());
        List<UpdateAction> found =
                new TreeMap<>(behaviour.updates())
                        .entrySet().stream()
                                .filter(_ -> ours)
                                .filter(
                                        each ->
                                                statuses.isEmpty()
                                                        || statuses.contains(each.getValue()))
                                .map(each -> update(each.getKey(), each.getValue()))
                                .toList();
        Pages<UpdateAction> pages = Pages.cut(found, request.marker());
        return DescribeUpdateActionsResponse.builder()
                .updateActions(pages.page())
                .marker(pages.marker())
                .build();
    }

    private UpdateAction update(String name, String status) {
        return UpdateAction.builder()
                .replicationGroupId(group.id())
                .serviceUpdateName(name)
                .updateActionStatus(status)
                .build();
    }

    /// In a settled state alone.
    ListTagsForResourceResponse tags(ListTagsForResourceRequest request) {
        if (!ShownGroup.arn(group.id()).equals(request.resourceName())) {
            throw Refused.as(
                    InvalidArnException.builder(),
                    "InvalidARN",
                    "The ARN %s is none of a cache here".formatted(request.resourceName()));
        }
        if (!group.isAvailable()) {
            throw Refused.state("Replication group %s is not available".formatted(group.id()));
        }
        return ListTagsForResourceResponse.builder()
                .tagList(
                        behaviour.tags().entrySet().stream()
                                .map(each -> tag(each.getKey(), each.getValue()))
                                .toList())
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    DescribeCacheSubnetGroupsResponse subnets(DescribeCacheSubnetGroupsRequest request) {
        if (!GroupSetup.SUBNET_GROUP.equals(request.cacheSubnetGroupName())) {
            throw Refused.as(
                    CacheSubnetGroupNotFoundException.builder(),
                    "CacheSubnetGroupNotFoundFault",
                    "Cache Subnet Group %s does not exist"
                            .formatted(request.cacheSubnetGroupName()));
        }
        CacheSubnetGroup found =
                CacheSubnetGroup.builder()
                        .cacheSubnetGroupName(GroupSetup.SUBNET_GROUP)
                        .vpcId("vpc-1")
                        .subnets(
                                group.setup().subnets().stream().map(each -> subnet(each)).toList())
                        .build();
        return DescribeCacheSubnetGroupsResponse.builder().cacheSubnetGroups(found).build();
    }

    private static Subnet subnet(String id) {
        return Subnet.builder().subnetIdentifier(id).build();
    }
}
