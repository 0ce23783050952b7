package headroom.benchmarks.resize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.cluster.ResizeMethod;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

final class TraceTest {
    @Test
    void isTheSameFromTheSameSeed() {
        assertEquals(
                Trace.draw(ResizeMethod.ELASTIC, new SplittableRandom(7)),
                Trace.draw(ResizeMethod.ELASTIC, new SplittableRandom(7)));
    }

    @Test
    void isDrawnWithinItsBounds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int nth = 0; nth < 1000; nth++) {
            Trace elastic = Trace.draw(ResizeMethod.ELASTIC, random);
            assertBetween(Duration.ofMinutes(8), elastic.resize(), Duration.ofMinutes(20));
            assertBetween(Duration.ofMinutes(1), elastic.snapshot(), Duration.ofMinutes(60));
            elastic.stops()
                    .forEach(
                            each ->
                                    assertBetween(
                                            Duration.ofSeconds(5), each, Duration.ofMinutes(10)));
            elastic.starts()
                    .forEach(
                            each ->
                                    assertBetween(
                                            Duration.ofSeconds(10), each, Duration.ofMinutes(3)));
            Trace classic = Trace.draw(ResizeMethod.CLASSIC, random);
            assertBetween(Duration.ofHours(2), classic.resize(), Duration.ofDays(2));
        }
    }

    private static void assertBetween(Duration least, Duration found, Duration most) {
        assertTrue(found.compareTo(least) >= 0 && found.compareTo(most) <= 0, found::toString);
    }

    /// An hour's copy and ten minutes to stop: seventy of 240 minutes of writing are left.
    @Test
    void leavesToTheIncrementWhatWasWrittenSinceTheCopyBegan() {
        assertEquals(Duration.ofSeconds(1050), with(Duration.ofHours(1)).increment());
    }

    @Test
    void takesAMinuteForTheLeastIncrement() {
        assertEquals(Duration.ofMinutes(1), with(Duration.ofMinutes(1)).increment());
    }

    private static Trace with(Duration snapshot) {
        return new Trace(
                ResizeMethod.ELASTIC,
                Stream.of(5, 600).map(Duration::ofSeconds).toList(),
                snapshot,
                Duration.ofMinutes(15),
                List.of(Duration.ofMinutes(1)));
    }
}
