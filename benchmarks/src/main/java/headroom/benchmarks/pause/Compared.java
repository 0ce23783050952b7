package headroom.benchmarks.pause;

import headroom.benchmarks.resize.Course;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.rehearsal.aws.Estimates;

import java.time.Duration;

/// One trace, run by all three.
///
/// @param estimates what Redshift said meanwhile; only Headroom asks
record Compared(Trace trace, Estimates estimates, Rehearsed ours, Course original, Course oracle) {
    private static final double MILLIS = 1000;

    static Compared of(Trace trace, Estimates estimates) {
        return new Compared(
                trace,
                estimates,
                Rehearsed.play(trace, estimates),
                Original.run(trace),
                Oracle.run(trace));
    }

    /// From ready to noticed.
    double lateSeconds() {
        return seconds(ours.course().late());
    }

    /// The same as a share of the resize, in percent.
    double latePercent() {
        return 100 * lateSeconds() / seconds(trace.resize());
    }

    double toOriginal() {
        return seconds(ours.course().pause()) / seconds(original.pause());
    }

    double toOracle() {
        return seconds(ours.course().pause()) / seconds(oracle.pause());
    }

    static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }

    double minutes() {
        return minutes(ours.course());
    }

    static double minutes(Course course) {
        return seconds(course.pause()) / 60;
    }
}
