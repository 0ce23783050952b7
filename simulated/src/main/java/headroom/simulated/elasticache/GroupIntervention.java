package headroom.simulated.elasticache;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    FLOOD,
    /// Somebody publishes a message that begins the way to cluster mode.
    PUBLISH_START,
    /// Somebody publishes a message that ends it.
    PUBLISH_FINISH,
    /// Somebody publishes a message that takes it back.
    PUBLISH_BACK,
    /// Somebody takes the cluster mode one step on.
    SWITCH_MODE,
    /// Somebody takes it back.
    SWITCH_MODE_BACK,
    /// Clients keep their connections from now on, and read from replicas as they should.
    CURE,
    /// Clients open a connection for each command from now on.
    CHURN;

    private static final Set<GroupIntervention> ON_THE_WAY_TO_CLUSTER_MODE =
            EnumSet.of(
                    PUBLISH_START,
                    PUBLISH_FINISH,
                    PUBLISH_BACK,
                    SWITCH_MODE,
                    SWITCH_MODE_BACK,
                    CURE,
                    CHURN);

    private static final List<String> ALL =
            Arrays.stream(values()).map(GroupIntervention::name).toList();

    private static final List<String> USUAL =
            EnumSet.complementOf(EnumSet.copyOf(ON_THE_WAY_TO_CLUSTER_MODE)).stream()
                    .map(GroupIntervention::name)
                    .toList();

    /// Of a group that nobody takes to another cluster mode.
    static List<String> usual() {
        return USUAL;
    }

    static List<String> all() {
        return ALL;
    }

    /// Whether it is about the group itself.
    public boolean isOfGroup() {
        return switch (this) {
            case ADD_SHARD,
                    ADD_REPLICA,
                    CHANGE_NODE_TYPE,
                    DELETE_GROUP,
                    FAIL_OVER,
                    BACKUP_BY_ITSELF,
                    SWITCH_MODE,
                    SWITCH_MODE_BACK ->
                    true;
            case ABORT,
                    PUBLISH,
                    PUBLISH_DRY_RUN,
                    FREE_LEASE,
                    FLOOD,
                    PUBLISH_START,
                    PUBLISH_FINISH,
                    PUBLISH_BACK,
                    CURE,
                    CHURN ->
                    false;
        };
    }
}
