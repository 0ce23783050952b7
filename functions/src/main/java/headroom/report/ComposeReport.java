package headroom.report;

import headroom.Settings;
import headroom.metrics.Metrics;
import headroom.plan.Evidence;
import headroom.plan.Plan;
import headroom.priming.Aws;
import headroom.priming.Priming;
import headroom.replication.Forgotten;
import headroom.replication.PausedTask;
import headroom.step.Step;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes the report of a run.
public final class ComposeReport extends Step<ComposeReport.Input> {
    private final Settings settings;
    private final Metrics metrics;

    /// @param execution the execution's ARN
    /// @param requests the ARN of the topic that takes messages by hand
    /// @param origin what asked for the run
    /// @param plan missing if the run did not come so far, or recovers another; of one that was
    ///   carried out, without the tasks to pause, which are in `tasks`
    /// @param tasks the tasks that were recorded to be stopped
    /// @param owed true if tasks were stopped, or may have been, and are not known to run again
    /// @param failure what ended the change
    /// @param resumeFailure what keeps replication from running again
    /// @param replication what was last seen of the tasks
    /// @param forgotten tasks that a person has taken off the record
    /// @param nodes the size that a person asked for
    /// @param notUnderstood what of a person's message was not understood, and what is known
    public record Input(
            String execution,
            String requests,
            String origin,
            Outcome outcome,
            @Nullable Plan plan,
            List<PausedTask> tasks,
            boolean owed,
            @Nullable Failure failure,
            @Nullable Failure resumeFailure,
            @Nullable String replication,
            @Nullable Instant pausedAt,
            @Nullable Instant resumedAt,
            List<Forgotten> forgotten,
            Optional<Integer> nodes,
            Optional<String> notUnderstood) {}

    public ComposeReport() {
        this(new Aws.Connected());
        Priming.run(ComposeReport::new);
    }

    private ComposeReport(Aws aws) {
        this(Settings.fromEnvironment(), Clock.systemUTC(), aws::print);
    }

    /// @param measured takes the line with what is counted of the run
    public ComposeReport(Settings settings, Clock clock, Consumer<String> measured) {
        super(Input.class);
        this.settings = settings;
        this.metrics = new Metrics(settings.cluster(), clock, measured);
    }

    @Override
    public Report run(Input input) {
        Report report = report(input);
        // Last, so that a report that cannot be composed is not counted at each attempt.
        metrics.write(Ending.of(input.outcome()).title(), RunMetrics.of(input));
        return report;
    }

    private Report report(Input input) {
        Execution execution = Execution.of(input.execution());
        Wish wish = Wish.of(input);
        return new Report(
                subject(input),
                """
                WHAT HAPPENED
                %s
                Asked for by: %s.

                WHAT WAS CHANGED
                %s

                REPLICATION
                %s

                WHAT TO DO NOW
                %s
                %s
                WHERE TO LOOK
                Execution: %s
                Cluster: %s
                """
                        .formatted(
                                wish.inTheBeginning() + happened(input),
                                input.origin(),
                                changed(input),
                                ReplicationPart.of(input),
                                wish.toDoFirst() + toDo(input, execution),
                                evidence(input),
                                execution.link(),
                                execution.clusterLink(settings.cluster())));
    }

    private String subject(Input input) {
        if (input.owed()) {
            // The cluster comes last, so that a long name cuts off nothing that matters.
            return "Headroom CRITICAL: DMS tasks NOT running, " + settings.cluster();
        }
        String news =
                switch (input.outcome()) {
                    case RESIZED -> "was resized; replication runs";
                    case RECOVERED ->
                            input.tasks().isEmpty()
                                    ? "had a run that ended early; no task was left stopped"
                                    : "has its replication back";
                    case PLANNED ->
                            input.plan() instanceof Plan.NotYet
                                    ? "cannot be resized just yet (plan only)"
                                    : "could be resized (plan only)";
                    case UNNEEDED -> "needs no resize";
                    case ASKED -> "asks whether to resize";
                    case DEFERRED -> "will be resized when its window opens";
                    case REFUSED -> "was NOT resized: refused by plan, nothing touched";
                    case FAILED -> "was NOT resized" + (paused(input) ? "; replication runs" : "");
                };
        return "Headroom: " + settings.cluster() + " " + news;
    }

    private static String happened(Input input) {
        String planned = input.plan() == null ? "" : inWords(input.plan()) + "\n";
        if (input.failure() != null) {
            return planned + "The run failed. " + input.failure().sentence();
        }
        return switch (input.outcome()) {
            case RESIZED -> planned + resized(input);
            case RECOVERED -> recovered(input);
            case PLANNED -> planned + "This was asked for as a plan only.";
            case UNNEEDED, ASKED, DEFERRED, REFUSED -> planned.strip();
            case FAILED -> planned + "The run failed.";
        };
    }

