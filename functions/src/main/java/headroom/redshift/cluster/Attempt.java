package headroom.redshift.cluster;

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

    static Attempt begun(Instant now, String sentence) {
        return new Attempt(true, now, 0, Optional.empty(), Optional.empty(), sentence);
    }
}
