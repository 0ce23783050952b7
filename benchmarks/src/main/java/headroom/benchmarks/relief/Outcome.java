package headroom.benchmarks.relief;

import headroom.simulated.elasticache.load.Shape;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What came of a story.
///
/// @param nodes that were bought
/// @param relief how long it was from the alarm until nothing was over its limit; empty if it did
///   not come while the story lasted
record Outcome(int nodes, Optional<Duration> relief) {
    static Outcome of(Shape before, Shape after, Levels levels, Instant alarm) {
        return new Outcome(
                nodes(after) - nodes(before),
                levels.reliefAfter(alarm).map(each -> Duration.between(alarm, each)));
    }

    static int nodes(Shape shape) {
        return shape.shards().stream().mapToInt(each -> each.nodes().size()).sum();
    }

    /// What did not come counts as all the time that there was.
    double minutes() {
        return relief.orElse(Tale.AFTER_THE_ALARM).toSeconds() / 60.0;
    }
}
