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
/// see that the last run that held it did fail, and was a recovery.
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
        Optional<Execution> holder =
                stage.executions().stream().filter(each -> each.arn().equals(owner)).findFirst();
        boolean willBeTriedAgain =
                holder.filter(each -> each.status() == Status.FAILED)
                        .filter(each -> Calls.input(each, "cause").equals("recover"))
                        .isPresent();
        return willBeTriedAgain
                ? Optional.empty()
                : Optional.of("the lease is held by " + owner + ", and nobody recovers it");
    }
}
