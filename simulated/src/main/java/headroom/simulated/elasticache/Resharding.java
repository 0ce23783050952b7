package headroom.simulated.elasticache;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.load.SlotSet;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;

/// Slots are spread evenly, over new shards too if there are to be more.
final class Resharding {
    private static final int PARTS = 10;

    private final SimulatedGroup group;
    private final CacheBehaviour behaviour;
    private final Addresses addresses;
    private final IntPredicate moves;
    private final List<SimulatedShard> fresh = new ArrayList<>();

    /// @param moves whether a slot can be moved
    Resharding(
            SimulatedGroup group,
            CacheBehaviour behaviour,
            Addresses addresses,
            IntPredicate moves) {
        this.group = group;
        this.behaviour = behaviour;
        this.addresses = addresses;
        this.moves = moves;
    }

    private record Move(int slot, SimulatedShard from, SimulatedShard to) {
        void make() {
            from.give(SlotSet.of(slot));
            to.take(SlotSet.of(slot));
        }
    }

    /// Whether no shard has more than one slot more than another.
    static boolean isEven(SimulatedGroup group) {
        var counts = group.shards().stream().mapToInt(each -> each.slots().count());
        var summary = counts.summaryStatistics();
        return summary.getMax() - summary.getMin() <= 1;
    }

    /// As many as the smallest shard has.
    static int nodesOfNewShard(SimulatedGroup group) {
        return group.shards().stream().mapToInt(each -> each.nodes().size()).min().orElseThrow();
    }

    void begin(ChangeUnderWay change, int target) {
        int nodes = nodesOfNewShard(group);
        int more = target - group.shards().size();
        for (int made = 0; made < more; made++) {
            fresh.add(create(nodes));
        }
        boolean missed = more > 0 && (change.missesCapacity() || !addresses.take(more * nodes));
        if (more > 0) {
            change.after(behaviour.times().node(), () -> afterCreation(change, missed));
        } else {
            spread(change);
        }
    }

    private SimulatedShard create(int nodes) {
        var shard = new SimulatedShard(group.nextShardId(), SimulatedNode.CREATING, SlotSet.NONE);
        group.add(shard);
        for (int made = 0; made < nodes; made++) {
            shard.add(
                    SimulatedNode.creating(group.nextNodeName(shard), group.nodeType(), made == 0));
        }
        return shard;
    }

    private void afterCreation(ChangeUnderWay change, boolean missed) {
        if (missed) {
            fresh.forEach(group::remove);
            change.end();
            return;
        }
        for (SimulatedShard each : fresh) {
            each.become(SimulatedGroup.MODIFYING);
            each.nodes().forEach(node -> node.become(SimulatedGroup.AVAILABLE));
        }
        spread(change);
    }

    private void spread(ChangeUnderWay change) {
        List<Move> all = plan();
        int end =
                behaviour.has(Quirk.ENDS_UNEVEN) || change.fallsBack()
                        ? all.size() / 2
                        : all.size();
        group.move(said(0));
        for (int part = 1; part <= PARTS; part++) {
            List<Move> now = all.subList(end * (part - 1) / PARTS, end * part / PARTS);
            Double percent = said(part);
            change.after(
                    behaviour.times().slots().multipliedBy(part).dividedBy(PARTS),
                    () -> {
                        now.forEach(Move::make);
                        group.move(percent);
                    });
        }
        change.after(behaviour.times().slots(), change::end);
    }

    private @Nullable Double said(int part) {
        double percent = 100.0 * part / PARTS;
        return switch (behaviour.progress()) {
            case SAID -> percent;
            case ABSENT -> null;
            case ZERO -> 0.0;
            case JUMPING -> part >= PARTS - 1 ? null : part % 3 == 2 ? percent / 2 : percent;
        };
    }

    /// From those that have more than their share, the last of their slots that can be moved.
    private List<Move> plan() {
        int shards = group.shards().size();
        int share = SlotSet.ALL_SLOTS / shards;
        int larger = SlotSet.ALL_SLOTS % shards;
        List<SimulatedShard> fullest =
                group.shards().stream()
                        .sorted((one, other) -> other.slots().count() - one.slots().count())
                        .toList();
        Deque<Move> open = new ArrayDeque<>();
        List<Move> moves = new ArrayList<>();
        for (SimulatedShard each : fullest) {
            int wanted = share + (fullest.indexOf(each) < larger ? 1 : 0);
            int surplus = each.slots().count() - wanted;
            if (surplus > 0) {
                movable(each, surplus).forEach(slot -> open.add(new Move(slot, each, each)));
            }
        }
        for (SimulatedShard each : fullest) {
            int wanted = share + (fullest.indexOf(each) < larger ? 1 : 0);
            for (int lack = wanted - each.slots().count(); lack > 0 && !open.isEmpty(); lack--) {
                Move next = open.remove();
                moves.add(new Move(next.slot(), next.from(), each));
            }
        }
        return moves;
    }

    private List<Integer> movable(SimulatedShard shard, int count) {
        List<Integer> slots = new ArrayList<>();
        PrimitiveIterator.OfInt each = shard.slots().stream().filter(moves).iterator();
        while (each.hasNext()) {
            slots.add(each.next());
        }
        return slots.subList(Math.max(0, slots.size() - count), slots.size());
    }
}
