package headroom.redshift.replication;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.redshift.replication.Replication.State;
import headroom.step.Pace;
import headroom.step.PhaseTimedOut;
import headroom.step.Step;
import headroom.text.Listing;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Tells whether nothing writes to the cluster any more: no recorded task, and none beside them. It
/// looks before the snapshot and once more right before the resize.
public final class ConfirmPaused extends Step<ConfirmPaused.Input> {
    /// A task stops within seconds, or within minutes while a large batch is flushed.
    static final Duration LIMIT = Duration.ofMinutes(45);

    /// For how long after the request a task may still show as running. A serverless replication
    /// may for some minutes.
    static final Duration MAY_NOT_SHOW_YET = Duration.ofMinutes(2);

    static final Duration SERVERLESS_MAY_NOT_SHOW_YET = Duration.ofMinutes(10);

    /// For how long a task may show a status that is listed nowhere, at a critical disk, before it
    /// counts as stopped: a way to stop is through by then, but for a very large batch.
    static final Duration UNKNOWN = Duration.ofMinutes(15);

    private final DatabaseMigrationClient dms;
    private final Settings settings;
    private final Clock clock;

    /// @param since when the tasks were asked to stop
    /// @param budget until when the resize may begin
    /// @param critical whether the disk is critical
    /// @param address the cluster's own, as the plan saw it
    /// @param othersSince since when others are on their way, as the last look answered
    public record Input(
            List<PausedTask> tasks,
            Instant since,
            PauseBudget budget,
            boolean critical,
            String address,
            Optional<Instant> othersSince) {}

    public sealed interface Answer {
        /// For people: what is seen right now.
        String sentence();
    }

    /// @param budget what is left of it: less where DMS says when it gives a replication up
    public record Done(PauseBudget budget, String sentence) implements Answer {}

    /// @param waitSeconds how long to wait before the next look
    /// @param percent of the recorded tasks that are stopped
    /// @param othersSince to be handed to the next look
    public record Working(
            int waitSeconds, int percent, Optional<Instant> othersSince, String sentence)
            implements Answer {}

    /// The recorded tasks are stopped, and others run.
    ///
    /// @param tasks the others, to be recorded and stopped like them
    /// @param budget half of what is left of it: how far a task is behind that was started a moment
    ///   ago, nobody knows
    public record Joined(List<PausedTask> tasks, PauseBudget budget, String sentence)
            implements Answer {}

    public ConfirmPaused() {
        this(Clients.dms(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmPaused(DatabaseMigrationClient dms, Settings settings, Clock clock) {
        super(Input.class);
        this.dms = dms;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        var found = Replications.recorded(dms, input.tasks()).values();
        refuseFailed(found.stream().filter(Replication::hasFailed).toList());
        List<Replication> writing = found.stream().filter(each -> mayWrite(each, input)).toList();
        PauseBudget budget = budget(input, found);
        Answer answer =
                writing.isEmpty()
                        ? othersToo(input, budget, found)
                        : stopping(input, budget, writing);
        budget.refuseSpent(clock.instant(), answer::sentence);
        return answer;
    }

    /// Less where DMS says when it gives up the capacity of a serverless replication: as of the
    /// log, half of that time is kept for the resize.
    private static PauseBudget budget(Input input, Collection<Replication> found) {
        PauseBudget budget = input.budget();
        Instant begin = budget.pausedAt();
        return found.stream()
                .filter(ServerlessReplication.class::isInstance)
                .map(each -> ((ServerlessReplication) each).deprovisionedAt())
                .filter(Objects::nonNull)
                // Of a stop before this one it says nothing any more.
                .filter(begin::isBefore)
                .min(Instant::compareTo)
                .map(end -> Duration.between(begin, end).dividedBy(2))
                .map(half -> budget.endingBy(begin.plus(half)))
                .orElse(budget);
    }

    private Answer stopping(Input input, PauseBudget budget, List<Replication> writing) {
        int stopped = input.tasks().size() - writing.size();
        String sentence =
                "%d of %s stopped; %s."
                        .formatted(
                                stopped, TaskWords.tasks(input.tasks().size()), sentence(writing));
        budget.refuseSpent(clock.instant(), () -> sentence);
        if (writing.stream().anyMatch(task -> runsOn(task, input))) {
            throw new PauseFailed(
                    sentence + " What runs was started after the plan, or could not be stopped.");
        }
        return working(
                budget,
                elapsed(input),
                100 * stopped / input.tasks().size(),
                Optional.empty(),
                sentence);
    }

    private boolean runsOn(Replication task, Input input) {
        Duration longest =
                switch (task) {
                    case ReplicationTask _ -> MAY_NOT_SHOW_YET;
                    case ServerlessReplication _ -> SERVERLESS_MAY_NOT_SHOW_YET;
                };
        return task.state() == State.RUNNING && elapsed(input).compareTo(longest) > 0;
    }

    private Working working(
            PauseBudget budget,
            Duration elapsed,
            int percent,
            Optional<Instant> othersSince,
            String sentence) {
        if (elapsed.compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut("Stopping the DMS tasks", LIMIT, sentence);
        }
        return new Working(
                budget.within(Pace.CHANGE.waitSeconds(elapsed), clock.instant()),
                percent,
                othersSince,
                sentence);
    }

    /// One that was started meanwhile is stopped as the others are, if it may be.
    private Answer othersToo(Input input, PauseBudget budget, Collection<Replication> found) {
        List<Replication> unknown =
                found.stream().filter(each -> each.state() == State.UNKNOWN).toList();
        String stopped =
                "%s stopped%s"
                        .formatted(
                                TaskWords.allTasks(input.tasks().size()),
                                unknown.isEmpty()
                                        ? ""
                                        : ", as far as can be told (" + sentence(unknown) + ")");
        var latecomers = Latecomers.look(dms, settings, input.address(), input.tasks());
        latecomers.refuseUnstoppable();
        List<PausedTask> running = latecomers.running();
        if (!running.isEmpty()) {
            List<String> names = running.stream().map(PausedTask::name).toList();
            return new Joined(
                    running,
                    budget.halved(clock.instant()),
                    stopped
                            + "; started meanwhile, and to be stopped too: "
                            + Listing.of(names)
                            + ".");
        }
        List<Replication> onTheirWay = latecomers.onTheirWay();
        if (onTheirWay.isEmpty()) {
            return new Done(budget, stopped + ".");
        }
        String sentence = stopped + "; of the others, " + sentence(onTheirWay) + ".";
        Instant now = clock.instant();
        Instant since = input.othersSince().orElse(now);
        return working(budget, Duration.between(since, now), 100, Optional.of(since), sentence);
    }

    /// One that was never started was started for the first time meanwhile, or made anew.
    private boolean mayWrite(Replication task, Input input) {
        return switch (task.state()) {
            case STOPPED, FINISHED -> false;
            case RUNNING, IN_MOTION, NEVER_RAN -> true;
            case UNKNOWN -> !input.critical() || elapsed(input).compareTo(UNKNOWN) < 0;
        };
    }

    private Duration elapsed(Input input) {
        return Duration.between(input.since(), clock.instant());
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
