package headroom.simulated.elasticache.load;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Some of the hash slots. It never changes.
public final class SlotSet {
    public static final int ALL_SLOTS = 16_384;

    public static final SlotSet NONE = new SlotSet(new BitSet());
    public static final SlotSet ALL = range(0, ALL_SLOTS - 1);

    private final BitSet slots;

    private SlotSet(BitSet slots) {
        this.slots = slots;
    }

    /// @param last included
    public static SlotSet range(int first, int last) {
        BitSet slots = new BitSet(ALL_SLOTS);
        slots.set(first, last + 1);
        return new SlotSet(slots);
    }

    public static SlotSet of(int slot) {
        return range(slot, slot);
    }

    /// As even as it gets.
    public static List<SlotSet> spread(int shards) {
        return IntStream.range(0, shards)
                .mapToObj(each -> range(first(each, shards), first(each + 1, shards) - 1))
                .toList();
    }

    private static int first(int shard, int shards) {
        return (int) ((long) ALL_SLOTS * shard / shards);
    }

    public int count() {
        return slots.cardinality();
    }

    public boolean has(int slot) {
        return slots.get(slot);
    }

    /// How many of these the others have as well.
    public int common(SlotSet others) {
        BitSet both = copy();
        both.and(others.slots);
        return both.cardinality();
    }

    public SlotSet with(SlotSet others) {
        BitSet together = copy();
        together.or(others.slots);
        return new SlotSet(together);
    }

    public SlotSet without(SlotSet others) {
        BitSet rest = copy();
        rest.andNot(others.slots);
        return new SlotSet(rest);
    }

    public IntStream stream() {
        return slots.stream();
    }

    private BitSet copy() {
        return (BitSet) slots.clone();
    }

    /// As the API writes them: `0-1364,5461`. Empty if there are none.
    ///
    /// @param between what stands between two ranges, which is documented nowhere
    public String text(String between) {
        List<String> ranges = new ArrayList<>();
        for (int first = slots.nextSetBit(0); first >= 0; ) {
            int end = slots.nextClearBit(first);
            ranges.add(end - first == 1 ? Integer.toString(first) : first + "-" + (end - 1));
            first = slots.nextSetBit(end);
        }
        return String.join(between, ranges);
    }
}
