package headroom.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;

import headroom.lease.LeaseTable;
import headroom.run.Executions;
import headroom.run.StackEnvironment;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

import java.util.function.Supplier;

/// Takes what arrives on the topic and starts an execution for it, or logs why not.
///
/// An exception is left to Lambda, which delivers the event again and at last to the dead-letter
/// queue: nothing is lost.
public abstract class Trigger implements RequestHandler<SNSEvent, @Nullable Void> {
    private final SfnClient stepFunctions;
    private final Supplier<DynamoDbClient> dynamoDb;
    private final StackEnvironment stack;

    /// @param dynamoDb asked for only when there is a note to write, since a client more makes
    ///   every cold start longer
    protected Trigger(
            SfnClient stepFunctions, Supplier<DynamoDbClient> dynamoDb, StackEnvironment stack) {
        this.stepFunctions = stepFunctions;
        this.dynamoDb = dynamoDb;
        this.stack = stack;
    }

    protected abstract Reaction react(Publication publication);

    /// Answers nothing: SNS invokes and does not wait.
    @Override
    public final @Nullable Void handleRequest(SNSEvent event, Context context) {
        for (Publication each : Publication.of(event)) {
            act(react(each), context.getLogger());
        }
        return null;
    }

    private void act(Reaction reaction, LambdaLogger log) {
        switch (reaction) {
            case Reaction.Start start ->
                    log.log(
                            executions(start).start(start.name(), start.request())
                                    ? "Started %s for %s.\n".formatted(start.name(), start.origin())
                                    : "Already started %s: this message came before.\n"
                                            .formatted(start.name()));
            case Reaction.Ignore ignore -> log.log("Ignored: " + ignore.why() + "\n");
            case Reaction.Tell tell -> {
                log.log("Nothing is started. " + tell.why() + "\n");
                leave(tell, log);
            }
        }
    }

    private Executions executions(Reaction.Start start) {
        return new Executions(
                stepFunctions,
                start.beside().map(stack::stateMachine).orElseGet(stack::stateMachine));
    }

    /// Leaves a note on the lease's item, whoever holds the lease: the watch reads it there. The
    /// last one of its kind stands. A note that cannot be written is no reason to be delivered the
    /// message for hours: the log has it.
    private void leave(Reaction.Tell tell, LambdaLogger log) {
        try {
            new LeaseTable(dynamoDb.get(), stack.leaseTable(), stack.leaseKey())
                    .set(tell.attribute(), tell.text());
        } catch (SdkException unwritten) {
            log.log(
                    "Operators will not hear of it, as it could not be noted: %s\n"
                            .formatted(unwritten.getMessage()));
        }
    }
}
