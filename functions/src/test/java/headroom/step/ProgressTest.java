package headroom.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

final class ProgressTest {
    @ParameterizedTest
    @CsvSource({
        "-60, 20",
        "0, 20",
        "209, 20",
        "210, 21",
        "600, 60",
        "3600, 360",
        "8999, 899",
        "9000, 900",
        "9010, 900",
        "100000000000, 900"
    })
    void waitsATenthOfTheTimeThatHasPassedWithinBounds(long elapsed, int wait) {
        assertEquals(wait, Progress.waitSeconds(Duration.ofSeconds(elapsed)));
    }

    @Test
    void looksLessThan1500TimesInAFortnight() {
        Duration elapsed = Duration.ZERO;
        int looks = 0;
        while (elapsed.compareTo(Duration.ofDays(14)) < 0) {
            elapsed = elapsed.plusSeconds(Progress.waitSeconds(elapsed));
            looks++;
        }

        assertTrue(looks < 1500, looks + " looks");
    }

    @Test
    void saysHowLongToWait() {
        assertEquals(
                new Progress.Working(60, 40, "Busy."),
                Progress.working(Duration.ofMinutes(10), 40, "Busy."));
    }

    @Test
    void namesThePhaseThatTookTooLongItsLimitAndWhatWasSeenLast() {
        assertEquals(
                "The snapshot took longer than its limit of 360 minutes. Last seen: creating",
                new PhaseTimedOut("The snapshot", Duration.ofHours(6), "creating").getMessage());
    }
}
