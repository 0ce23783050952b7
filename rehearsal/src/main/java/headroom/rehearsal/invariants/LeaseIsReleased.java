package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Execution.Status;
import headroom.rehearsal.story.Stage;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// S10: a lease never survives the last recovery. While it is held, no alarm can start a run, and
/// the disk fills.
///
/// It may outlive a recovery that failed, since the watch starts the next one; then this wants to
/// see that the last run of all was a recovery of this lease, and did fail.
public final class LeaseIsReleased implements Invariant {
    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        return Optional.empty();
    }

    @Override
    public Optional<String> atRest(Stage stage) {
        @Nullable String owner = stage.lease().get("owner");
        if (owner == null) {
            return Optional.empty();
        }
        Execution last = stage.executions().getLast();
        boolean willBeTriedAgain =
                last.status() == Status.FAILED
                        && Calls.input(last, "cause").equals("recover")
                        && (last.arn().equals(owner)
                                || Calls.input(last, "deadOwner").equals(owner));
        return willBeTriedAgain
                ? Optional.empty()
                : Optional.of("the lease is held by " + owner + ", and nobody recovers it");
    }
}
