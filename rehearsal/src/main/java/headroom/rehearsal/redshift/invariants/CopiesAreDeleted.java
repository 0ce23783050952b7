package headroom.rehearsal.redshift.invariants;

import static java.util.Objects.requireNonNull;

import headroom.redshift.ClusterNames;
import headroom.redshift.ClusterWatch;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.run.WatchTimes;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// S19: no copy outlives its expiry by more than a round of the watch. It costs money each hour,
/// and holds the cluster's data where nobody looks.
///
/// When it expires follows from the settings: what a drill may use, at the nodes that the copy has.
/// Redshift deletes none that is busy, and Lambda may not carry out the function that asks it. So
/// of a copy that is there for longer, it is asked that its deletion was tried a short time ago:
/// within the hour after which a failed recovery is followed by the next, and what these take.
public final class CopiesAreDeleted implements Invariant<RedshiftSimulation> {
    private static final Duration ROUND =
            ClusterWatch.TIMES.recoveredWithin().plus(ClusterWatch.TIMES.every());

    private static final Duration AGAIN =
            WatchTimes.RECOVERY_AGAIN_AFTER.plus(ROUND).plus(ClusterWatch.TIMES.every());

    private final Map<String, Instant> restoredAt = new HashMap<>();
    private Instant triedAt = Instant.MIN;

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (Calls.is(entry) && entry.name().equals("RestoreFromClusterSnapshot")) {
            restoredAt.put(entry.detail().split(" ", 2)[0], entry.at());
        }
        if (tries(entry)) {
            triedAt = entry.at();
        }
        return left(entry.at(), simulation);
    }

    /// Also where Lambda does not carry the function out: nothing else of a drill may delete it.
    private static boolean tries(Entry entry) {
        return (Calls.is(entry) && entry.name().equals("DeleteCluster"))
                || (entry.kind() == Kind.STEP && entry.name().equals("DeleteCopy"))
                || (entry.kind() == Kind.FAULT && entry.name().equals("function.DeleteCopy"));
    }

    @Override
    public Optional<String> atRest(RedshiftSimulation simulation) {
        Instant now = simulation.scheduler().now();
        if (simulation.drillLease().containsKey("owner") && !wasTriedLately(simulation)) {
            return Optional.of("the lease of drills is held, and nobody recovers it");
        }
        return left(now, simulation).or(() -> forgotten(simulation));
    }

    /// Whether a recovery has failed so lately that the next one is not due, or a drill has ended
    /// when the watch looked no more.
    private static boolean wasTriedLately(RedshiftSimulation simulation) {
        Instant watched = simulation.watchedUntil();
        return simulation.executions().stream()
                .filter(each -> isDrill(each, simulation))
                .anyMatch(
                        each -> {
                            Instant end = each.endedAt();
                            boolean recovery = each.input("cause").equals("recover");
                            return end != null
                                    && watched.isBefore(recovery ? end.plus(AGAIN) : end);
                        });
    }

    private static boolean isDrill(Execution execution, RedshiftSimulation simulation) {
        return execution
                .arn()
                .contains(new ClusterNames(simulation.settings().cluster()).drillStateMachine());
    }

    /// How long the settings let a drill wait for its copy.
    static Duration waitsFor(RedshiftSimulation simulation, Execution execution) {
        int nodes =
                simulation.redshift().copies().names().stream()
                        .mapToInt(simulation.redshift().copies()::nodes)
                        .max()
                        .orElse(1);
        return isDrill(execution, simulation) ? lifetime(simulation, nodes) : Duration.ZERO;
    }

    private static Duration lifetime(RedshiftSimulation simulation, int nodes) {
        int nodeHours = simulation.settings().policy().drillMaxNodeHours().orElse(0);
        return Duration.ofMinutes(60L * nodeHours / Math.max(1, nodes));
    }

    /// Nothing is at work any more, and nobody has it on record.
    private Optional<String> forgotten(RedshiftSimulation simulation) {
        var copies = simulation.redshift().copies();
        boolean isOnRecord =
                simulation.drillLease().containsKey("owner")
                        || simulation.drillLease().containsKey("copyRecord");
        return copies.names().stream()
                .filter(restoredAt::containsKey)
                .filter(each -> !isOnRecord && !copies.isDeleting(each))
                .findFirst()
                .map(each -> each + " is there, and its drill has ended");
    }

    private Optional<String> left(Instant now, RedshiftSimulation simulation) {
        if (restoredAt.isEmpty()) {
            return Optional.empty();
        }
        var copies = simulation.redshift().copies();
        return copies.names().stream()
                .filter(restoredAt::containsKey)
                .filter(each -> !copies.isDeleting(each))
                .filter(each -> now.isAfter(bound(each, simulation)))
                .filter(_ -> now.isAfter(later(triedAt, AGAIN)))
                .findFirst()
                .map(each -> each + " is there since " + restoredAt.get(each));
    }

    private Instant bound(String copy, RedshiftSimulation simulation) {
        return requireNonNull(restoredAt.get(copy))
                .plus(lifetime(simulation, simulation.redshift().copies().nodes(copy)))
                .plus(ROUND);
    }

    private static Instant later(Instant moment, Duration by) {
        return moment.equals(Instant.MIN) ? moment : moment.plus(by);
    }
}
