package headroom.elasticache.group;

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
}
