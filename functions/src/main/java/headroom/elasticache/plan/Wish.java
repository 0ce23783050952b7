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

    /// The way from cluster mode disabled to enabled, in two steps with a pause between them.
    record Migrate(Stage stage) implements Wish {}

    enum Stage {
        /// To where both protocols are spoken.
        START,
        /// From there to cluster mode enabled, for good.
        FINISH,
        /// From there to cluster mode disabled.
        BACK
    }
}