    private static String inWords(Plan plan) {
        List<String> remarks =
                switch (plan) {
                    case Plan.Resize resize -> resize.remarks();
                    case Plan.Ask ask -> ask.proposal().remarks();
                    case Plan.Deferred deferred -> deferred.proposal().remarks();
                    case Plan.NotNeeded _, Plan.NotYet _, Plan.Refused _ -> List.of();
                };
        return remarks.isEmpty()
                ? plan.sentence()
                : plan.sentence() + "\n" + String.join("\n", remarks);
    }

    private static String resized(Input input) {
        return input.owed()
                ? "The cluster was resized, and then its replication did not come back."
                : "The run did what was planned.";
    }

    private static String recovered(Input input) {
        return input.tasks().isEmpty()
                ? "An earlier run ended without freeing its lease. It left no task stopped."
                : "DMS tasks that Headroom had stopped, or resumed lately, did not run. They run"
                        + " now. Rows may have doubled, where a task does not have"
                        + " ApplyErrorInsertPolicy INSERT_RECORD: see docs/doubled-rows.md.";
    }

    private static String changed(Input input) {
        if (input.outcome() == Outcome.RESIZED && input.plan() instanceof Plan.Resize resize) {
            return "The cluster has %d nodes instead of %d. A snapshot was taken before."
                    .formatted(resize.to(), resize.from());
        }
        return paused(input)
                ? "DMS tasks were stopped. The cluster may have its old size or a new one; look at"
                        + " it."
                : "Nothing.";
    }

    private String toDo(Input input, Execution execution) {
        if (input.owed()) {
            return Owed.commands(input.tasks(), execution, input.requests());
        }
        return switch (input.outcome()) {
            case RESIZED -> "Nothing at night. " + infrastructureAsCode(input);
            case RECOVERED ->
                    "See why: in the execution that ended, or in the log of a task that broke down."
                            + " If the alarm still stands, the"
                            + " watch starts another run after a while. If a person had asked for"
                            + " it, ask again:\n  "
                            + Wish.of(input).command();
            case PLANNED, ASKED ->
                    (input.plan() instanceof Plan.NotYet
                                    ? "A run waits for that, up to four hours. To start one, run"
                                    : "To carry it out, run this. It is planned anew then, since"
                                            + " facts change.")
                            + "\n  "
                            + Wish.of(input).command();
            case DEFERRED ->
                    """
                    Nothing. To resize at once, whatever the window, run
                      %s\
                    """
                            .formatted(Wish.of(input).command());
            case UNNEEDED -> "Nothing.";
            case REFUSED ->
                    input.plan() instanceof Plan.Refused refused
                            ? refused.wayOut()
                                    + "\n"
                                    + "Headroom looks again every hour while the alarm stands, and"
                                    + " says the same once a day at most."
                            : "Look below.";
            case FAILED ->
                    "The disk is still filling. Mend the cause. While the alarm stands, the watch"
                        + " tries again after half an hour, four hours after a second failure in a"
                        + " row, a day after a third, and within the hour while the disk is"
                        + " critical. To try at once, run\n"
                        + "  "
                            + Wish.of(input).command();
        };
    }

    /// The next deployment of what still says the old size would shrink the cluster again.
    private static String infrastructureAsCode(Input input) {
        return input.plan() instanceof Plan.Resize resize && resize.stack() != null
                ? "By day, write %d nodes into the code of the CloudFormation stack %s, which manages this cluster: its next deployment may shrink it again."
                        .formatted(resize.to(), resize.stack())
                : "If the cluster's size stands in your infrastructure code, change it there too.";
    }

    /// What the plan rests on; an empty line where there is none.
    private static String evidence(Input input) {
        if (input.plan() == null) {
            return "";
        }
        Evidence evidence = input.plan().evidence();
        String rejected =
                evidence.rejected().stream()
                        .map(
                                each ->
                                        "Not chosen: %s: %s.\n"
                                                .formatted(each.option(), each.reason()))
                        .collect(Collectors.joining());
        return "\nWHAT THE PLAN RESTS ON\n" + String.join("\n", evidence.seen()) + "\n" + rejected;
    }

    static boolean paused(Input input) {
        return input.pausedAt() != null
                && !(input.tasks().isEmpty() && input.forgotten().isEmpty());
    }
}
