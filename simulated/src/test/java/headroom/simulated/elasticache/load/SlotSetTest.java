package headroom.simulated.elasticache.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

final class SlotSetTest {
    @Test
    void spreadsAllSlotsOnce() {
        List<SlotSet> shards = SlotSet.spread(3);
        assertEquals(
                List.of("0-5460", "5461-10921", "10922-16383"),
                shards.stream().map(each -> each.text(",")).toList());
        assertEquals(
                SlotSet.ALL_SLOTS, shards.stream().reduce(SlotSet.NONE, SlotSet::with).count());
    }

    @Test
    void writesSeveralRangesAndSingleSlots() {
        SlotSet slots = SlotSet.range(0, 1_364).with(SlotSet.of(7_000)).without(SlotSet.of(3));
        assertEquals("0-2 4-1364 7000", slots.text(" "));
        assertEquals("", SlotSet.NONE.text(","));
    }

    @Test
    void neverChanges() {
        SlotSet one = SlotSet.range(0, 9);
        assertEquals(5, one.without(SlotSet.range(5, 9)).count());
        assertEquals(10, one.count());
        assertEquals(3, one.common(SlotSet.range(7, 20)));
        assertTrue(SlotSet.ALL.has(16_383));
    }
}
