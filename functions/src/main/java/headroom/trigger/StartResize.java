package headroom.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.priming.Primed;
import headroom.redshift.Settings;
import headroom.step.Json;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Supplier;

/// Takes what arrives on the topic and starts an execution for it, or logs why not.
///
/// An exception is left to Lambda, which delivers the event again and at last to the dead-letter
/// queue: nothing is lost.
public final class StartResize implements RequestStreamHandler {
    private final SfnClient stepFunctions;
    private final Supplier<DynamoDbClient> dynamoDb;
    private final Settings settings;
    private final Neighbours neighbours;

    public StartResize() {
        this(
                Primed.stepFunctions(),
                DynamoDbClient::create,
                Settings.fromEnvironment(),
                Neighbours.fromEnvironment());
    }

    /// @param dynamoDb asked for only when there is a note to write, since a client more makes
    ///   every cold start longer
    public StartResize(
            SfnClient stepFunctions,
            Supplier<DynamoDbClient> dynamoDb,
            Settings settings,
            Neighbours neighbours) {
        this.stepFunctions = stepFunctions;
        this.dynamoDb = dynamoDb;
        this.settings = settings;
        this.neighbours = neighbours;
    }

    /// Answers nothing: SNS invokes and does not wait.
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        SnsEvent event = Json.read(in.readAllBytes(), SnsEvent.class);
        for (SnsEvent.Delivery each : event.records()) {
            SnsEvent.Publication sns = each.sns();
            Notification notification = Notification.parse(sns.message());
            act(Reaction.to(notification, sns, settings, neighbours), context.getLogger());
        }
    }

    private void act(Reaction reaction, LambdaLogger log) {
        switch (reaction) {
            case Reaction.Start start ->
                    start(start.name(), start.request(), start.request().origin(), log);
            case Reaction.Forget forget ->
                    start(forget.name(), forget.request(), forget.request().origin(), log);
            case Reaction.Ignore ignore -> log.log("Ignored: " + ignore.why() + "\n");
            case Reaction.Tell tell -> {
                log.log("Nothing is started. " + tell.why() + "\n");
                leave(tell, log);
            }
        }
    }

    private void start(String name, Record request, String origin, LambdaLogger log) {
        String input = Json.text(Json.write(request));
        try {
            stepFunctions.startExecution(
                    start ->
                            start.stateMachineArn(neighbours.stateMachine())
                                    .name(name)
                                    .input(input));
            log.log("Started %s for %s.\n".formatted(name, origin));
        } catch (ExecutionAlreadyExistsException delivered) {
            log.log("Already started %s: this message came before.\n".formatted(name));
        }
    }

    /// Leaves a note on the lease's item, whoever holds the lease: the watch reads it there. The
    /// last one of its kind stands. A note that cannot be written is no reason to be delivered the
    /// message for hours: the log has it.
    private void leave(Reaction.Tell tell, LambdaLogger log) {
        try {
            dynamoDb.get()
                    .updateItem(
                            request ->
                                    request.tableName(neighbours.leaseTable())
                                            .key(key())
                                            .updateExpression("SET #note = :text")
                                            .expressionAttributeNames(
                                                    Map.of("#note", tell.attribute()))
                                            .expressionAttributeValues(
                                                    Map.of(
                                                            ":text",
                                                            AttributeValue.fromS(tell.text()))));
        } catch (SdkException unwritten) {
            log.log(
                    "Operators will not hear of it, as it could not be noted: %s\n"
                            .formatted(unwritten.getMessage()));
        }
    }

    private Map<String, AttributeValue> key() {
        return Map.of("resource", AttributeValue.fromS(neighbours.leaseKey()));
    }
}
