package headroom.benchmarks.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

final class TargetTest {
    @Test
    void isMetUpToItsBound() {
        assertEquals("| polls | 40 | 40 | met |", new Target("polls", 40, 40).row());
    }

    @Test
    void isMissedBeyondItsBoundAndRoundsUp() {
        assertEquals(
                "| seconds | 20.001 | 20 | **missed** |", new Target("seconds", 20.0001, 20).row());
    }

    @Test
    void isMissedWhereNothingWasFound() {
        assertEquals(
                "| seconds | none | 20 | **missed** |",
                new Target("seconds", Double.NaN, 20).row());
    }

    @Test
    void findingsMeetTheirTargetsIfAllAreMet() {
        Target met = new Target("polls", 1, 2);
        Target missed = new Target("polls", 3, 2);
        assertTrue(new Findings(List.of(), List.of(met, met)).meetTheTargets());
        assertFalse(new Findings(List.of(), List.of(met, missed)).meetTheTargets());
    }
}
