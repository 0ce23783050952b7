package headroom.rehearsal.invariants;

import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Execution.Status;
import headroom.simulated.journal.Entry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// S10: a lease never survives the last recovery. While it is held, no alarm can start a run, and
/// the disk fills.
///
/// It may outlive a recovery that failed, since the watch starts the next one; then this wants to
/// see that the last recovery was one of this lease, and failed not long before the watch looked
/// for the last time.
public final class LeaseIsReleased implements Invariant<Simulation> {
    /// A recovery is tried again after an hour, by the next round of the watch.
    private static final Duration NEXT = Duration.ofMinutes(100);

    @Override
    public Optional<String> after(Entry entry, Simulation simulation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> atRest(Simulation simulation) {
        @Nullable String owner = simulation.lease().get("owner");
        if (owner == null) {
            return simulation
                    .owed()
                    .map(each -> "nobody holds the lease, and on its record are " + each);
        }
        boolean endedUnseen =
                simulation.executions().stream()
                        .filter(each -> each.arn().equals(owner))
                        .map(Execution::endedAt)
                        .anyMatch(end -> end != null && end.isAfter(simulation.watchedUntil()));
        boolean willBeTriedAgain =
                simulation.executions().reversed().stream()
                        .filter(each -> each.input("cause").equals("recover"))
                        .filter(each -> machine(each.arn()).equals(machine(owner)))
                        .findFirst()
                        .filter(last -> isAbout(last, owner) && failedLately(last, simulation))
                        .isPresent();
        return endedUnseen || willBeTriedAgain
                ? Optional.empty()
                : Optional.of("the lease is held by " + owner + ", and nobody recovers it");
    }

    /// The stack may have another one, with a lease of its own.
    private static String machine(String execution) {
        return execution.substring(0, Math.max(0, execution.lastIndexOf(':')));
    }

    private static boolean isAbout(Execution recovery, String owner) {
        return recovery.arn().equals(owner) || recovery.input("deadOwner").equals(owner);
    }

    /// It failed as the one before it had, has told nobody, and has kept the lease for the next.
    private static boolean isToBeTriedAgain(Execution recovery, Simulation simulation) {
        return recovery.status() == Status.SUCCEEDED
                && recovery.arn().equals(simulation.lease().get("owner"))
                && simulation.lease().containsKey("retryAfter");
    }

    private static boolean failedLately(Execution recovery, Simulation simulation) {
        Instant end = recovery.endedAt();
        return (recovery.status() == Status.FAILED || isToBeTriedAgain(recovery, simulation))
                && end != null
                && !end.plus(NEXT).isBefore(simulation.watchedUntil());
    }
}
