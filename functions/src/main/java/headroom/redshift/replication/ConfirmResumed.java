package headroom.redshift.replication;

import headroom.redshift.Clients;
import headroom.step.Pace;
import headroom.step.Step;
import headroom.text.Listing;
import headroom.text.Span;

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
            List<Refusal> refusals) {}

    public sealed interface Answer {
        /// For people: what is seen right now.
        String sentence();
    }

    /// Replication is back.
    ///
    /// @param runningSince when the last task was first seen running
    public record Done(Instant runningSince, String sentence) implements Answer {}

    /// @param waitSeconds how long to wait before the next look
    /// @param runningSince to be handed to the next look
    public record Working(int waitSeconds, Optional<Instant> runningSince, String sentence)
            implements Answer {}

    /// Tasks do not run, and nothing moves that could bring them there.
    ///
    /// @param standing which; the first with what DMS shows of them
    /// @param again whether to ask once more is of use
    public record Down(List<Standing> standing, boolean again, String sentence) implements Answer {}

    public ConfirmResumed() {
        this(Clients.dms(), Clock.systemUTC());
    }

    public ConfirmResumed(DatabaseMigrationClient dms, Clock clock) {
        super(Input.class);
        this.dms = dms;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        Map<String, Replication> found = Replications.recorded(dms, input.tasks());
        List<Replication> down = new ArrayList<>();
        List<Replication> starting = new ArrayList<>();
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
                    case IN_MOTION, UNKNOWN -> starting.add(seen);
                    case STOPPED, NEVER_RAN -> down.add(seen);
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
        if (input.tasks().isEmpty() || proof.compareTo(PROVES_ITSELF) >= 0) {
            return new Done(since, sentence);
        }
        long rest = PROVES_ITSELF.minus(proof).toSeconds();
        return new Working(
                (int) Math.clamp(rest, 0, PROVES_ITSELF.toSeconds()), Optional.of(since), sentence);
    }

    private Answer waiting(
            Input input, int running, List<Replication> starting, List<Replication> down) {
        Duration elapsed = Duration.between(input.since(), clock.instant());
        List<Replication> missing = new ArrayList<>(down);
        missing.addAll(starting);
        String sentence =
                "%d of %s running; %s."
                        .formatted(
                                running,
                                TaskWords.tasks(input.tasks().size()),
                                Listing.of(missing.stream().map(Replication::sentence).toList()));
        if (starting.isEmpty() && elapsed.compareTo(MAY_NOT_SHOW_YET) > 0) {
            return new Down(standing(missing, input), true, sentence);
        }
        if (elapsed.compareTo(LIMIT) > 0) {
            return new Down(
                    standing(missing, input),
                    false,
                    "Not back after %s: %s".formatted(new Span(LIMIT), sentence));
        }
        return new Working(Pace.CHANGE.waitSeconds(elapsed), Optional.empty(), sentence);
    }

    /// What DMS shows of more than somebody reads would not go through Step Functions.
    private static List<Standing> standing(List<Replication> missing, Input input) {
        List<Standing> standing = new ArrayList<>();
        for (Replication each : missing) {
            Standing one = Standing.seen(each, refusal(each, input));
            standing.add(standing.size() < Listing.MOST ? one : one.withoutState());
        }
        return standing;
    }

    private static Optional<Refusal> refusal(Replication task, Input input) {
        return input.refusals().stream().filter(it -> it.arn().equals(task.arn())).findFirst();
    }

    /// A deleted task cannot run again, and whoever deleted it knows; one that has ended by itself
    /// has nothing to run for.
    private static String done(
            int running, List<String> deleted, List<String> finished, List<String> weak) {
        List<String> sentences = new ArrayList<>();
        sentences.add(TaskWords.allTasks(running) + " running.");
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
