package headroom.report;

import headroom.Given;
import headroom.plan.Evidence;
import headroom.plan.Plan;
import headroom.replication.PausedTask;
import headroom.report.ComposeReport.Input;
import headroom.warehouse.ResizeMethod;

import org.jspecify.annotations.Nullable;

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
            new Plan.Resize(
                    4,
                    8,
                    "ra3.4xlarge",
                    ResizeMethod.ELASTIC,
                    84.2,
                    42.1,
                    45,
                    43_200,
                    86_400,
                    false,
                    true,
                    TASKS,
                    List.of("parts is stopped"),
                    List.of(),
                    "sales.example.com",
                    null,
                    "Planned.",
                    EVIDENCE);
    private static final Plan.Resize SMALLER =
            new Plan.Resize(
                    4,
                    6,
                    "ra3.4xlarge",
                    ResizeMethod.ELASTIC,
                    84.2,
                    56.1,
                    45,
                    43_200,
                    86_400,
                    false,
                    true,
                    TASKS,
                    List.of(),
                    List.of("Wished for were 8 nodes."),
                    "sales.example.com",
                    null,
                    "Planned.",
                    EVIDENCE);
    static final Plan.Ask ASK =
            new Plan.Ask(SMALLER, "a resize", Given.NOW, "For a person to decide.");
    static final Plan.Deferred DEFERRED =
            new Plan.Deferred(SMALLER, Given.NOW, "the window", Given.NOW, "Put off.");
    static final Plan.Resize OF_A_STACK =
            new Plan.Resize(
                    4,
                    8,
                    "ra3.4xlarge",
                    ResizeMethod.ELASTIC,
                    84.2,
                    42.1,
                    45,
                    43_200,
                    86_400,
                    false,
                    true,
                    TASKS,
                    List.of(),
                    List.of(),
                    "sales.example.com",
                    "Warehouse-Prod",
                    "Planned.",
                    EVIDENCE);
    static final Plan.NotYet NOT_YET =
            new Plan.NotYet(60, "A snapshot is being taken: nightly.", EVIDENCE);
    static final Failure REFUSED = new Failure("e.Refused", "No capacity.");

    private Runs() {}

    /// A run that paused replication and brought it back.
    static Input resumed(Outcome outcome) {
        return resumed(outcome, RESIZE);
    }

    static Input resumed(Plan.Resize plan) {
        return resumed(Outcome.RESIZED, plan);
    }

    private static Input resumed(Outcome outcome, Plan.Resize plan) {
        return new Input(
                EXECUTION,
                REQUESTS,
                "alarm x",
                outcome,
                plan,
                TASKS,
                false,
                outcome == Outcome.FAILED ? REFUSED : null,
                null,
                "All 2 tasks are running.",
                Given.ago(61, 5),
                Given.NOW,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// A run that paused replication, and of whose resuming nothing was seen.
    static Input unseen(Outcome outcome) {
        return new Input(
                EXECUTION,
                REQUESTS,
                "alarm x",
                outcome,
                RESIZE,
                TASKS,
                false,
                null,
                null,
                null,
                Given.ago(61, 5),
                null,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// A run that paused replication and could not bring it back.
    static Input owed(Outcome outcome) {
        return new Input(
                EXECUTION,
                REQUESTS,
                "alarm x",
                outcome,
                RESIZE,
                TASKS,
                true,
                outcome == Outcome.FAILED ? REFUSED : null,
                new Failure("e.NotRunning", "orders is stopped."),
                null,
                Given.ago(61, 5),
                null,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// A run that touched nothing.
    static Input untouched(Outcome outcome, @Nullable Plan plan, @Nullable Failure failure) {
        return new Input(
                EXECUTION,
                REQUESTS,
                "alarm x",
                outcome,
                plan,
                List.of(),
                false,
                failure,
                null,
                null,
                null,
                null,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// A plan of which a person's message was not quite understood.
    static Input misread(Outcome outcome, Plan plan, Optional<Integer> nodes) {
        return new Input(
                EXECUTION,
                REQUESTS,
                "message 1",
                outcome,
                plan,
                List.of(),
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                nodes,
                Optional.of("the field \"why\" is not known."));
    }

    /// A run that took over from another.
    static Input recovered(List<PausedTask> tasks) {
        return new Input(
                EXECUTION,
                REQUESTS,
                "the watch",
                Outcome.RECOVERED,
                null,
                tasks,
                false,
                null,
                null,
                "All 2 tasks are running.",
                tasks.isEmpty() ? null : Given.ago(61, 5),
                Given.NOW,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
