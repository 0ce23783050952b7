package headroom.replication;

import headroom.priming.Aws;
import headroom.priming.Priming;
import headroom.step.Pace;
import headroom.step.PhaseTimedOut;
import headroom.step.Step;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells whether all recorded tasks run again.
public final class ConfirmResumed extends Step<ConfirmResumed.Input> {
    /// A task starts within a few minutes. A serverless replication is provisioned anew, which has
    /// been seen to take up to twenty; after twice that and a little more, a person should look.
    static final Duration LIMIT = Duration.ofMinutes(45);

    /// For how long after the request a task may still show as stopped, or not show at all.
    static final Duration MAY_NOT_SHOW_YET = Duration.ofMinutes(1);

    /// A task whose source's log is gone runs for a moment and then fails, so each is watched for
    /// so long after all were first seen running.
    static final Duration PROVES_ITSELF = Duration.ofSeconds(90);

    private final DatabaseMigrationClient dms;
    private final Clock clock;

    /// @param since when the tasks were asked to start
    /// @param runningSince since when all are seen running; null if they are not yet
    /// @param refusals what DMS said of tasks that it did not start
    public record Input(
            List<PausedTask> tasks,
            Instant since,
            Optional<Instant> runningSince,
            List<String> refusals) {}

    /// @param resumed whether replication is back
    /// @param waitSeconds how long to wait before the next look
    /// @param runningSince to be handed to the next look
    public record Answer(
            boolean resumed, int waitSeconds, Optional<Instant> runningSince, String sentence) {}

    public ConfirmResumed() {
        this(new Aws.Connected());
        Priming.run(ConfirmResumed::new);
    }

    private ConfirmResumed(Aws aws) {
        this(aws.client(DatabaseMigrationClient.builder()), Clock.systemUTC());
    }

    public ConfirmResumed(DatabaseMigrationClient dms, Clock clock) {
        super(Input.class);
        this.dms = dms;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        Map<String, Replication> found = Replications.recorded(dms, input.tasks());
        List<String> down = new ArrayList<>();
        List<String> starting = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> finished = new ArrayList<>();
        List<String> weak = new ArrayList<>();
        for (PausedTask task : input.tasks()) {
            Replication seen = found.get(task.arn());
            if (seen == null) {
                gone.add(task.name());
            } else {
                switch (seen.state()) {
                    case RUNNING -> seen.weakness().ifPresent(weak::add);
                    case FINISHED -> finished.add(seen.sentence());
                    case IN_MOTION, UNKNOWN -> starting.add(seen.sentence());
                    case STOPPED, NEVER_RAN -> down.add(seen.sentence());
                }
            }
        }
        int toRun = input.tasks().size() - gone.size() - finished.size();
        int running = toRun - down.size() - starting.size();
        return running == toRun
                ? proven(input, done(running, gone, finished, weak))
                : waiting(input, running, starting, down);
    }

    private Answer proven(Input input, String sentence) {
        Instant now = clock.instant();
        Instant since = input.runningSince().orElse(now);
        Duration proof = Duration.between(since, now);
        boolean proven = input.tasks().isEmpty() || proof.compareTo(PROVES_ITSELF) >= 0;
        long rest = PROVES_ITSELF.minus(proof).toSeconds();
        return new Answer(
                proven,
                (int) Math.clamp(rest, 0, PROVES_ITSELF.toSeconds()),
                Optional.of(since),
                sentence);
    }

    private Answer waiting(Input input, int running, List<String> starting, List<String> down) {
        Duration elapsed = Duration.between(input.since(), clock.instant());
        List<String> missing = new ArrayList<>(down);
        missing.addAll(starting);
        String sentence =
                "%d of %d tasks are running; %s."
                        .formatted(running, input.tasks().size(), Listing.of(missing));
        if (starting.isEmpty() && elapsed.compareTo(MAY_NOT_SHOW_YET) > 0) {
            throw new TasksNotRunning(sentence + reasons(input.refusals()));
        }
        if (elapsed.compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut(
                    "Starting the DMS tasks", LIMIT, sentence + reasons(input.refusals()));
        }
        return new Answer(false, Pace.CHANGE.waitSeconds(elapsed), Optional.empty(), sentence);
    }

    private static String reasons(List<String> refusals) {
        return refusals.isEmpty() ? "" : " DMS refused: " + String.join("; ", refusals);
    }

    /// A deleted task cannot run again, and whoever deleted it knows; one that has ended by itself
    /// has nothing to run for.
    private static String done(
            int running, List<String> deleted, List<String> finished, List<String> weak) {
        List<String> sentences = new ArrayList<>();
        sentences.add("All " + running + " tasks are running.");
        if (!deleted.isEmpty()) {
            sentences.add("Deleted by somebody meanwhile: " + Listing.of(deleted) + ".");
        }
        if (!finished.isEmpty()) {
            sentences.add(
                    "Ended by themselves, so that there is nothing to start: "
                            + Listing.of(finished)
                            + ".");
        }
        if (!weak.isEmpty()) {
            sentences.add("To be looked at: " + Listing.of(weak) + ".");
        }
        return String.join(" ", sentences);
    }
}
