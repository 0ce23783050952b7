package headroom.simulated.elasticache;

import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.ModeHabits.Habit;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The group is taken from one cluster mode to another, one step at a time, and none back from the
/// last.
final class ModeChange {
    private final SimulatedGroup group;
    private final ModeHabits habits;
    private final Supplier<ChangeUnderWay> begin;
    private final Scheduler scheduler;
    private final Journal journal;

    /// @param begin takes the group into a change
    ModeChange(
            SimulatedGroup group,
            ModeHabits habits,
            Supplier<ChangeUnderWay> begin,
            Scheduler scheduler,
            Journal journal) {
        this.group = group;
        this.habits = habits;
        this.begin = begin;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    /// @param given the parameters of the request
    void ask(ModifyReplicationGroupRequest request, Set<String> given) {
        Mode to = Mode.valueOf(request.clusterModeAsString().toUpperCase(Locale.ROOT));
        requireAlone(given);
        if (group.modeToCome() != null) {
            throw Refused.state(
                    "Cluster mode %s of the replication group is pending"
                            .formatted(group.modeToCome()));
        }
        refuse(group.mode(), to, given.contains("CacheParameterGroupName"));
        boolean waits = habits.has(Habit.WAITS) && !Boolean.TRUE.equals(request.applyImmediately());
        journal.note(
                Kind.CALL,
                "ModifyReplicationGroup",
                "cluster mode %s -> %s".formatted(group.mode(), to));
        group.ask(to);
        if (waits) {
            inTheWindow(to, ModeHabits.WINDOW);
        } else {
            carryOut(to);
        }
    }

    /// ElastiCache takes nothing beside a mode, but the parameter group that goes with it.
    private void requireAlone(Set<String> given) {
        Set<String> others = new TreeSet<>(given);
        others.removeAll(List.of("ReplicationGroupId", "ClusterMode", "CacheParameterGroupName"));
        if (!habits.has(Habit.ALONE)) {
            others.remove("ApplyImmediately");
        }
        if (!others.isEmpty()) {
            throw Refused.combination(
                    "ClusterMode cannot be modified together with " + String.join(" and ", others));
        }
    }

    private void refuse(Mode from, Mode to, boolean namesParameters) {
        if (from == to) {
            throw Refused.nothingToDo("The cluster mode is %s already".formatted(to));
        }
        boolean isRefused =
                from == Mode.ENABLED
                        || (from == Mode.DISABLED && to == Mode.ENABLED)
                        || (to == Mode.DISABLED && habits.has(Habit.NO_WAY_BACK));
        if (isRefused) {
            throw Refused.combination(
                    "The cluster mode cannot go from %s to %s".formatted(from, to));
        }
        if (from == Mode.DISABLED) {
            requireReady(namesParameters);
        }
    }

    private void requireReady(boolean namesParameters) {
        GroupSetup setup = group.setup();
        if (!setup.failsOver() || group.shards().stream().anyMatch(each -> each.replicas() == 0)) {
            throw Refused.combination("The cluster mode needs automatic failover and a replica");
        }
        if (setup.isOlderThan(setup.engine().equals("valkey") ? 7.2 : 7.0)) {
            throw Refused.combination(
                    "The cluster mode of engine version %s cannot be modified"
                            .formatted(setup.version()));
        }
        if (!setup.parameterGroup().startsWith("default.") && !namesParameters) {
            throw Refused.combination(
                    "The parameter group %s does not have cluster-enabled set to yes"
                            .formatted(setup.parameterGroup()));
        }
    }

    private void inTheWindow(Mode to, Duration later) {
        scheduler.after(
                later,
                () -> {
                    if (group.isGone()) {
                        return;
                    }
                    if (group.isAvailable()) {
                        carryOut(to);
                    } else {
                        inTheWindow(to, Duration.ofHours(1));
                    }
                });
    }

    private void carryOut(Mode to) {
        ChangeUnderWay change = begin.get();
        boolean missed = change.fallsBack();
        group.nodes().forEach(each -> each.become(SimulatedGroup.MODIFYING));
        change.after(
                habits.takes(),
                () -> {
                    if (!missed && to == Mode.COMPATIBLE && habits.has(Habit.NODES_RENAMED)) {
                        group.shards().forEach(this::rename);
                    }
                    group.settle(
                            missed ? group.mode() : to,
                            habits.has(Habit.SHOWN_LATE) ? ModeHabits.LATE : Duration.ZERO);
                    group.nodes().forEach(each -> each.become(SimulatedGroup.AVAILABLE));
                    change.end();
                });
    }

    private void rename(SimulatedShard shard) {
        for (SimulatedNode each : List.copyOf(shard.nodes())) {
            var other =
                    SimulatedNode.available(
                            group.nextNodeName(shard), each.type(), each.isPrimary());
            other.follow(Shape.Sync.IN_STEP);
            shard.replace(each, other);
        }
    }
}
