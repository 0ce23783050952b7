package headroom.infra.workflow;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

import java.util.List;

/// The way from a topic to an execution.
///
/// An alarm speaks once, when its state changes. So a message is delivered as often as the services
/// allow, and one that still does not get through waits in a queue: whether SNS could not hand it
/// to Lambda, or the function failed with it.
public final class Trigger {
    /// A cold start and one request to Step Functions, tried again a few times.
    private static final Duration TIMEOUT = Duration.minutes(1);

    /// The longest that SQS keeps a message.
    private static final Duration UNDELIVERED_IS_KEPT = Duration.days(14);

    /// The most that Lambda allows, both.
    private static final Duration RETRY_FOR = Duration.hours(6);

    private static final int RETRIES = 2;

    private Trigger() {}

    /// @param variable the environment variable in which the handler finds the state machine
    /// @return where a message waits that did not get through
    public static Queue create(
            Functions functions,
            Class<?> handler,
            String variable,
            Topic topic,
            StateMachine stateMachine) {
        Function trigger =
                functions.create(handler, TIMEOUT, List.of(startExecution(stateMachine)));
        trigger.addEnvironment(variable, stateMachine.getStateMachineArn());
        Queue undelivered = undelivered(Stack.of(topic));
        trigger.configureAsyncInvoke(
                EventInvokeConfigOptions.builder()
                        .retryAttempts(RETRIES)
                        .maxEventAge(RETRY_FOR)
                        .onFailure(new SqsDestination(undelivered))
                        .build());
        topic.addSubscription(
                LambdaSubscription.Builder.create(trigger).deadLetterQueue(undelivered).build());
        return undelivered;
    }

    private static PolicyStatement startExecution(StateMachine stateMachine) {
        return PolicyStatement.Builder.create()
                .actions(List.of("states:StartExecution"))
                .resources(List.of(stateMachine.getStateMachineArn()))
                .build();
    }

    private static Queue undelivered(Construct scope) {
        return Queue.Builder.create(scope, "Undelivered")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(UNDELIVERED_IS_KEPT)
                .build();
    }
}
