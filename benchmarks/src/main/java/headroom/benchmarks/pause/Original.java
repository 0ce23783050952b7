package headroom.benchmarks.pause;

import headroom.benchmarks.resize.Course;
import headroom.benchmarks.resize.Trace;

import java.time.Duration;

/// A published Python function that does the same in one Lambda, and can leave replication stopped.
/// It waits for fixed times: ten seconds between looks at the tasks, five minutes between looks at
/// the resize. It takes its one snapshot in the pause, does not look at it, and asks for the resize
/// at once.
///
/// It is a model with every advantage: each call and each look takes no time; Redshift begins the
/// resize as soon as the snapshot is there, where in truth it may refuse it or let it fail; the
/// tasks are started in the moment in which the resize is noticed.
final class Original {
    private static final Duration BETWEEN_LOOKS_AT_TASKS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS_AT_RESIZE = Duration.ofMinutes(5);

    private Original() {}

    static Course run(Trace trace) {
        Duration stopped =
                BETWEEN_LOOKS_AT_TASKS.multipliedBy(
                        looks(trace.lastStop(), BETWEEN_LOOKS_AT_TASKS));
        Duration ready = trace.snapshot().plus(trace.resize());
        int looks = looks(ready, BETWEEN_LOOKS_AT_RESIZE);
        Duration noticed = BETWEEN_LOOKS_AT_RESIZE.multipliedBy(looks);
        return new Course(
                stopped.plus(noticed).plus(trace.lastStart()).minus(trace.firstStop()),
                noticed.minus(ready),
                looks);
    }

    /// Each after a wait, until what takes so long has ended.
    private static int looks(Duration takes, Duration wait) {
        return Math.toIntExact(Math.ceilDiv(takes.toSeconds(), wait.toSeconds()));
    }
}
