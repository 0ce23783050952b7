package headroom.benchmarks.scale;

import headroom.benchmarks.findings.Spread;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// Times of the machine.
///
/// @param nanos that have passed
public record Stopwatch(LongSupplier nanos) {
    static final int RUNS = 9;

    /// The processor's time of the one thread that works, which other programs lengthen less than
    /// the wall clock's.
    public static Stopwatch ofProcessor() {
        return new Stopwatch(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /// The median of some runs after as many that do not count; in nanoseconds.
    double median(Runnable work) {
        for (int run = 0; run < RUNS; run++) {
            work.run();
        }
        List<Long> runs = IntStream.range(0, RUNS).mapToObj(_ -> once(work)).toList();
        return Spread.of(runs, each -> each).median();
    }

    private long once(Runnable work) {
        long begin = nanos.getAsLong();
        work.run();
        return nanos.getAsLong() - begin;
    }
}
