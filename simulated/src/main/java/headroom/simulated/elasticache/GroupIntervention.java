package headroom.simulated.elasticache;

import java.util.Arrays;
import java.util.List;

/// What people and the world do beside Headroom, at the moment that a fault names.
public enum GroupIntervention {
    /// Somebody stops all executions that run.
    ABORT,
    /// Somebody adds a shard.
    ADD_SHARD,
    /// Somebody adds a replica to the first shard.
    ADD_REPLICA,
    /// Somebody changes the node type to the next larger one.
    CHANGE_NODE_TYPE,
    /// Somebody deletes the group.
    DELETE_GROUP,
    /// The first shard's primary fails, and a replica takes over.
    FAIL_OVER,
    /// ElastiCache takes a backup by itself.
    BACKUP_BY_ITSELF,
    /// Somebody publishes a message on the requests topic.
    PUBLISH,
    /// Somebody publishes a message that asks for the plan alone.
    PUBLISH_DRY_RUN,
    /// Somebody removes the owner from the lease, to free it by hand.
    FREE_LEASE,
    /// Clients ask ten times as much from now on.
    FLOOD;

    private static final List<String> KINDS =
            Arrays.stream(values()).map(GroupIntervention::name).toList();

    static List<String> kinds() {
        return KINDS;
    }

    /// Whether it is about the group itself.
    public boolean isOfGroup() {
        return switch (this) {
            case ADD_SHARD,
                    ADD_REPLICA,
                    CHANGE_NODE_TYPE,
                    DELETE_GROUP,
                    FAIL_OVER,
                    BACKUP_BY_ITSELF ->
                    true;
            case ABORT, PUBLISH, PUBLISH_DRY_RUN, FREE_LEASE, FLOOD -> false;
        };
    }
}
