package headroom.redshift.watch;

import headroom.metrics.Measure;
import headroom.redshift.Settings;
import headroom.redshift.replication.PauseRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What a round of the watch measures.
final class RoundMetrics {
    private RoundMetrics() {}

    static Map<Measure, Long> of(PauseRecord record, Settings settings, Instant now) {
        return Map.of(
                Measure.LEASE_HELD_SECONDS,
                held(record, now).toSeconds(),
                Measure.OPEN_WARNINGS,
                (long) Warning.standing(record, settings, now),
                Measure.WATCHED,
                1L);
    }

    /// Each recovery takes the lease anew, so a pause that many of them could not end counts from
    /// its own beginning.
    private static Duration held(PauseRecord record, Instant now) {
        if (record.lease().owner() == null) {
            return Duration.ZERO;
        }
        return Stream.of(record.lease().takenAt(), record.pausedSince())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
    }
}
