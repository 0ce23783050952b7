package headroom.constructs.workflow;

import static java.util.Objects.requireNonNull;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig.OnFailureProperty;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// Where everything waits that nobody could be given: what SNS and EventBridge could not hand over,
/// what a function failed with to the last, and reports that no mailbox took.
///
/// One queue for all of them, as whatever is in it means the same: look. Each message says where it
/// was meant to go.
public record DeadLetterQueue(Queue queue) {
    /// The longest that SQS keeps a message.
    private static final Duration KEPT = Duration.days(14);

    /// The most that Lambda allows.
    private static final int RETRIES = 2;

    static DeadLetterQueue in(Construct scope, Encryption encryption) {
        Queue.Builder queue =
                Queue.Builder.create(scope, "DeadLetterQueue")
                        .encryption(encryption.ofQueue())
                        .enforceSsl(true)
                        .retentionPeriod(KEPT);
        encryption.key().ifPresent(queue::encryptionMasterKey);
        return new DeadLetterQueue(queue.build());
    }

    /// What a function needs for Lambda to put its events aside.
    PolicyStatement putAside() {
        return Allow.to("sqs:SendMessage", queue.getQueueArn());
    }

    /// Takes the events that the function fails with, or is not free for within the time.
    ///
    /// Not CDK's own destination, since that one grants more than [#putAside()].
    void takeEventsOf(Alias function, Duration retryFor) {
        var config =
                CfnEventInvokeConfig.Builder.create(function, "Events")
                        .functionName(function.getLambda().getFunctionName())
                        .qualifier(function.getAliasName())
                        .maximumRetryAttempts(RETRIES)
                        .maximumEventAgeInSeconds(retryFor.toSeconds())
                        .destinationConfig(
                                DestinationConfigProperty.builder()
                                        .onFailure(
                                                OnFailureProperty.builder()
                                                        .destination(queue.getQueueArn())
                                                        .build())
                                        .build())
                        .build();
        config.getNode().addDependency(requireNonNull(function.getNode().getDefaultChild()));
    }
}
