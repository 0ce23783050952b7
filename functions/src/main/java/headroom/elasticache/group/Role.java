package headroom.elasticache.group;

/// What a node does in its shard.
public enum Role {
    PRIMARY,
    REPLICA
}
