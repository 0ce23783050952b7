package headroom.rehearsal.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class AxisTest {
    private static final double NEAR = 0.01;
    private static final int WIDTH = 1040;

    @Test
    void spreadsOneBusyHourOverItsWholeWidth() {
        Axis axis = Axis.of(quarters("2026-11-22T04:00:00Z", 5), WIDTH);
        assertEquals(List.of(), axis.gaps());
        assertEquals(WIDTH, axis.width(), NEAR);
        double first = axis.x(Instant.parse("2026-11-22T04:00:00Z"));
        double half = axis.x(Instant.parse("2026-11-22T04:30:00Z"));
        double last = axis.x(Instant.parse("2026-11-22T05:00:00Z"));
        assertEquals(last - half, half - first, NEAR);
    }

    @Test
    void leavesIdleTimeOutAndSaysHowMuch() {
        Axis axis =
                Axis.of(
                        both(
                                both(
                                        quarters("2026-11-22T04:00:00Z", 3),
                                        quarters("2026-11-22T16:30:00Z", 2)),
                                quarters("2026-12-08T01:00:00Z", 1)),
                        WIDTH);
        assertEquals(
                List.of("12 h", "15 days 8 h"), axis.gaps().stream().map(Axis.Gap::told).toList());
        assertEquals(3, axis.parts().size());
        double before = axis.x(Instant.parse("2026-11-22T04:30:00Z"));
        double idle = axis.x(Instant.parse("2026-11-22T10:00:00Z"));
        double after = axis.x(Instant.parse("2026-11-22T16:30:00Z"));
        assertTrue(before < idle && idle < after, () -> before + " " + idle + " " + after);
    }

    @Test
    void namesEachPartsBeginningAndEachDayOnce() {
        Axis axis =
                Axis.of(
                        both(
                                quarters("2026-11-22T04:00:00Z", 2),
                                quarters("2026-11-24T09:07:00Z", 1)),
                        WIDTH);
        List<Axis.Tick> ticks = axis.ticks();
        assertEquals("04:00", ticks.getFirst().time());
        assertEquals(Optional.of("22 Nov"), ticks.getFirst().day());
        assertEquals("09:07", ticks.getLast().time());
        assertEquals(Optional.of("24 Nov"), ticks.getLast().day());
        assertEquals(2, ticks.stream().filter(each -> each.day().isPresent()).count());
    }

    @Test
    void keepsTheTimesThatItNamesApart() {
        Axis axis = Axis.of(quarters("2026-11-22T03:58:30Z", 200), WIDTH);
        List<Axis.Tick> ticks = axis.ticks();
        for (int each = 1; each < ticks.size(); each++) {
            double apart = ticks.get(each).x() - ticks.get(each - 1).x();
            assertTrue(apart >= 32, () -> apart + " between two of " + ticks);
        }
    }

    @Test
    void holdsMomentsBeforeAndBehindAllAtItsEdges() {
        Axis axis = Axis.of(quarters("2026-11-22T04:00:00Z", 2), WIDTH);
        assertEquals(0, axis.x(Instant.EPOCH), NEAR);
        assertEquals(axis.width(), axis.x(Instant.MAX), NEAR);
    }

    private static List<Instant> both(List<Instant> some, List<Instant> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<Instant> quarters(String from, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> Instant.parse(from).plusSeconds(900L * each))
                .toList();
    }
}
