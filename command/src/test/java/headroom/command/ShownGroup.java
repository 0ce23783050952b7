package headroom.command;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;

import java.util.stream.IntStream;

/// A group in cluster mode, whose shards have a primary and a replica.
record ShownGroup(int shards) implements ElastiCacheClient {
    private static final String TYPE = "cache.r7g.xlarge";

    static String node(int shard, int node) {
        return "sessions-%04d-%03d".formatted(shard, node);
    }

    @Override
    public DescribeReplicationGroupsResponse describeReplicationGroups(
            DescribeReplicationGroupsRequest request) {
        if (!request.replicationGroupId().equals("sessions")) {
            throw ReplicationGroupNotFoundException.builder().message("not found").build();
        }
        return DescribeReplicationGroupsResponse.builder()
                .replicationGroups(
                        ReplicationGroup.builder()
                                .replicationGroupId("sessions")
                                .status("available")
                                .clusterMode("enabled")
                                .cacheNodeType(TYPE)
                                .nodeGroups(
                                        IntStream.rangeClosed(1, shards)
                                                .mapToObj(this::shard)
                                                .toList())
                                .build())
                .build();
    }

    private NodeGroup shard(int number) {
        return NodeGroup.builder()
                .nodeGroupId("%04d".formatted(number))
                .status("available")
                .slots(
                        "%d-%d"
                                .formatted(
                                        16384 * (number - 1) / shards, 16384 * number / shards - 1))
                .nodeGroupMembers(
                        IntStream.rangeClosed(1, 2)
                                .mapToObj(
                                        each ->
                                                NodeGroupMember.builder()
                                                        .cacheClusterId(node(number, each))
                                                        .cacheNodeId("0001")
                                                        .build())
                                .toList())
                .build();
    }

    @Override
    public DescribeCacheClustersResponse describeCacheClusters(
            DescribeCacheClustersRequest request) {
        return DescribeCacheClustersResponse.builder()
                .cacheClusters(
                        IntStream.rangeClosed(1, shards)
                                .boxed()
                                .flatMap(
                                        shard ->
                                                IntStream.rangeClosed(1, 2)
                                                        .mapToObj(
                                                                each ->
                                                                        CacheCluster.builder()
                                                                                .cacheClusterId(
                                                                                        node(
                                                                                                shard,
                                                                                                each))
                                                                                .cacheClusterStatus(
                                                                                        "available")
                                                                                .cacheNodeType(TYPE)
                                                                                .build()))
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
