package headroom.elasticache.report;

import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Change;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a run has done, as far as it was seen.
///
/// @param change that was about to be asked for, or was; null if the run did not come so far
/// @param owed whether it may be under way still
/// @param backup the name of the backup that was taken before
/// @param scaled what was seen when it was at its end
/// @param from when it was recorded
/// @param to when it was seen at its end
/// @param before the figures of the run that had begun it, in a recovery, which has no plan
/// @param after the figures after it
/// @param effect what they say, against those before
record Done(
        @Nullable Change change,
        boolean owed,
        Optional<String> backup,
        Optional<String> scaled,
        Optional<Instant> from,
        Optional<Instant> to,
        List<Reading> before,
        List<Reading> after,
        Optional<String> effect) {
    boolean isScaled() {
        return to.isPresent();
    }
}
