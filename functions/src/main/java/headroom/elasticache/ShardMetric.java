package headroom.elasticache;

/// The figures that CloudWatch has of a whole shard, beside those of its nodes. They go on when
/// nodes are replaced.
public final class ShardMetric {
    public static final String NAMESPACE = "AWS/ElastiCache";

    /// The dimension with the group's identifier.
    public static final String GROUP = "ReplicationGroupId";

    /// The dimension that tells shards apart.
    public static final String SHARD = "NodeGroupId";

    private ShardMetric() {}
}
