package headroom.report;

import headroom.run.Cause;
import headroom.run.Console;
import headroom.run.Execution;

import java.util.Optional;

/// What asked for a run, and what exactly.
///
/// @param execution the execution's ARN
/// @param requests the ARN of the topic that takes messages by hand
/// @param origin what asked, for people
/// @param byHand whether a person asked, who waits for an answer
/// @param dryRun whether the plan alone was asked for
/// @param deadOwner the ARN of the execution that a recovery takes over from; `nobody` for none
/// @param notUnderstood what of a person's message was not understood, and what is known
public record Asked(
        String execution,
        String requests,
        String origin,
        Cause cause,
        boolean byHand,
        boolean dryRun,
        String deadOwner,
        Optional<String> notUnderstood) {

    public boolean recovers() {
        return cause == Cause.RECOVER;
    }

    /// Where to look: at this execution, and at the one before it.
    public Places places() {
        Places own = Places.of(Execution.of(execution));
        return deadOwner.startsWith("arn:")
                ? own.with("The run that ended", console().execution(deadOwner))
                : own;
    }

    /// What a report begins with; empty if all was understood.
    public Optional<String> misunderstanding() {
        return notUnderstood.map("Not understood: %s"::formatted);
    }

    /// What comes before anything else that is to be done; empty if all was understood.
    public Optional<String> toDoFirst() {
        return notUnderstood.map(_ -> "A message that is not understood in full gets a plan only.");
    }

    /// What a person runs to publish a message.
    ///
    /// @param message as a shell wants it
    public String command(String message) {
        return "  aws sns publish --region %s --topic-arn %s --message %s"
                .formatted(region(), requests, message);
    }

    /// What a person runs to have brought back what this run leaves.
    public String recoverCommand() {
        Execution own = Execution.of(execution);
        return "  aws stepfunctions start-execution --region %s --state-machine-arn %s --input '{\"cause\":\"recover\",\"deadOwner\":\"%s\",\"settled\":true}'"
                .formatted(own.region(), own.stateMachineArn(), execution);
    }

    /// What a person runs to see which runs are at work.
    public String runsCommand() {
        Execution own = Execution.of(execution);
        return "  aws stepfunctions list-executions --region %s --state-machine-arn %s --status-filter RUNNING"
                .formatted(own.region(), own.stateMachineArn());
    }

    /// What a person runs to end this run.
    public String stopCommand() {
        return "  aws stepfunctions stop-execution --region %s --execution-arn %s"
                .formatted(region(), execution);
    }

    public Console console() {
        return Execution.of(execution).console();
    }

    public String region() {
        return Execution.of(execution).region();
    }
}
