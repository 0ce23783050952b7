package headroom.redshift.cluster;

import headroom.text.Span;

import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// How far the snapshots that a pause waits for have come, handed from look to look.
///
/// @param snapshots their names
/// @param megabytes that are copied; empty where Redshift does not say, and then nothing can be
///   told from it
/// @param since since when it has been so many
public record SnapshotAdvance(String snapshots, Optional<Double> megabytes, Instant since) {
    /// A copy moves gigabytes a minute. One that stands still for so long does not go on: snapshots
    /// have been seen to stay in `creating` for a day.
    static final Duration HUNG_AFTER = Duration.ofMinutes(30);

    /// @param before of the look before this one, whatever it was about
    /// @throws SnapshotFailed if they have not advanced for too long
    static SnapshotAdvance of(
            List<Snapshot> snapshots, Optional<SnapshotAdvance> before, Instant now) {
        SnapshotAdvance seen = new SnapshotAdvance(names(snapshots), megabytes(snapshots), now);
        return before.filter(seen::isNoAdvanceOn).map(each -> each.unlessHung(now)).orElse(seen);
    }

    static String names(List<Snapshot> snapshots) {
        return snapshots.stream()
                .map(Snapshot::snapshotIdentifier)
                .collect(Collectors.joining(", "));
    }

    private static Optional<Double> megabytes(List<Snapshot> snapshots) {
        return snapshots.stream()
                .map(Snapshot::backupProgressInMegaBytes)
                .filter(Objects::nonNull)
                .reduce(Double::sum);
    }

    private boolean isNoAdvanceOn(SnapshotAdvance before) {
        return before.snapshots.equals(snapshots)
                && megabytes.isPresent()
                && megabytes.equals(before.megabytes);
    }

    private SnapshotAdvance unlessHung(Instant now) {
        Duration still = Duration.between(since, now);
        if (still.compareTo(HUNG_AFTER) >= 0) {
            throw new SnapshotFailed(
                    "Snapshot %s hangs: at %.0f MB it has not advanced for %s, since %s. See in the Redshift console what keeps it; AWS support can end it."
                            .formatted(snapshots, megabytes.orElse(0.0), new Span(still), since));
        }
        return this;
    }

    /// The wait before the next look, in seconds: no longer than it takes to see that it hangs.
    int within(int waitSeconds, Instant now) {
        long left = Duration.between(now, since.plus(HUNG_AFTER)).plusMillis(999).toSeconds();
        return megabytes.isEmpty() ? waitSeconds : Math.clamp(left, 1, waitSeconds);
    }
}
