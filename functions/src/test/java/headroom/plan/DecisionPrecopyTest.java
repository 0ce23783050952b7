package headroom.plan;

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
        "copied TAKEN,                                   false",
        "copied FAILED,                                  false"
    })
    void copiesFirst(String differences, boolean expected) {
        assertEquals(expected, resize(differences).copiesFirst());
    }

    @Test
    void saysThatThePrecopyFailed() {
        assertEquals(
                List.of(
                        "The snapshot before the pause (pre-copy) failed, so the one in the pause"
                                + " has more to copy."),
                resize("copied FAILED").remarks());
        assertTrue(resize("copied TAKEN").remarks().isEmpty());
    }

    private static Plan.Resize resize(String differences) {
        return assertInstanceOf(Plan.Resize.class, Situation.with(differences).plan());
    }
}
