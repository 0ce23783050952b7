package headroom.benchmarks.resize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.cluster.ResizeMethod;
import headroom.simulated.redshift.Estimates;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class RehearsedTest {
    private static final Trace TRACE =
            Trace.ordinary(ResizeMethod.ELASTIC, Duration.ofMinutes(15), Trace.TASKS);

    @Test
    void isTheSameEachTime() {
        assertEquals(
                Rehearsed.play(TRACE, Estimates.ABSENT), Rehearsed.play(TRACE, Estimates.ABSENT));
    }

    /// A minute of increment, fifteen of the resize, one to start, and what was noticed late.
    @Test
    void measuresThePauseAndWhatOfItIsLateness() {
        Course course = Rehearsed.play(TRACE, Estimates.ABSENT).course();
        double late = course.pauseSeconds() - Duration.ofMinutes(17).toSeconds();
        assertTrue(course.lateSeconds() > 0 && course.lateSeconds() < 36, course::toString);
        assertTrue(
                late > course.lateSeconds() && late < course.lateSeconds() + 60, course::toString);
    }

    /// Nothing is measured of what went wrong: DMS gives up on a task that does not stop in time.
    @Test
    void refusesARunThatFails() {
        Trace hanging =
                new Trace(
                        ResizeMethod.ELASTIC,
                        List.of(Duration.ofHours(3)),
                        TRACE.snapshot(),
                        TRACE.resize(),
                        List.of(Duration.ofMinutes(1)));
        IllegalStateException refused =
                assertThrows(
                        IllegalStateException.class,
                        () -> Rehearsed.play(hanging, Estimates.ABSENT));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith(
                                "ELASTIC resize of PT15M with 1 tasks and estimates ABSENT:"
                                        + " expected one run that succeeds, came to [FAILED"),
                refused::toString);
    }
}
