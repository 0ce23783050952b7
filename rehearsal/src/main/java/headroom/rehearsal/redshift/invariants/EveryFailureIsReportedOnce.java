package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Failure;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.Intervention;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// S7: every run that does not succeed is reported, once. Silence would be taken for success, and
/// who gets everything twice stops reading.
///
/// - A run that had the lease and says nothing has nothing new to say: operators were told of
///   something within the last day.
/// - A run that somebody aborted, or the service ended without any Catch, reports nothing any more:
///   if it held the lease, the recovery after it does; if not, it had touched nothing, or had let
///   go of the lease, which comes after its report.
/// - If a publication works and its answer is lost, it is repeated: SNS cannot tell the two apart.
/// - If a person has removed the owner from the lease, nobody can tell whose it was: the run that
///   finds tasks on its record speaks for it, and if there are none, that person knows.
/// - If the topic refuses a report, the execution must have tried, and end as FAILED; the watch
///   publishes the report late, or the recovery after it reports for it, unless the topic refuses
///   for good.
public final class EveryFailureIsReportedOnce implements Invariant<RedshiftSimulation> {
    /// And the time that a run may take.
    private static final Duration A_DAY = Duration.ofHours(25);

    private static final Set<String> TELLS =
            Set.of("Publish report", "Publish drill report", "Tell");

    private final Map<String, Integer> reports = new HashMap<>();
    private final Set<String> tried = new HashSet<>();
    private final Set<String> recoverySpoke = new HashSet<>();
    private final RecordsLeft owed = new RecordsLeft();
    private @Nullable Instant lastTold;
    private boolean finderSpoke;
    private boolean freedByHand;

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        owed.after(entry, simulation);
        freedByHand |=
                Calls.isBy(Intervention.FREE_LEASE, entry)
                        && simulation.lease().getOrDefault("paused", "[]").equals("[]");
        if (entry.kind() == Kind.STATE && TELLS.contains(entry.name())) {
            tried.add(entry.by());
        }
        if (entry.kind() == Kind.EXECUTION && entry.detail().startsWith("SUCCEEDED")) {
            return silence(entry, simulation);
        }
        if (entry.kind() != Kind.REPORT || Reports.isWarning(entry)) {
            return Optional.empty();
        }
        lastTold = entry.at();
        String run = Reports.run(entry);
        simulation.execution(run).ifPresent(each -> speaksFor(each, simulation));
        finderSpoke |= owed.isFoundBy(run);
        int count = reports.merge(run, 1, Integer::sum);
        return count > 1 && !Reports.mayComeTwice(simulation)
                ? Optional.of(run + " is reported " + count + " times")
                : Optional.empty();
    }

    private Optional<String> silence(Entry end, RedshiftSimulation simulation) {
        boolean isSilent =
                !reports.containsKey(end.name())
                        && simulation.journal().calls("UpdateItem").stream()
                                .anyMatch(
                                        each ->
                                                each.by().equals(end.name())
                                                        && each.detail()
                                                                .contains("SET #owner = :me"));
        boolean isKnown = lastTold != null && end.at().isBefore(lastTold.plus(A_DAY));
        return isSilent && !isKnown
                ? Optional.of(end.name() + " ended in silence, and nobody was told before")
                : Optional.empty();
    }

    /// A recovery speaks for the run that it recovers, and if that was a recovery itself, for the
    /// one before.
    private void speaksFor(Execution recovery, RedshiftSimulation simulation) {
        String dead = recovery.input("deadOwner");
        if (recoverySpoke.add(dead)) {
            simulation.executions().stream()
                    .filter(each -> each.arn().equals(dead))
                    .forEach(
                            each -> {
                                finderSpoke |= owed.isFoundBy(each.name());
                                speaksFor(each, simulation);
                            });
        }
    }

    @Override
    public Optional<String> atRest(RedshiftSimulation simulation) {
        return simulation.executions().stream()
                .filter(each -> !isAccountedFor(each, simulation))
                .findFirst()
                .map(each -> each.name() + " ended as " + each.status() + " without a report");
    }

    private boolean isAccountedFor(Execution run, RedshiftSimulation simulation) {
        boolean reported = reports.containsKey(run.name());
        return switch (run.status()) {
            case RUNNING, SUCCEEDED -> true;
            case FAILED ->
                    reported
                            || isAnswerThatWasTried(run)
                            || ((tried.contains(run.name()) || isEndedByTheService(run))
                                    && (recoverySpoke.contains(run.arn())
                                            || finderSpoke
                                            || Reports.cannotArrive(simulation)));
            case ABORTED, TIMED_OUT ->
                    reported
                            || recoverySpoke.contains(run.arn())
                            || finderSpoke
                            || freedByHand
                            || !wrote(run, "SET #owner = :me", simulation)
                            || wrote(run, "REMOVE #owner", simulation)
                            || Reports.cannotArrive(simulation);
        };
    }

    /// Who has tasks forgotten reads the answer, or publishes the message again: nobody recovers
    /// it.
    private boolean isAnswerThatWasTried(Execution run) {
        return run.input("cause").equals("forget") && tried.contains(run.name());
    }

    private static boolean isEndedByTheService(Execution run) {
        Failure failure = run.failure();
        return failure != null && failure.error().equals("States.Runtime");
    }

    /// Whether it wrote so into the lease at any time.
    private static boolean wrote(Execution run, String update, RedshiftSimulation simulation) {
        return simulation.journal().calls("UpdateItem").stream()
                .anyMatch(each -> each.by().equals(run.name()) && each.detail().contains(update));
    }
}
