package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.group.Change;

import org.junit.jupiter.api.Test;

final class UnhelpedTest {
    private static final Change THIRD = new Change.AddShards(2, 3);
    private static final Change FOURTH = new Change.AddShards(3, 4);

    @Test
    void holdsTheNextOfItsKindBackUntilItsTime() {
        var unhelped = new Unhelped(THIRD.inWords(), Situation.NOW);

        assertTrue(unhelped.holdsBack(FOURTH, Situation.NOW.minusSeconds(1)));
        assertFalse(unhelped.holdsBack(FOURTH, Situation.NOW));
    }
}
