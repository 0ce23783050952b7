package headroom.redshift.report;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.Outcome;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Plan;
import headroom.redshift.plan.Precopy;
import headroom.redshift.replication.Forgotten;
import headroom.redshift.replication.PausedTask;
import headroom.redshift.replication.Standing;
import headroom.redshift.report.ComposeReport.Input;
import headroom.report.Asked;
import headroom.report.Before;
import headroom.report.Evidence;
import headroom.report.Failure;
import headroom.report.Told;
import headroom.run.Cause;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Runs that reports are composed of.
final class Runs {
    static final String EXECUTION =
            "arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:alarm-1";
    static final String REQUESTS = "arn:aws:sns:eu-west-1:111122223333:requests";
    static final List<PausedTask> TASKS =
            List.of(new PausedTask("arn:orders", "orders"), new PausedTask("arn:items", "items"));
    static final Evidence EVIDENCE =
            new Evidence(List.of("Seen."), List.of(new Evidence.Rejected("6 nodes", "too few")));
    static final Plan.Resize RESIZE =
            resize("ra3.4xlarge", 8, false, List.of("parts is stopped"), List.of(), null);
    static final Plan.Resize CRITICAL = resize("ra3.4xlarge", 8, true, List.of(), List.of(), null);
    private static final Plan.Resize SMALLER =
            resize("ra3.4xlarge", 6, false, List.of(), List.of("Wished for were 8 nodes."), null);
    static final Plan.Resize OF_A_STACK =
            resize("ra3.4xlarge", 8, false, List.of(), List.of(), "Warehouse-Prod");
    static final Plan.Ask ASK =
            new Plan.Ask(SMALLER, "a resize", Given.NOW, "For a person to decide.");
    static final Plan.Deferred DEFERRED =
            new Plan.Deferred(SMALLER, Given.NOW, "the window", Given.NOW, "Put off.");
    static final Plan.NotYet NOT_YET =
            new Plan.NotYet(60, "A snapshot is being taken: nightly.", EVIDENCE);
    static final Failure REFUSED = new Failure("headroom.step.Refused", "No capacity.");
    static final Told NEVER = new Told(Told.NOTHING, Given.NOW, Given.NOW);

    private Asked asked = asked(Cause.ALARM, "alarm x", Optional.empty());
    private final Outcome outcome;
    private @Nullable Plan plan;
    private @Nullable Failure failure;
    private Pause pause =
            new Pause(
                    List.of(),
                    false,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    Optional.empty(),
                    List.of());
    private Seen seen = new Seen(false, Optional.of(false), Optional.empty(), Precopy.PENDING);
    private Optional<Integer> nodes = Optional.empty();
    private Before before = new Before(0, Optional.empty(), false, NEVER);

    private Runs(Outcome outcome) {
        this.outcome = outcome;
    }

    /// A run that paused replication and brought it back.
    static Input resumed(Outcome outcome) {
        return of(outcome).planned(RESIZE).back().input();
    }

    static Input resumed(Plan.Resize plan) {
        return of(Outcome.RESIZED).planned(plan).back().input();
    }

    /// A run that paused replication and could not bring it back.
    static Input owed(Outcome outcome) {
        return of(outcome).planned(RESIZE).down().input();
    }

    /// A run that touched nothing.
    static Input untouched(Outcome outcome, @Nullable Plan plan, @Nullable Failure failure) {
        Runs run = of(outcome);
        run.plan = plan;
        run.failure = failure;
        return run.input();
    }

    /// A plan of which a person's message was not quite understood.
    static Input misread(Outcome outcome, Plan plan, Optional<Integer> nodes) {
        Runs run = of(outcome).planned(plan);
        run.nodes = nodes;
        run.asked =
                asked(Cause.MANUAL, "message 1", Optional.of("the field \"why\" is not known."));
        return run.input();
    }

    /// A run that took over from another.
    static Input recovered(List<PausedTask> tasks) {
        Runs run = of(Outcome.RECOVERED).recovers();
        return tasks.isEmpty() ? run.input() : run.back().sawNodes(4).input();
    }

    static Runs of(Outcome outcome) {
        return new Runs(outcome);
    }

    Runs planned(Plan made) {
        plan = made;
        return this;
    }

    Runs recovers() {
        asked = asked(Cause.RECOVER, "the watch", Optional.empty());
        return this;
    }

