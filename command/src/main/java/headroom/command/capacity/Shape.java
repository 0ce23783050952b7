package headroom.command.capacity;

import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Engine;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;
import headroom.text.Listing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A group as a file describes it, and whether there can be one like it.
///
/// @param id the replication group's
record Shape(String id, ClusterMode mode, List<Shard> shards) {
    /// What no file tells, and what nothing that is judged here rests on.
    private static final String UNTOLD = "unknown";

    static final String AVAILABLE = "available";

    /// ElastiCache's own bound.
    private static final int MOST_NODES = 500;

    /// As if nothing were under way: a file has figures of what was, and says nothing of that.
    Group group() {
        return new Group(
                id,
                AVAILABLE,
                mode,
                new Engine(UNTOLD, UNTOLD),
                shards.getFirst().members().getFirst().type(),
                shards,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    void judge(Mistakes mistakes) {
        int nodes = shards.stream().mapToInt(each -> each.members().size()).sum();
        if (nodes > MOST_NODES) {
            mistakes.add(
                    "The group has %d nodes; ElastiCache has %d in a group at the most."
                            .formatted(nodes, MOST_NODES));
        }
        if (mode != ClusterMode.ENABLED && shards.size() > 1) {
            mistakes.add(
                    ("The group has %d shards with cluster mode %s; expected one. Say cluster mode"
                                    + " enabled, or leave out what is of another group.")
                            .formatted(shards.size(), mode.word()));
        }
        if (mode == ClusterMode.ENABLED) {
            judgeSlots(mistakes);
        }
    }

    /// Where they are not told of one shard, the others may hold what they like, but each slot
    /// once.
    private void judgeSlots(Mistakes mistakes) {
        Map<String, BitSet> held = new HashMap<>();
        shards.forEach(shard -> shard.slots().ifPresent(each -> held.put(shard.id(), bits(each))));
        BitSet all = new BitSet(Slots.ALL);
        BitSet twice = new BitSet(Slots.ALL);
        held.values()
                .forEach(
                        each -> {
                            BitSet both = (BitSet) each.clone();
                            both.and(all);
                            twice.or(both);
                            all.or(each);
                        });
        if (!twice.isEmpty()) {
            mistakes.add(
                    ("The slots %s are held by more than one shard (%s); expected each of 0-%d on"
                                    + " one.")
                            .formatted(
                                    inWords(twice),
                                    Listing.of(
                                            shards.stream()
                                                    .map(Shard::id)
                                                    .filter(
                                                            each ->
                                                                    held.containsKey(each)
                                                                            && held.get(each)
                                                                                    .intersects(
                                                                                            twice))
                                                    .toList()),
                                    Slots.ALL - 1));
        }
        all.flip(0, Slots.ALL);
        if (held.size() == shards.size() && !all.isEmpty()) {
            mistakes.add(
                    ("The slots %s are held by no shard; expected each of 0-%d on one. Leave slots"
                                    + " out of all shards if they are not known.")
                            .formatted(inWords(all), Slots.ALL - 1));
        }
    }

    private static BitSet bits(Slots slots) {
        BitSet bits = new BitSet(Slots.ALL);
        slots.ranges().forEach(each -> bits.set(each.first(), each.last() + 1));
        return bits;
    }

    private static String inWords(BitSet slots) {
        List<String> ranges = new ArrayList<>();
        for (int first = slots.nextSetBit(0); first >= 0; ) {
            int next = slots.nextClearBit(first);
            ranges.add(next - 1 == first ? "" + first : "%d-%d".formatted(first, next - 1));
            first = slots.nextSetBit(next);
        }
        return Listing.of(ranges);
    }
}
