package headroom.benchmarks.scale;

import headroom.benchmarks.Spread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/// Times of the machine.
record Stopwatch(InstantSource time) {
    private static final int RUNS = 7;

    /// The median of some runs after a first one, in which the JVM compiles; in seconds.
    double median(Runnable work) {
        work.run();
        List<Duration> runs = IntStream.range(0, RUNS).mapToObj(_ -> once(work)).toList();
        return Spread.of(runs, Stopwatch::seconds).median();
    }

    private Duration once(Runnable work) {
        Instant begin = time.instant();
        work.run();
        return Duration.between(begin, time.instant());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
