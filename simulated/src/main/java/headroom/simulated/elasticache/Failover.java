package headroom.simulated.elasticache;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.time.Scheduler;

import java.time.Duration;

/// A replica takes over from its primary. The group's status tells nothing of it, and for a while
/// the metrics contradict each other.
final class Failover {
    private static final Duration CONFUSED = Duration.ofSeconds(90);
    private static final Duration SILENT = Duration.ofMinutes(3);

    private final SimulatedGroup group;
    private final CacheBehaviour behaviour;
    private final Scheduler scheduler;

    Failover(SimulatedGroup group, CacheBehaviour behaviour, Scheduler scheduler) {
        this.group = group;
        this.behaviour = behaviour;
        this.scheduler = scheduler;
    }

    /// A shard without a replica stays as it is.
    void of(SimulatedShard shard) {
        shard.primary()
                .ifPresent(
                        old -> shard.successor().ifPresent(successor -> replace(old, successor)));
    }

    private void replace(SimulatedNode old, SimulatedNode successor) {
        old.lead(false);
        successor.lead(true);
        boolean none = behaviour.has(Quirk.NONE_CLAIMS);
        old.claim(!none);
        successor.claim(!none);
        old.follow(Shape.Sync.SILENT);
        group.changed();
        scheduler.after(CONFUSED, () -> settle(old));
        scheduler.after(CONFUSED, () -> settle(successor));
        scheduler.after(
                SILENT,
                () -> {
                    old.follow(Shape.Sync.IN_STEP);
                    group.changed();
                });
    }

    private void settle(SimulatedNode node) {
        node.claim(node.isPrimary());
        group.changed();
    }
}
