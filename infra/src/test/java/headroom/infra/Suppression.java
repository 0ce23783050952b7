package headroom.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;

import software.amazon.awscdk.Stack;

import java.util.List;
import java.util.stream.Stream;

/// Where a rule of cdk-nag asks for something that would do harm here, or nothing, and why.
///
/// A row answers one rule at one resource, and of a wildcard each resource that is named with it;
/// the same right elsewhere is a finding again.
///
/// @param resource the path below the stack
/// @param rule the rule's id
/// @param findings which of the rule's findings; none stands for a rule that has but one
public record Suppression(String resource, String rule, String reason, List<String> findings) {
    private static final String WILDCARD = "AwsSolutions-IAM5";
    public static final String ANYTHING = "Resource::*";

    /// The place in an ARN.
    public static final String HERE = "<AWS::Region>:<AWS::AccountId>:";

    /// The functions of a workflow.
    ///
    /// @param steps behind states
    /// @param woken by messages and by the clock
    public record Functions(List<Class<?>> steps, List<Class<?>> woken) {}

    void add(Stack stack) {
        var suppression = NagPackSuppression.builder().id(rule).reason(reason);
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/" + stack.getStackName() + "/" + resource,
                List.of(
                        findings.isEmpty()
                                ? suppression.build()
                                : suppression.appliesTo(findings).build()));
    }

    public static Suppression wildcard(Class<?> function, String reason, String... findings) {
        return new Suppression(
                function.getSimpleName() + "Role/DefaultPolicy/Resource",
                WILDCARD,
                reason,
                List.of(findings));
    }

    /// @param path where it stands in the stack
    public static Suppression ofStateMachine(String path, String reason, String... findings) {
        return new Suppression(
                path + "StateMachine/Role/DefaultPolicy/Resource",
                WILDCARD,
                reason,
                List.of(findings));
    }

    /// Of the watch, which looks at the run that holds the lease.
    public static Suppression executions(Class<?> watch) {
        return wildcard(
                watch,
                "The run that holds the lease, of this state machine alone.",
                "Resource::arn:<AWS::Partition>:states:"
                        + HERE
                        + "execution:<StateMachine2E01A3A5.Name>:*");
    }

    /// Those of any stack.
    public static Stream<Suppression> ofAny(Functions functions) {
        return Stream.of(stateMachine(""), queue(), of(functions)).flatMap(each -> each);
    }

    /// Those of a second state machine in a stack, and its functions.
    ///
    /// @param path where it stands in the stack
    public static Stream<Suppression> ofAnother(String path, Functions functions) {
        return Stream.of(stateMachine(path), of(functions)).flatMap(each -> each);
    }

    private static Stream<Suppression> stateMachine(String path) {
        String noTrace =
                "A run polls for hours, some for days: a trace ends before it does. Each state's"
                        + " times stand in the execution's history and in its log.";
        return Stream.of("AwsSolutions-SF2", "Serverless-StepFunctionStateMachineXray")
                .map(
                        rule ->
                                new Suppression(
                                        path + "StateMachine/Resource", rule, noTrace, List.of()));
    }

    private static Stream<Suppression> queue() {
        String end = "It is where undelivered events end; a queue behind it would end likewise.";
        return Stream.of("AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy")
                .map(rule -> new Suppression("DeadLetterQueue/Resource", rule, end, List.of()));
    }

    private static Stream<Suppression> of(Functions functions) {
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
