package headroom.simulated.elasticache;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.util.Set;

/// A change of the group that ElastiCache has accepted: from then until the group is available
/// again, with all that may come in between.
final class ChangeUnderWay {
    private static final Duration MIDWAY = Duration.ofMinutes(4);
    private static final Duration INTERLUDE = Duration.ofMinutes(3);
    private static final Duration SHARD_LAGS = Duration.ofHours(5);
    private static final Duration AFTERWARDS = Duration.ofMinutes(20);
    private static final String UNKNOWN = "optimizing";
    private static final int SLOW = 10;

    private final SimulatedGroup group;
    private final CacheBehaviour behaviour;
    private final Scheduler scheduler;
    private final String fate;
    private boolean over;

    private ChangeUnderWay(
            SimulatedGroup group, CacheBehaviour behaviour, Faults faults, Scheduler scheduler) {
        this.group = group;
        this.behaviour = behaviour;
        this.scheduler = scheduler;
        fate = faults.strike(ElastiCacheFaults.CHANGE).orElse("");
    }

    /// @param touched the shards that it is about
    static ChangeUnderWay begin(
            SimulatedGroup group,
            CacheBehaviour behaviour,
            Faults faults,
            Scheduler scheduler,
            Set<SimulatedShard> touched) {
        var change = new ChangeUnderWay(group, behaviour, faults, scheduler);
        group.become(SimulatedGroup.MODIFYING);
        touched.forEach(each -> each.become(SimulatedGroup.MODIFYING));
        group.changed();
        change.interrupt();
        return change;
    }

    private void interrupt() {
        if (behaviour.has(Quirk.FAILS_OVER)) {
            midway(() -> new Failover(group, behaviour, scheduler).of(group.shards().getFirst()));
        }
        if (behaviour.has(Quirk.DELETED_MIDWAY)) {
            midway(() -> group.become(SimulatedGroup.GONE));
        }
        if (behaviour.has(Quirk.UNKNOWN_STATUS)) {
            midway(() -> pass(UNKNOWN));
        }
        if (behaviour.has(Quirk.BACKUP_INTERLEAVES)) {
            midway(() -> pass(SimulatedGroup.SNAPSHOTTING));
        }
    }

    private void midway(Runnable event) {
        scheduler.after(
                MIDWAY,
                () -> {
                    if (!over && !group.isGone()) {
                        event.run();
                        group.changed();
                    }
                });
    }

    private void pass(String status) {
        group.become(status);
        scheduler.after(
                INTERLUDE,
                () -> {
                    if (!over) {
                        leave(status, SimulatedGroup.MODIFYING);
                    }
                });
    }

    private void leave(String status, String next) {
        if (group.status().equals(status)) {
            group.become(next);
        }
    }

    /// Goes on when the time is over, if the group is still there.
    void after(Duration usual, Runnable next) {
        if (fate.equals(FaultKinds.HANGS)) {
            return;
        }
        scheduler.after(
                usual.multipliedBy(fate.equals(FaultKinds.SLOW) ? SLOW : 1),
                () -> {
                    if (!group.isGone()) {
                        next.run();
                        group.changed();
                    }
                });
    }

    /// Whether it falls back where it would need new nodes.
    boolean fallsBack() {
        return fate.equals(FaultKinds.FAILS);
    }

    boolean missesCapacity() {
        return fallsBack() || behaviour.has(Quirk.CAPACITY_MISSED);
    }

    /// The group is available, and its shards, but for what lags.
    void end() {
        over = true;
        group.move(null);
        group.shards().forEach(each -> each.become(SimulatedGroup.AVAILABLE));
        group.become(SimulatedGroup.AVAILABLE);
        if (behaviour.has(Quirk.UNKNOWN_STATUS_AFTERWARDS)) {
            group.become(UNKNOWN);
            scheduler.after(AFTERWARDS, () -> leave(UNKNOWN, SimulatedGroup.AVAILABLE));
        }
        if (behaviour.has(Quirk.SHARD_LAGS)) {
            SimulatedShard last = group.shards().getLast();
            last.become(SimulatedGroup.MODIFYING);
            scheduler.after(SHARD_LAGS, () -> last.become(SimulatedGroup.AVAILABLE));
        }
    }
}
