package headroom.benchmarks.pause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.benchmarks.resize.Course;
import headroom.benchmarks.resize.Trace;
import headroom.redshift.cluster.ResizeMethod;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// One resize, reckoned by hand.
final class ModelsTest {
    private static final Trace TRACE =
            new Trace(
                    ResizeMethod.ELASTIC,
                    seconds(8, 25, 61),
                    Duration.ofMinutes(40),
                    Duration.ofMinutes(15),
                    seconds(30, 90, 60));

    /// Stopped at 70, seen by the seventh look; ready 3300 later, seen by the eleventh: nothing is
    /// late. A second more is seen by the twelfth.
    @Test
    void theOriginalWaitsForFixedTimes() {
        assertEquals(
                new Course(Duration.ofSeconds(70 + 3300 + 90 - 8), Duration.ZERO, 11),
                Original.run(TRACE));
        Trace longer =
                new Trace(
                        TRACE.method(),
                        TRACE.stops(),
                        TRACE.snapshot().plusSeconds(1),
                        TRACE.resize(),
                        TRACE.starts());
        assertEquals(
                new Course(Duration.ofSeconds(70 + 3600 + 90 - 8), Duration.ofSeconds(299), 12),
                Original.run(longer));
    }

    /// 2400 seconds of a full snapshot, and 2461 of 14400 seconds' writing left to the increment.
    @Test
    void theOracleWaitsForAwsAlone() {
        assertEquals(
                new Course(Duration.ofSeconds(61 - 8 + 410 + 900 + 90), Duration.ZERO, 1),
                Oracle.run(TRACE));
    }

    private static List<Duration> seconds(Integer... values) {
        return Stream.of(values).map(Duration::ofSeconds).toList();
    }
}
