package headroom.stress.elasticache;

import java.util.List;
import java.util.Optional;

/// @param id as ElastiCache names it
record LocalShard(String id, String status, List<LocalNode> nodes) {
    LocalShard {
        nodes = List.copyOf(nodes);
    }

    LocalShard becoming(String next) {
        return new LocalShard(id, next, nodes);
    }

    LocalShard with(List<LocalNode> others) {
        return new LocalShard(id, status, others);
    }

    /// The one that its servers have for primary now.
    LocalNode primary() {
        return findPrimary()
                .orElseThrow(() -> new IllegalStateException("shard " + id + " has no primary"));
    }

    /// Of two, the one that has slots: a new node is a primary without any until it follows one.
    Optional<LocalNode> findPrimary() {
        List<LocalNode> primaries =
                nodes.stream()
                        .filter(each -> each.server().isAlive() && each.server().isPrimary())
                        .toList();
        return primaries.stream()
                .filter(each -> !each.server().myself().slots().isEmpty())
                .findFirst()
                .or(() -> primaries.stream().findFirst());
    }

    int replicas() {
        return nodes.size() - 1;
    }
}
