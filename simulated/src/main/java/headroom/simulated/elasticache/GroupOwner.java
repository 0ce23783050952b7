package headroom.simulated.elasticache;

import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The person who works with the group beside Headroom, as far as ElastiCache lets them, and
/// ElastiCache itself.
public final class GroupOwner {
    private static final Duration DELETION = Duration.ofMinutes(5);

    private final SimulatedElastiCache elastiCache;
    private final SimulatedGroup group;
    private final CacheBehaviour behaviour;
    private final Scheduler scheduler;
    private final Journal journal;

    public GroupOwner(
            SimulatedElastiCache elastiCache,
            CacheBehaviour behaviour,
            Scheduler scheduler,
            Journal journal) {
        this.elastiCache = elastiCache;
        group = elastiCache.group();
        this.behaviour = behaviour;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    /// @param intervention one that is about the group
    public void act(GroupIntervention intervention) {
        String status = group.status();
        boolean takesIt =
                switch (intervention) {
                    case DELETE_GROUP, FAIL_OVER -> !group.isGone();
                    case ADD_SHARD,
                            ADD_REPLICA,
                            CHANGE_NODE_TYPE,
                            BACKUP_BY_ITSELF,
                            SWITCH_MODE,
                            SWITCH_MODE_BACK ->
                            elastiCache.isFree();
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
                            throw other(intervention);
                };
        if (!takesIt) {
            refuse(intervention, "as the group is " + status);
            return;
        }
        journal.note(Kind.PERSON, intervention.name(), "the group was " + status);
        try {
            // In whatever moment of a run it is: no run has asked for it.
            journal.as("", () -> carryOut(intervention));
        } catch (ElastiCacheException refusal) {
            refuse(intervention, refusal.awsErrorDetails().errorMessage());
        }
    }

    private void refuse(GroupIntervention intervention, String why) {
        journal.note(Kind.SCENARIO, intervention.name(), "is refused: " + why);
    }

    private void carryOut(GroupIntervention intervention) {
        switch (intervention) {
            case ADD_SHARD -> addShard();
            case ADD_REPLICA -> addReplica();
            case CHANGE_NODE_TYPE -> changeType();
            case DELETE_GROUP -> delete();
            case FAIL_OVER ->
                    new Failover(group, behaviour, scheduler).of(group.shards().getFirst());
            case BACKUP_BY_ITSELF -> elastiCache.backups().takeAutomated();
            case SWITCH_MODE ->
                    switchMode(
                            elastiCache.mode() == GroupSetup.Mode.DISABLED
                                    ? GroupSetup.Mode.COMPATIBLE
                                    : GroupSetup.Mode.ENABLED);
            case SWITCH_MODE_BACK -> switchMode(GroupSetup.Mode.DISABLED);
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
                    throw other(intervention);
        }
    }

    private static IllegalArgumentException other(GroupIntervention intervention) {
        return new IllegalArgumentException(intervention + " is not about the group");
    }

    private void switchMode(GroupSetup.Mode to) {
        boolean isOwn = !group.setup().parameterGroup().startsWith("default.");
        elastiCache.modifyReplicationGroup(
                request ->
                        request.replicationGroupId(group.id())
                                .clusterMode(to.name().toLowerCase(Locale.ROOT))
                                .cacheParameterGroupName(isOwn ? "own-cluster-on" : null));
    }

    private void addShard() {
        elastiCache.modifyReplicationGroupShardConfiguration(
                request ->
                        request.replicationGroupId(group.id())
                                .nodeGroupCount(group.shards().size() + 1)
                                .applyImmediately(true));
    }

    private void addReplica() {
        SimulatedShard first = group.shards().getFirst();
        elastiCache.increaseReplicaCount(
                request ->
                        request.replicationGroupId(group.id())
                                .applyImmediately(true)
                                .replicaConfiguration(
                                        ConfigureShard.builder()
                                                .nodeGroupId(first.id())
                                                .newReplicaCount(first.replicas() + 1)
                                                .build()));
    }

    private void changeType() {
        List<String> larger =
                elastiCache
                        .listAllowedNodeTypeModifications(
                                request -> request.replicationGroupId(group.id()))
                        .scaleUpModifications();
        elastiCache.modifyReplicationGroup(
                request ->
                        request.replicationGroupId(group.id())
                                .cacheNodeType(larger.getFirst())
                                .applyImmediately(true));
    }

    private void delete() {
        group.become(SimulatedGroup.DELETING);
        scheduler.after(DELETION, () -> group.become(SimulatedGroup.GONE));
    }
}
