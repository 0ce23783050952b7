package headroom.redshift.cluster;

import headroom.redshift.replication.PauseBudget;
import headroom.step.Pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a step answers that takes a snapshot or resizes: it has begun, or something is in the way,
/// so that it is to be tried again.
///
/// @param begun whether the change is under way, by this call or by an earlier one
/// @param since when that was seen; the limit of its confirmation counts from here
/// @param waitSeconds how long to wait before the next attempt
/// @param advance how far the snapshots in the way are, to be handed to the next attempt
/// @param busySince since when the cluster has been busy with something else; empty if it is not
/// @param sentence for people
public record Attempt(
        boolean begun,
        Instant since,
        int waitSeconds,
        Optional<SnapshotAdvance> advance,
        Optional<Instant> busySince,
        String sentence) {
    /// A snapshot that Redshift takes by itself, or a step of maintenance, ends within that.
    static final Duration BUSY = Duration.ofMinutes(26);

    static Attempt begun(Instant now, String sentence) {
        return new Attempt(true, now, 0, Optional.empty(), Optional.empty(), sentence);
    }

    /// Before each attempt the tasks are looked at anew, since meanwhile one may have been started.
    ///
    /// @param before since when the cluster is busy, as the attempt before this one answered
    /// @param patience for how long it may be
    /// @throws ClusterBusy if it is so for longer
    static Attempt busy(
            PauseBudget budget,
            Optional<Instant> before,
            Duration patience,
            Instant now,
            String sentence) {
        Instant since = before.orElse(now);
        Duration elapsed = Duration.between(since, now);
        if (elapsed.compareTo(patience) > 0) {
            throw new ClusterBusy(sentence);
        }
        return new Attempt(
                false,
                now,
                budget.within(Pace.CHANGE.waitSeconds(elapsed), now),
                Optional.empty(),
                Optional.of(since),
                sentence);
    }
}
