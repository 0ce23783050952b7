package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.group.Change;

import org.junit.jupiter.api.Test;

import java.util.List;

final class UnhelpedTest {
    private static final Change THIRD = new Change.AddShards(2, 3);
    private static final Change FOURTH = new Change.AddShards(3, 4);

    @Test
    void holdsTheNextOfItsKindBackUntilItsTime() {
        var unhelped = new Unhelped(THIRD.inWords(), Situation.NOW);

        assertTrue(unhelped.holdsBack(FOURTH, Situation.NOW.minusSeconds(1)));
        assertFalse(unhelped.holdsBack(FOURTH, Situation.NOW));
    }

    /// No step is called taken that never was, and none is advised that is held back.
    @Test
    void isToldAsItWasTaken() {
        Plan plan = Situation.with("unhelped go from 2 to 3 shards").plan();

        assertEquals(
                "3 of 3 shards are too busy: 0001 at 72 % of its processor, 0002 at 72 % of its"
                        + " processor, 0003 at 72 % of its processor, and all shards in the mean at"
                        + " 72 %. The step that would answer it, to go from 3 to 5 shards, is held"
                        + " back: one of its kind, to go from 2 to 3 shards, was taken lately and"
                        + " did not help. None is tried again before 2026-11-22 07:30Z.",
                plan.sentence());
        assertEquals(
                List.of(Unhelped.LOOK_FURTHER),
                plan.basis().orElseThrow().findings().stream().map(Finding::remedy).toList());
    }
}
