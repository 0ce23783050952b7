package headroom.benchmarks.resize;

import java.time.Duration;

/// What came of a trace.
///
/// @param pause from the first task that stopped writing until all of them run again
/// @param late from when the resized cluster took writes until that was noticed
/// @param polls how often the resize was looked at
public record Course(Duration pause, Duration late, int polls) {
    private static final double MILLIS = 1000;

    public double pauseSeconds() {
        return pause.toMillis() / MILLIS;
    }

    public double lateSeconds() {
        return late.toMillis() / MILLIS;
    }

    /// How much later than it ended the resize was noticed, in percent of it.
    public double latePercent(Trace trace) {
        return 100 * lateSeconds() / trace.resize().toSeconds();
    }
}
