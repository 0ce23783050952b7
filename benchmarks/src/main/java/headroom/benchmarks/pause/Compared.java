package headroom.benchmarks.pause;

import headroom.benchmarks.resize.Course;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.simulated.redshift.Estimates;

/// One trace, run by all three.
///
/// @param estimates what Redshift said meanwhile; only Headroom asks
record Compared(Trace trace, Estimates estimates, Rehearsed ours, Course original, Course oracle) {
    static Compared of(Trace trace, Estimates estimates) {
        return new Compared(
                trace,
                estimates,
                Rehearsed.play(trace, estimates),
                Original.run(trace),
                Oracle.run(trace));
    }

    double pauseSeconds() {
        return ours.course().pauseSeconds();
    }

    double lateSeconds() {
        return ours.course().lateSeconds();
    }

    double latePercent() {
        return ours.course().latePercent(trace);
    }

    double toOriginal() {
        return pauseSeconds() / original.pauseSeconds();
    }

    double toOracle() {
        return pauseSeconds() / oracle.pauseSeconds();
    }
}
