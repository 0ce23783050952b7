package headroom.elasticache.group;

import headroom.elasticache.ShardMetric;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

import java.util.Optional;

/// A node of a group. ElastiCache calls it a cache cluster.
///
/// @param id the cache cluster's identifier
/// @param node the node's own number within it, as CloudWatch wants it: `0001`
/// @param status the cache cluster's; one of its values contains spaces
/// @param type the node type that it has, which may differ from the group's
/// @param role where ElastiCache says so, which it does with cluster mode disabled alone
/// @param pending changes that wait for the maintenance window, for people
public record Member(
        String id,
        String node,
        String status,
        String type,
        Optional<Role> role,
        Optional<String> pending) {
    public boolean isAvailable() {
        return status.equals("available");
    }

    /// A metric of this node. With one dimension less, many of them do not exist, and CloudWatch
    /// answers with nothing, and with no error.
    ///
    /// @param name as CloudWatch has it
    public Metric metric(String name) {
        return Metric.builder()
                .namespace(ShardMetric.NAMESPACE)
                .metricName(name)
                .dimensions(dimension("CacheClusterId", id), dimension("CacheNodeId", node))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
