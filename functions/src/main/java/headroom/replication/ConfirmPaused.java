package headroom.replication;

import headroom.priming.Aws;
import headroom.priming.Priming;
import headroom.step.Pace;
import headroom.step.PauseBudget;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;
import headroom.step.Step;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells whether no recorded task writes any more.
public final class ConfirmPaused extends Step<ConfirmPaused.Input> {
    /// A task stops within seconds, or within minutes while a large batch is flushed.
    static final Duration LIMIT = Duration.ofMinutes(45);

    /// For how long after the request a task may still show as running.
    static final Duration MAY_NOT_SHOW_YET = Duration.ofMinutes(2);

    private final DatabaseMigrationClient dms;
    private final Clock clock;

    /// @param since when the tasks were asked to stop
    /// @param budget until when the resize may begin
    public record Input(List<PausedTask> tasks, Instant since, PauseBudget budget) {}

    public ConfirmPaused() {
        this(new Aws.Connected());
        Priming.run(ConfirmPaused::new);
    }

    private ConfirmPaused(Aws aws) {
        this(aws.client(DatabaseMigrationClient.builder()), Clock.systemUTC());
    }

    public ConfirmPaused(DatabaseMigrationClient dms, Clock clock) {
        super(Input.class);
        this.dms = dms;
        this.clock = clock;
    }

    @Override
    public Progress run(Input input) {
        var found = Replications.recorded(dms, input.tasks()).values();
        refuseFailed(found.stream().filter(Replication::hasFailed).toList());
        List<Replication> writing = found.stream().filter(ConfirmPaused::mayWrite).toList();
        int stopped = input.tasks().size() - writing.size();
        if (writing.isEmpty()) {
            return new Progress.Done("All " + stopped + " tasks are stopped.");
        }
        String sentence =
                "%d of %d tasks are stopped; %s."
                        .formatted(stopped, input.tasks().size(), sentence(writing));
        Instant now = clock.instant();
        input.budget().refuseSpent(now, () -> sentence);
        Duration elapsed = Duration.between(input.since(), now);
        if (elapsed.compareTo(MAY_NOT_SHOW_YET) > 0
                && writing.stream().anyMatch(task -> task.state() == Replication.State.RUNNING)) {
            throw new PauseFailed(
                    sentence + " What runs was started after the plan, or could not be stopped.");
        }
        if (elapsed.compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut("Stopping the DMS tasks", LIMIT, sentence);
        }
        return new Progress.Working(
                input.budget().within(Pace.CHANGE.waitSeconds(elapsed), now),
                100 * stopped / input.tasks().size(),
                sentence);
    }

    /// One that was never started was started for the first time meanwhile, or made anew.
    private static boolean mayWrite(Replication task) {
        return switch (task.state()) {
            case STOPPED, FINISHED -> false;
            case RUNNING, IN_MOTION, NEVER_RAN -> true;
        };
    }

    private static void refuseFailed(List<Replication> failed) {
        if (!failed.isEmpty()) {
            throw new PauseFailed(
                    "Instead of stopping, "
                            + sentence(failed)
                            + ". Its error is in the task's log in CloudWatch Logs.");
        }
    }

    private static String sentence(List<Replication> tasks) {
        return Listing.of(tasks.stream().map(Replication::sentence).toList());
    }
}
