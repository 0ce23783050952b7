package headroom.redshift.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.step.Pace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

final class PaceTest {
    private static final double NONE = 0;

    /// What is waited for.
    enum Phase {
        CHANGE,
        PRECOPY,
        ELASTIC,
        CLASSIC;

        Pace pace() {
            return switch (this) {
                case CHANGE -> Pace.CHANGE;
                case PRECOPY -> RunSnapshot.PRECOPY.pace();
                case ELASTIC -> ResizeMethod.ELASTIC.pace();
                case CLASSIC -> ResizeMethod.CLASSIC.pace();
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGE, -60, 25",
        "CHANGE, 0, 25",
        "CHANGE, 210, 26",
        "CHANGE, 600, 75",
        "CHANGE, 7199, 899",
        "CHANGE, 900000, 900",
        "PRECOPY, 0, 120",
        "PRECOPY, 600, 300",
        "PRECOPY, 90000, 900",
        "ELASTIC, 0, 150",
        "ELASTIC, 299, 150",
        "ELASTIC, 300, 35",
        "ELASTIC, 1200, 35",
        "ELASTIC, 36000, 720",
        "ELASTIC, 360000, 900",
        "CLASSIC, 0, 300",
        "CLASSIC, 7199, 1199",
        "CLASSIC, 7200, 540",
        "CLASSIC, 28800, 540",
        "CLASSIC, 86400, 1489",
        "CLASSIC, 172800, 2979",
        "CLASSIC, 1209600, 3600"
    })
    void growsWithTheTimeThatHasPassed(Phase pace, long elapsed, int wait) {
        assertEquals(wait, pace.pace().waitSeconds(Duration.ofSeconds(elapsed)));
    }

    /// At fifty minutes an elastic resize is looked at each minute if nobody knows better, and each
    /// twenty seconds at the most.
    @ParameterizedTest
    @CsvSource({"1000, 60", "60, 60", "59, 59", "30, 30", "20, 20", "3, 20"})
    void waitsNoLongerThanTheServiceExpects(long estimate, int wait) {
        assertEquals(wait, Phase.ELASTIC.pace().waitSeconds(Duration.ofMinutes(50), estimate));
    }

    @ParameterizedTest
    @EnumSource
    void takesNoEstimateForNone(Phase pace) {
        Duration passed = Duration.ofMinutes(40);
        int unguided = pace.pace().waitSeconds(passed);
        assertEquals(unguided, pace.pace().waitSeconds(passed, 0L));
        assertEquals(unguided, pace.pace().waitSeconds(passed, -1L));
        assertEquals(unguided, pace.pace().waitSeconds(passed, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        // An elastic resize of a quarter of an hour, a classic one of two days, and of a fortnight.
        "ELASTIC, 900, 40",
        "CLASSIC, 172800, 200",
        "CLASSIC, 1209600, 500"
    })
    void looksNoMoreOftenThanItMay(Phase pace, long takes, int most) {
        assertTrue(looks(pace, takes, NONE) <= most, looks(pace, takes, NONE) + " looks");
    }

    /// From eight to twenty minutes, second by second.
    @Test
    void noticesAnElasticResizeWithinTwentySecondsOnAverage() {
        assertTrue(late(Phase.ELASTIC, 8 * 60, 20 * 60, NONE) <= 20);
    }

    /// From two hours to two days, with no estimates, right ones, too short and too long ones: what
    /// is noticed late, in percent.
    @ParameterizedTest
    @ValueSource(doubles = {NONE, 1.0, 1.0 / 3, 3.0})
    void noticesAClassicResizeWithinAHundredthOnAverage(double estimates) {
        double sum = 0;
        int count = 0;
        for (long takes = 2 * 3600; takes <= 48 * 3600; takes += 97) {
            sum += 100.0 * late(Phase.CLASSIC, takes, takes, estimates) / takes;
            count++;
        }
        assertTrue(sum / count < 1, sum / count + " %");
    }

    private static double late(Phase pace, long from, long to, double estimates) {
        double sum = 0;
        int count = 0;
        for (long takes = from; takes <= to; takes++) {
            sum += noticed(pace, takes, estimates) - takes;
            count++;
        }
        return sum / count;
    }

    private static long noticed(Phase pace, long takes, double estimates) {
        long now = 0;
        while (now < takes) {
            now += wait(pace, now, takes, estimates);
        }
        return now;
    }

    private static int looks(Phase pace, long takes, double estimates) {
        long now = 0;
        int looks = 0;
        while (now < takes) {
            now += wait(pace, now, takes, estimates);
            looks++;
        }
        return looks;
    }

    /// @param estimates by which factor the service is wrong; nought for no estimate at all
    private static int wait(Phase pace, long now, long takes, double estimates) {
        Long remaining =
                estimates == NONE ? null : Long.valueOf(Math.round(estimates * (takes - now)));
        return pace.pace().waitSeconds(Duration.ofSeconds(now), remaining);
    }
}
