package headroom.benchmarks.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.benchmarks.findings.Target;
import headroom.rehearsal.redshift.simulation.Setup;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

final class ScaleBenchmarkTest {
    private static final int ROUNDS_IN_A_MONTH = 31 * 24 * 4;

    @Test
    void meetsItsTargets() {
        IdleMonth month = IdleMonth.play(Setup.ORDINARY, 0);
        assertEquals(new IdleMonth(ROUNDS_IN_A_MONTH, 0, 0), month);
        assertEquals(List.of(), missed(month));
    }

    @Test
    void missesThemInAMonthThatIsNotIdle() {
        IdleMonth month = IdleMonth.play(Setup.ORDINARY, 0.02);
        assertTrue(month.executions() > 0, month::toString);
        assertEquals(
                List.of("executions in an idle month", "state transitions in an idle month"),
                missed(month));
    }

    private static List<String> missed(IdleMonth month) {
        return ScaleBenchmark.targets(month).stream()
                .filter(each -> !each.isMet())
                .map(Target::what)
                .toList();
    }

    /// Each run takes longer than the one before; the first ones do not count.
    @Test
    void takesTheMedianOfTheRunsAfterTheFirst() {
        AtomicLong now = new AtomicLong();
        List<Integer> runs = new ArrayList<>();
        double median =
                new Stopwatch(now::get)
                        .median(
                                () -> {
                                    runs.add(1);
                                    now.addAndGet(runs.size());
                                });
        assertEquals(2 * Stopwatch.RUNS, runs.size());
        assertEquals(Stopwatch.RUNS + (Stopwatch.RUNS + 1) / 2.0, median);
    }
}
