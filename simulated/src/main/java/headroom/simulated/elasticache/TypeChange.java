package headroom.simulated.elasticache;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.time.Scheduler;

import java.util.List;

/// All nodes are replaced by nodes of another type: replicas first, then each primary after one of
/// them took over. The group shows the new type from the beginning on.
final class TypeChange {
    private final SimulatedGroup group;
    private final CacheBehaviour behaviour;
    private final Addresses addresses;
    private final Scheduler scheduler;

    TypeChange(
            SimulatedGroup group,
            CacheBehaviour behaviour,
            Addresses addresses,
            Scheduler scheduler) {
        this.group = group;
        this.behaviour = behaviour;
        this.addresses = addresses;
        this.scheduler = scheduler;
    }

    void begin(ChangeUnderWay change, String type) {
        String old = group.nodeType();
        group.showType(type);
        boolean missed = change.missesCapacity() || !addresses.take(group.nodeCount());
        group.nodes().forEach(each -> each.become(SimulatedGroup.MODIFYING));
        change.after(
                behaviour.times().type().dividedBy(2),
                () -> {
                    if (missed) {
                        group.showType(old);
                        settle(change);
                    } else {
                        group.shards().forEach(each -> replaceReplicas(each, type));
                        group.shards().forEach(new Failover(group, behaviour, scheduler)::of);
                    }
                });
        if (!missed) {
            change.after(
                    behaviour.times().type(),
                    () -> {
                        group.shards().forEach(each -> replaceRest(each, type));
                        settle(change);
                    });
        }
    }

    private void settle(ChangeUnderWay change) {
        group.nodes().forEach(each -> each.become(SimulatedGroup.AVAILABLE));
        change.end();
    }

    private void replaceReplicas(SimulatedShard shard, String type) {
        List.copyOf(shard.nodes()).stream()
                .filter(each -> !each.isPrimary())
                .forEach(each -> replace(shard, each, type));
    }

    /// The primary of before, or the one node of a shard.
    private void replaceRest(SimulatedShard shard, String type) {
        List.copyOf(shard.nodes()).stream()
                .filter(each -> !each.type().equals(type))
                .forEach(each -> replace(shard, each, type));
    }

    private void replace(SimulatedShard shard, SimulatedNode node, String type) {
        if (!behaviour.has(Quirk.NODES_RENAMED)) {
            node.becomeOfType(type);
            return;
        }
        var other = SimulatedNode.available(group.nextNodeName(shard), type, node.isPrimary());
        other.follow(Shape.Sync.IN_STEP);
        other.become(SimulatedGroup.MODIFYING);
        shard.replace(node, other);
    }
}
