package headroom.benchmarks.resize;

import headroom.redshift.cluster.ResizeMethod;
import headroom.simulated.redshift.RedshiftBehaviour;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// How long everything in one resize takes, whoever runs it.
///
/// @param stops how long each DMS task is in `stopping`
/// @param snapshot how long a snapshot is in `creating`, if none was taken in the hours before
/// @param resize from the accepted request until the cluster takes writes with its new nodes
/// @param starts how long each DMS task is in `starting`
public record Trace(
        ResizeMethod method,
        List<Duration> stops,
        Duration snapshot,
        Duration resize,
        List<Duration> starts) {
    public static final int TASKS = 3;
    private static final Duration WRITTEN_FOR = Duration.ofHours(4);
    private static final Duration LEAST = Duration.ofMinutes(1);

    public static Trace draw(ResizeMethod method, RandomGenerator random) {
        return new Trace(
                method,
                durations(random, Duration.ofSeconds(5), Duration.ofMinutes(10)),
                duration(random, LEAST, Duration.ofHours(1)),
                switch (method) {
                    case ELASTIC -> duration(random, Duration.ofMinutes(8), Duration.ofMinutes(20));
                    case CLASSIC -> duration(random, Duration.ofHours(2), Duration.ofDays(2));
                },
                durations(random, Duration.ofSeconds(10), Duration.ofMinutes(3)));
    }

    private static List<Duration> durations(RandomGenerator random, Duration least, Duration most) {
        return Stream.generate(() -> duration(random, least, most)).limit(TASKS).toList();
    }

    /// In whole seconds, each as likely as any other.
    private static Duration duration(RandomGenerator random, Duration least, Duration most) {
        return Duration.ofSeconds(random.nextLong(least.toSeconds(), most.toSeconds() + 1));
    }

    /// As in the rehearsal's ordinary setup, but for the length of the resize and the number of DMS
    /// tasks.
    public static Trace ordinary(ResizeMethod method, Duration resize, int tasks) {
        return new Trace(
                method,
                Collections.nCopies(tasks, Duration.ofSeconds(65)),
                RedshiftBehaviour.ORDINARY.times().snapshot(),
                resize,
                Collections.nCopies(tasks, Duration.ofSeconds(60)));
    }

    /// How long a snapshot in the pause is in `creating` if one was taken just before: it has to
    /// copy what was written from the beginning of that one until the last task stopped. What takes
    /// the whole of [#snapshot()] is what was written since Redshift's last own one, which it takes
    /// every eight hours: four on average. Nothing takes less than a minute.
    public Duration increment() {
        long written = snapshot.plus(lastStop()).toSeconds();
        Duration share =
                Duration.ofSeconds(snapshot.toSeconds() * written / WRITTEN_FOR.toSeconds());
        return Collections.max(List.of(share, LEAST));
    }

    /// From the request until nothing writes any more.
    public Duration lastStop() {
        return Collections.max(stops);
    }

    /// From the request until the first task has stopped, when the pause begins.
    public Duration firstStop() {
        return Collections.min(stops);
    }

    /// From the request until all tasks run, when the pause ends.
    public Duration lastStart() {
        return Collections.max(starts);
    }
}
