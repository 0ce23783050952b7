package headroom.simulated.elasticache;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.load.NodeKind;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// The calls that make a group larger or smaller, and what each of them is refused for.
final class ScalingCalls {
    private static final int MOST_REPLICAS = 5;

    private final SimulatedGroup group;
    private final CacheBehaviour behaviour;
    private final Addresses addresses;
    private final IntPredicate moves;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;

    ScalingCalls(
            SimulatedGroup group,
            CacheBehaviour behaviour,
            Addresses addresses,
            IntPredicate moves,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.group = group;
        this.behaviour = behaviour;
        this.addresses = addresses;
        this.moves = moves;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    void increaseReplicas(IncreaseReplicaCountRequest request) {
        requireAtOnce(request.applyImmediately());
        requireFree();
        requireScalable("IncreaseReplicaCount");
        Map<SimulatedShard, Integer> more = more(request);
        int fresh = more.values().stream().mapToInt(Integer::intValue).sum();
        if (group.nodeCount() + fresh > behaviour.nodeQuota()) {
            throw Refused.nodeQuota(behaviour.nodeQuota());
        }
        requireRoom(fresh, group.nodeType());
        more.entrySet().removeIf(each -> each.getValue() == 0);
        journal.note(
                Kind.CALL,
                "IncreaseReplicaCount",
                more.entrySet().stream()
                        .map(each -> replicas(each.getKey(), each.getValue()))
                        .collect(Collectors.joining("; ")));
        new ReplicaGrowth(group, behaviour, addresses, scheduler).begin(begin(more.keySet()), more);
    }

    private static String replicas(SimulatedShard shard, int more) {
        return "shard %s, %d -> %d replicas"
                .formatted(shard.id(), shard.replicas(), shard.replicas() + more);
    }

    private Map<SimulatedShard, Integer> more(IncreaseReplicaCountRequest request) {
        Map<SimulatedShard, Integer> more = new LinkedHashMap<>();
        if (request.newReplicaCount() != null && request.hasReplicaConfiguration()) {
            throw Refused.combination(
                    "NewReplicaCount and ReplicaConfiguration cannot be given together");
        }
        if (request.newReplicaCount() != null) {
            group.shards().forEach(each -> put(more, each, request.newReplicaCount()));
        }
        for (ConfigureShard each : request.replicaConfiguration()) {
            if (group.mode() == Mode.DISABLED) {
                throw Refused.combination(
                        "ReplicaConfiguration is not for a group with cluster mode disabled");
            }
            SimulatedShard shard =
                    group.shard(each.nodeGroupId())
                            .orElseThrow(() -> Refused.noShard(each.nodeGroupId()));
            put(more, shard, each.newReplicaCount());
        }
        if (more.values().stream().allMatch(each -> each == 0)) {
            throw Refused.nothingToDo(
                    "Requested new replica count already matches current number of replicas");
        }
        return more;
    }

    /// From all shards alike, which is all that is modelled.
    void decreaseReplicas(DecreaseReplicaCountRequest request) {
        requireAtOnce(request.applyImmediately());
        requireFree();
        requireScalable("DecreaseReplicaCount");
        int wanted = request.newReplicaCount();
        List<SimulatedShard> larger =
                group.shards().stream().filter(each -> each.replicas() > wanted).toList();
        if (larger.isEmpty()) {
            throw Refused.nothingToDo("No node group has more than %d replicas".formatted(wanted));
        }
        journal.note(
                Kind.CALL,
                "DecreaseReplicaCount",
                larger.stream()
                        .map(each -> replicas(each, wanted - each.replicas()))
                        .collect(Collectors.joining("; ")));
        ChangeUnderWay change = begin(new HashSet<>(larger));
        change.after(
                behaviour.times().node(),
                () -> {
                    larger.forEach(each -> each.keepReplicas(wanted));
                    change.end();
                });
    }

    private static void put(Map<SimulatedShard, Integer> more, SimulatedShard shard, int wanted) {
        if (wanted > MOST_REPLICAS || wanted < shard.replicas()) {
            throw Refused.value(
                    "Invalid replica count %d for node group %s".formatted(wanted, shard.id()));
        }
        more.put(shard, wanted - shard.replicas());
    }

    void reshard(ModifyReplicationGroupShardConfigurationRequest request) {
        requireAtOnce(request.applyImmediately());
        if (request.hasNodeGroupsToRemove() || request.hasNodeGroupsToRetain()) {
            throw new UnsupportedOperationException("removing shards is not modelled");
        }
        requireFree();
        requireScalable("ModifyReplicationGroupShardConfiguration");
        requireCluster();
        int now = group.shards().size();
        int target = request.nodeGroupCount();
        if (target < now) {
            throw Refused.value("NodeGroupsToRemove or NodeGroupsToRetain is needed");
        }
        if (target == now && Resharding.isEven(group)) {
            throw Refused.state(
                    "The slots of replication group %s are already uniformly distributed over its node groups"
                            .formatted(group.id()));
        }
        int fresh = (target - now) * Resharding.nodesOfNewShard(group);
        if (group.nodeCount() + fresh > behaviour.nodeQuota()) {
            throw Refused.shardQuota(behaviour.nodeQuota());
        }
        requireRoom(fresh, group.nodeType());
        journal.note(
                Kind.CALL,
                "ModifyReplicationGroupShardConfiguration",
                target == now
                        ? "%d shards, slots spread evenly".formatted(now)
                        : "%d -> %d shards".formatted(now, target));
        new Resharding(group, behaviour, addresses, moves)
                .begin(begin(new HashSet<>(group.shards())), target);
    }

    /// A type alone is modelled, or a cluster mode; with anything else it fails loudly.
    void modify(ModifyReplicationGroupRequest request) {
        Set<String> given = given(request);
        if (given.contains("ClusterMode")) {
            requireFree();
            requireOwnShape();
            new ModeChange(
                            group,
                            behaviour.modes(),
                            () -> begin(new HashSet<>(group.shards())),
                            scheduler,
                            journal)
                    .ask(request, given);
            return;
        }
        requireScalable("ModifyReplicationGroup");
        given.removeAll(Set.of("ReplicationGroupId", "ApplyImmediately", "CacheNodeType"));
        if (!given.isEmpty() || request.cacheNodeType() == null) {
            throw new UnsupportedOperationException(
                    "ModifyReplicationGroup is modelled with a node type alone, not with " + given);
        }
        requireFree();
        requireOwnShape();
        String type = request.cacheNodeType();
        if (!type.equals(group.nodeType()) && !allowedTypes().contains(type)) {
            throw Refused.value(
                    "The node type %s is not among the allowed modifications".formatted(type));
        }
        if (!Boolean.TRUE.equals(request.applyImmediately())) {
            group.nodes().forEach(each -> each.pend(type));
            journal.note(Kind.CALL, "ModifyReplicationGroup", type + " in the maintenance window");
        } else if (!type.equals(group.nodeType())) {
            requireRoom(group.nodeCount(), type);
            journal.note(
                    Kind.CALL,
                    "ModifyReplicationGroup",
                    "%s -> %s".formatted(group.nodeType(), type));
            new TypeChange(group, behaviour, addresses, scheduler)
                    .begin(begin(new HashSet<>(group.shards())), type);
        }
    }

    private static Set<String> given(ModifyReplicationGroupRequest request) {
        Set<String> given = new HashSet<>();
        request.sdkFields().stream()
                .filter(each -> each.getValueOrDefault(request) != null)
                .filter(
                        each ->
                                !(each.getValueOrDefault(request) instanceof List<?> list)
                                        || !list.isEmpty())
                .forEach(each -> given.add(each.memberName()));
        return given;
    }

    List<String> allowedTypes() {
        return behaviour
                .allowedTypes()
                .orElseGet(
                        () -> NodeKind.of(group.nodeType()).larger().map(NodeKind::name).toList());
    }

    private ChangeUnderWay begin(Set<SimulatedShard> touched) {
        return ChangeUnderWay.begin(group, behaviour, faults, scheduler, touched);
    }

    private static void requireAtOnce(Boolean atOnce) {
        if (!Boolean.TRUE.equals(atOnce)) {
            throw Refused.value("ApplyImmediately must be true");
        }
    }

    /// One thing at a time; and a member that is not available is another error.
    void requireFree() {
        if (!group.isAvailable()
                || !group.shards().stream().allMatch(SimulatedShard::isAvailable)) {
            throw Refused.state("Replication group must be in available state to modify");
        }
        group.nodes()
                .filter(each -> !each.isAvailable())
                .findFirst()
                .ifPresent(
                        each -> {
                            throw Refused.memberState(
                                    "Cache cluster %s is not in available state, but %s"
                                            .formatted(each.id(), each.status()));
                        });
    }

    /// Between two modes nothing else is done. Who tries it all the same is written down.
    private void requireScalable(String call) {
        if (group.mode() == Mode.COMPATIBLE || group.modeToCome() != null) {
            journal.note(Kind.SCENARIO, call, "is refused between two cluster modes");
            throw Refused.state("Replication group in cluster mode compatible cannot be scaled");
        }
    }

    private void requireCluster() {
        if (group.mode() == Mode.DISABLED) {
            throw Refused.combination(
                    "Replication group %s has cluster mode disabled".formatted(group.id()));
        }
        requireOwnShape();
    }

    private void requireOwnShape() {
        if (group.setup().globalDatastore().isPresent()) {
            throw Refused.state(
                    "Replication group %s is part of a global replication group"
                            .formatted(group.id()));
        }
    }

    private void requireRoom(int fresh, String type) {
        if (fresh > 0 && behaviour.has(Quirk.CAPACITY_REFUSED)) {
            throw Refused.capacity(type);
        }
        if (!behaviour.has(Quirk.ADDRESSES_MISSED) && !addresses.has(fresh)) {
            throw Refused.addresses();
        }
    }
}
