package headroom.elasticache.group;

import java.util.List;
import java.util.Optional;

/// A shard. ElastiCache calls it a node group.
///
/// @param id the node group's identifier, which its owner may have chosen
/// @param slots empty where ElastiCache names none, or in a form that nobody knows
public record Shard(String id, String status, Optional<Slots> slots, List<Member> members) {
    public Shard {
        members = List.copyOf(members);
    }

    /// Roles are not needed to count them.
    public int replicas() {
        return Math.max(0, members.size() - 1);
    }

    public boolean isAvailable() {
        return status.equals("available") && members.stream().allMatch(Member::isAvailable);
    }
}