    Runs byHand() {
        asked = asked(Cause.MANUAL, "message 1", Optional.empty());
        return this;
    }

    Runs dryRun() {
        asked =
                new Asked(
                        EXECUTION,
                        REQUESTS,
                        "message 1",
                        Cause.MANUAL,
                        true,
                        true,
                        "nobody",
                        Optional.empty());
        return this;
    }

    Runs nodes(int wished) {
        nodes = Optional.of(wished);
        return this;
    }

    Runs failing(Failure why) {
        failure = why;
        return this;
    }

    /// Tasks stood still for an hour, and run again.
    Runs back() {
        pause = pause(TASKS, List.of(), null, "All 2 tasks are running.", Given.NOW);
        return stood();
    }

    /// One of two tasks does not run.
    Runs down() {
        var items = new Standing("arn:items", Optional.of("items is failed (X)"));
        String seen = "1 of 2 tasks running; items is failed (X).";
        pause = pause(TASKS, List.of(items), null, seen, null);
        return stood().failing(REFUSED);
    }

    /// Tasks are on record, and nobody could look at them.
    Runs unseen(List<PausedTask> tasks) {
        var paused = new Failure("headroom.redshift.cluster.ClusterUnusable", "It is paused.");
        pause = pause(tasks, List.of(), paused, null, null);
        return this;
    }

    /// One that began an hour ago.
    private static Pause pause(
            List<PausedTask> tasks,
            List<Standing> standing,
            @Nullable Failure failure,
            @Nullable String replication,
            @Nullable Instant to) {
        Optional<Integer> log = Optional.of(86_400);
        boolean owed = to == null;
        Instant from = Given.ago(61, 5);
        return new Pause(tasks, owed, standing, failure, replication, from, to, log, List.of());
    }

    Runs forgetting(Forgotten forgotten) {
        pause =
                new Pause(
                        pause.tasks(),
                        pause.owed(),
                        pause.standing(),
                        pause.failure(),
                        pause.replication(),
                        pause.from(),
                        pause.to(),
                        pause.logSeconds(),
                        List.of(forgotten));
        return this;
    }

    private Runs stood() {
        seen = new Seen(true, seen.resizeAsked(), seen.nodes(), seen.precopy());
        return this;
    }

    Runs foundRunning() {
        seen = new Seen(false, seen.resizeAsked(), seen.nodes(), seen.precopy());
        return this;
    }

    Runs askedForResize() {
        seen = new Seen(seen.tasksStood(), Optional.of(true), seen.nodes(), seen.precopy());
        return this;
    }

    Runs withoutLease() {
        seen = new Seen(seen.tasksStood(), Optional.empty(), seen.nodes(), seen.precopy());
        return this;
    }

    Runs sawNodes(int nodes) {
        seen = new Seen(seen.tasksStood(), seen.resizeAsked(), Optional.of(nodes), seen.precopy());
        return this;
    }

    Runs before(int failures, Told told) {
        before = new Before(failures, Optional.empty(), false, told);
        return this;
    }

    Input input() {
        return new Input(asked, nodes, outcome, plan, pause, seen, failure, before);
    }

    private static Asked asked(Cause cause, String origin, Optional<String> notUnderstood) {
        return new Asked(
                EXECUTION,
                REQUESTS,
                origin,
                cause,
                cause == Cause.MANUAL,
                false,
                "nobody",
                notUnderstood);
    }

    /// A resize of nodes of another type.
    static Plan.Resize ofType(String nodeType) {
        return resize(nodeType, 8, false, List.of(), List.of(), null);
    }

    private static Plan.Resize resize(
            String nodeType,
            int to,
            boolean critical,
            List<String> leaveAlone,
            List<String> remarks,
            @Nullable String stack) {
        return new Plan.Resize(
                4,
                to,
                nodeType,
                ResizeMethod.ELASTIC,
                84.2,
                42.1,
                45,
                43_200,
                86_400,
                critical,
                true,
                TASKS,
                leaveAlone,
                remarks,
                "sales.example.com",
                stack,
                "Planned.",
                EVIDENCE);
    }

    /// What is told of a run.
    static ComposeReport.Answer told(Input run) {
        return told(run, new GivenAws().cloudWatch);
    }

    static ComposeReport.Answer told(Input run, CloudWatchClient disk) {
        return new ComposeReport(disk, Given.SETTINGS, Given.CLOCK, _ -> {}).run(run);
    }
}
