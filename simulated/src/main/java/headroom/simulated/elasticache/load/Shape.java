package headroom.simulated.elasticache.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A group at one moment, as far as its nodes serve.
public record Shape(List<Shard> shards) {
    public Shape {
        shards = List.copyOf(shards);
    }

    /// @param nodes that serve; those that are still being made are not among them
    public record Shard(String id, SlotSet slots, List<Node> nodes) {
        public Shard {
            nodes = List.copyOf(nodes);
        }

        public Optional<Node> primary() {
            return nodes.stream().filter(Node::primary).findFirst();
        }

        List<Node> replicas() {
            return nodes.stream().filter(each -> !each.primary()).toList();
        }
    }

    /// @param primary whether it takes the writes
    /// @param claims whether it reports that it does, which after a failover is not the same for a
    ///   minute
    /// @param saving whether it writes a backup, or a full copy for a replica
    public record Node(
            String id, NodeKind kind, boolean primary, boolean claims, Sync sync, boolean saving) {}

    /// How a replica follows its primary.
    public enum Sync {
        IN_STEP,
        CATCHING_UP,
        /// It reports nothing of it, as for some minutes after a failover.
        SILENT
    }

    Stream<Node> nodes() {
        return shards.stream().flatMap(each -> each.nodes().stream());
    }
}
