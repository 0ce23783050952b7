package headroom.elasticache.plan;

/// The step that a person asked for. It is planned, checked and measured like any other.
public sealed interface Wish {
    /// @param shard the node group's identifier
    /// @param to replicas in all on that shard
    record Replicas(String shard, int to) implements Wish {}

    /// @param to shards in all
    record Shards(int to) implements Wish {}

    record Rebalance() implements Wish {}

    record NodeType(String to) implements Wish {}
}
