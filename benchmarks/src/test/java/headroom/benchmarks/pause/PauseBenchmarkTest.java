package headroom.benchmarks.pause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.benchmarks.findings.Target;
import headroom.benchmarks.resize.Course;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.redshift.cluster.ResizeMethod;
import headroom.simulated.redshift.Estimates;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A share of what `./benchmark pause` plays in full.
final class PauseBenchmarkTest {
    private static final Sample SMALL = Sample.draw(60);

    @Test
    void meetsItsTargetsOnASmallSample() {
        assertEquals(List.of(), missed(PauseBenchmark.targets(SMALL)));
        assertEquals(List.of(), missed(PauseBenchmark.targetsOfPolls()));
    }

    @Test
    void aMeasureLetsNoRunBeginThatOutlastsItsLog() {
        Forecasts forecasts = Forecasts.of(SMALL);
        assertEquals(List.of(), missed(forecasts.targets()));
        ResizeMethod classic = ResizeMethod.CLASSIC;
        assertTrue(
                forecasts.outlasting(classic, true) < forecasts.outlasting(classic, false),
                forecasts.lines()::toString);
    }

    @Test
    void isNeverFasterThanTheOracle() {
        for (Compared each : SMALL.all()) {
            assertTrue(each.toOracle() > 1, each::toString);
        }
    }

    @Test
    void isWrittenTheSameEachTime() {
        assertEquals(
                new PauseTables(Sample.draw(4)).lines(), new PauseTables(Sample.draw(4)).lines());
    }

    @Test
    void missesItsTargetsWhereAResizeIsNoticedLate() {
        Sample late =
                new Sample(
                        Stream.of(ResizeMethod.values())
                                .map(PauseBenchmarkTest::noticedAfterHours)
                                .toList());
        assertEquals(
                List.of(
                        "elastic: from ready to noticed, s, mean",
                        "classic: from ready to noticed, % of the resize, mean",
                        "elastic: all pauses together, of the oracle's",
                        "elastic: all pauses together, of the original's"),
                missed(PauseBenchmark.targets(late)).stream().map(Target::what).toList());
    }

    private static List<Target> missed(List<Target> targets) {
        return targets.stream().filter(each -> !each.isMet()).toList();
    }

    private static Compared noticedAfterHours(ResizeMethod method) {
        Trace trace = Trace.ordinary(method, Duration.ofHours(2), Trace.TASKS);
        Course course = new Course(Duration.ofHours(5), Duration.ofHours(3), 30);
        return new Compared(
                trace,
                Estimates.ABSENT,
                new Rehearsed(course, 200, 70, 600),
                Original.run(trace),
                Oracle.run(trace));
    }
}
