package headroom.simulated.elasticache;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// New replicas on some shards: the nodes are made, and copy what the primary has.
final class ReplicaGrowth {
    private static final Duration LAGS = Duration.ofMinutes(4);
    private static final Duration CATCHES_UP = Duration.ofMinutes(2);

    private final SimulatedGroup group;
    private final CacheBehaviour behaviour;
    private final Addresses addresses;
    private final Scheduler scheduler;
    private final Map<SimulatedNode, SimulatedShard> fresh = new LinkedHashMap<>();

    ReplicaGrowth(
            SimulatedGroup group,
            CacheBehaviour behaviour,
            Addresses addresses,
            Scheduler scheduler) {
        this.group = group;
        this.behaviour = behaviour;
        this.addresses = addresses;
        this.scheduler = scheduler;
    }

    /// @param more how many, by the shard
    void begin(ChangeUnderWay change, Map<SimulatedShard, Integer> more) {
        more.forEach(this::create);
        boolean missed = change.missesCapacity() || !addresses.take(fresh.size());
        change.after(
                behaviour.times().node(),
                () -> {
                    if (missed) {
                        fresh.forEach((node, shard) -> shard.remove(node));
                    } else {
                        more.keySet().forEach(each -> save(each, true));
                        scheduler.after(CATCHES_UP, () -> catchUp(more.keySet()));
                        scheduler.after(
                                behaviour.has(Quirk.MEMBER_LAGS) ? LAGS : Duration.ZERO,
                                this::serve);
                    }
                    change.end();
                });
    }

    private void create(SimulatedShard shard, int count) {
        for (int made = 0; made < count; made++) {
            var node = SimulatedNode.creating(group.nextNodeName(shard), group.nodeType(), false);
            shard.add(node);
            fresh.put(node, shard);
        }
    }

    private void serve() {
        for (SimulatedNode each : List.copyOf(fresh.keySet())) {
            each.become(SimulatedGroup.AVAILABLE);
            each.follow(Shape.Sync.CATCHING_UP);
        }
        group.changed();
        scheduler.after(CATCHES_UP, this::follow);
    }

    private void follow() {
        fresh.keySet().forEach(each -> each.follow(Shape.Sync.IN_STEP));
        group.changed();
    }

    private void catchUp(Iterable<SimulatedShard> shards) {
        shards.forEach(each -> save(each, false));
        group.changed();
    }

    private static void save(SimulatedShard shard, boolean henceforth) {
        shard.primary().ifPresent(each -> each.save(henceforth));
    }
}
