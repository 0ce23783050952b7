package headroom.constructs.workflow;

import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The way from a topic to an execution.
///
/// An alarm speaks once, when its state changes. So a message is delivered as often as the services
/// allow, and one that still does not get through waits in a queue: whether SNS could not hand it
/// to Lambda, or the function failed with it.
public final class Trigger {
    /// A cold start and a request to Step Functions or DynamoDB, tried again a few times. The SDK
    /// goes on for a minute with one that DynamoDB throttles, and only then can the trigger let a
    /// note go: cut off before, it would be given the message again.
    private static final Duration TIMEOUT = Duration.minutes(2);

    /// The most that Lambda allows.
    private static final Duration RETRY_FOR = Duration.hours(6);

    private Trigger() {}

    /// @param environment what the handler is told of the stack, besides the settings
    /// @param more rights to start other state machines
    /// @param lease on whose item it may leave a note
    public static void create(
            Functions functions,
            Class<?> handler,
            Map<String, String> environment,
            Topic topic,
            StateMachine stateMachine,
            List<PolicyStatement> more,
            Lease lease,
            DeadLetterQueue deadLetterQueue) {
        Alias trigger =
                functions.create(
                        handler,
                        TIMEOUT,
                        Stream.concat(
                                        Stream.of(
                                                Allow.to(
                                                        "states:StartExecution",
                                                        stateMachine.getStateMachineArn()),
                                                lease.use(),
                                                deadLetterQueue.putAside()),
                                        more.stream())
                                .toList(),
                        environment);
        deadLetterQueue.takeEventsOf(trigger, RETRY_FOR);
        Subscription subscription =
                topic.addSubscription(
                        LambdaSubscription.Builder.create(trigger)
                                .deadLetterQueue(deadLetterQueue.queue())
                                .build());
        Validations.of(subscription)
                .acknowledge(
                        Acknowledgment.builder()
                                .id("CloudFormation-Validate::W3694")
                                .reason("SNS delivers to an alias as it does to a function.")
                                .build());
    }
}
