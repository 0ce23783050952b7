package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class DecisionPrecopyTest {
    @ParameterizedTest
    @CsvSource({
        "cause ALARM,                                     true",
        "cause MANUAL; disk 55,                           true",
        "permitted none; classicHours 12,                 true",
        "disk 89.9,                                       true",
        // Its writers are stopped first then.
        "disk 90,                                         false",
        "disk 95; sustained 85,                           true",
        "disk unknown; cause MANUAL,                      true",
        "precopy off,                                     false",
        "precopied RUNNING,                                  false",
        "precopied TAKEN,                                   false",
        "precopied FAILED,                                  false"
    })
    void takesPrecopyFirst(String differences, boolean expected) {
        assertEquals(expected, resize(differences).precopy());
    }

    @Test
    void saysThatThePrecopyFailed() {
        assertEquals(
                List.of(
                        "The snapshot before the pause (pre-copy) failed, so the one in the pause"
                                + " has more to copy."),
                resize("maxNodes 8; precopied FAILED").remarks());
        assertTrue(resize("maxNodes 8; precopied TAKEN").remarks().isEmpty());
    }

    @Test
    void saysWhyItDoesNotWaitForThePrecopy() {
        assertEquals(
                List.of(
                        "The disk became critical while the snapshot before the pause (pre-copy)"
                                + " was being taken. So replication is paused at once, and the end"
                                + " of that snapshot waited for in the pause."),
                resize("maxNodes 8; disk 95; precopied RUNNING").remarks());
    }

    /// Otherwise a pre-copy that outlasts the window would be taken each day, and the resize never
    /// made.
    @ParameterizedTest
    @CsvSource({"RUNNING", "TAKEN", "FAILED"})
    void goesOnAfterTheWindowWithWhatHasBegunInIt(String precopy) {
        String closed = "cause ALARM; window SUN 01:00-02:00 UTC; ";
        assertInstanceOf(Plan.Deferred.class, Situation.with(closed + "disk 84").plan());
        assertEquals(8, resize(closed + "precopied " + precopy).to());
    }

    private static Plan.Resize resize(String differences) {
        return assertInstanceOf(Plan.Resize.class, Situation.with(differences).plan());
    }
}
