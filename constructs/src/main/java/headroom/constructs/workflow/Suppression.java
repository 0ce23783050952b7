package headroom.constructs.workflow;

import static java.util.Objects.requireNonNull;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;

import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

import java.util.List;
import java.util.stream.Stream;

/// Where a rule of cdk-nag asks for something that would do harm here, or nothing, and why.
///
/// A row answers one rule at one resource, and of a wildcard each resource that is named with it;
/// the same right elsewhere is a finding again.
///
/// @param resource the path below the construct
/// @param rule the rule's id
/// @param findings which of the rule's findings; none stands for a rule that has but one
public record Suppression(String resource, String rule, String reason, List<String> findings) {
    private static final String WILDCARD = "AwsSolutions-IAM5";
    public static final String ANYTHING = "Resource::*";

    /// The functions of a workflow.
    ///
    /// @param steps behind states
    /// @param woken by messages and by the clock
    public record Functions(List<Class<?>> steps, List<Class<?>> woken) {}

    /// Adds it to the construct that the resource is part of.
    public void add(Construct installation) {
        var suppression = NagPackSuppression.builder().id(rule).reason(reason);
        NagSuppressions.addResourceSuppressionsByPath(
                Stack.of(installation),
                "/" + installation.getNode().getPath() + "/" + resource,
                List.of(
                        findings.isEmpty()
                                ? suppression.build()
                                : suppression.appliesTo(findings).build()));
    }

    /// An ARN as a finding tells it: what is known only at the deployment, by its reference.
    public static String arn(Construct installation, String service, String resource) {
        Stack stack = Stack.of(installation);
        return "Resource::arn:%s:%s:%s:%s:%s"
                .formatted(
                        told(stack.getPartition(), "<AWS::Partition>"),
                        service,
                        told(stack.getRegion(), "<AWS::Region>"),
                        told(stack.getAccount(), "<AWS::AccountId>"),
                        resource);
    }

    private static String told(String part, String reference) {
        return Token.isUnresolved(part) ? reference : part;
    }

    public static Suppression wildcard(Class<?> function, String reason, String... findings) {
        return new Suppression(
                function.getSimpleName() + "Role/DefaultPolicy/Resource",
                WILDCARD,
                reason,
                List.of(findings));
    }

    /// @param id of the construct that holds it, with a slash behind; empty for the first one
    public static Suppression ofStateMachine(String id, String reason, String... findings) {
        return new Suppression(
                id + "StateMachine/Role/DefaultPolicy/Resource",
                WILDCARD,
                reason,
                List.of(findings));
    }

    /// Of the watch, which looks at the run that holds the lease.
    public static Suppression executions(
            Class<?> watch, Construct installation, StateMachine stateMachine) {
        String machine =
                Stack.of(installation)
                        .getLogicalId(
                                (CfnElement)
                                        requireNonNull(stateMachine.getNode().getDefaultChild()));
        return wildcard(
                watch,
                "The run that holds the lease, of this state machine alone.",
                arn(installation, "states", "execution:<%s.Name>:*".formatted(machine)));
    }

    /// Those of any stack.
    public static Stream<Suppression> ofAny(Functions functions) {
        return Stream.of(noTrace(""), queue(), of(functions)).flatMap(each -> each);
    }

    /// Of a state machine.
    ///
    /// @param id of the construct that holds it, with a slash behind; empty for the first one
    public static Stream<Suppression> noTrace(String id) {
        String noTrace =
                "A run polls for hours, some for days: a trace ends before it does. Each state's"
                        + " times stand in the execution's history and in its log.";
        return Stream.of("AwsSolutions-SF2", "Serverless-StepFunctionStateMachineXray")
                .map(
                        rule ->
                                new Suppression(
                                        id + "StateMachine/Resource", rule, noTrace, List.of()));
    }

    private static Stream<Suppression> queue() {
        String end = "It is where undelivered events end; a queue behind it would end likewise.";
        return Stream.of("AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy")
                .map(rule -> new Suppression("DeadLetterQueue/Resource", rule, end, List.of()));
    }

    /// Those of functions.
    public static Stream<Suppression> of(Functions functions) {
        List<Class<?>> steps = functions.steps();
        List<Class<?>> woken = functions.woken();
        String noQueue = "Serverless-LambdaDLQ";
        String waited =
                "Step Functions waits for its answer, so no event of it is ever left behind.";
        String destination =
                "Its alias has a failure destination, which gets the error along with the event.";
        String noTrace = "Serverless-LambdaTracing";
        String logged =
                "It calls no other function, and logs what it did; a trace needs a right on every"
                        + " resource.";
        return Stream.of(
                        each(steps, noQueue, waited),
                        each(woken, noQueue, destination),
                        each(steps, noTrace, logged),
                        each(woken, noTrace, logged))
                .flatMap(all -> all);
    }

    private static Stream<Suppression> each(List<Class<?>> functions, String rule, String reason) {
        return functions.stream()
                .map(each -> each.getSimpleName() + "/Resource")
                .map(resource -> new Suppression(resource, rule, reason, List.of()));
    }
}
