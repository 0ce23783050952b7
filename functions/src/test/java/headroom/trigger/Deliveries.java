package headroom.trigger;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNS;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNSRecord;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the tests of a trigger take for granted: messages that are delivered to it, and what it
/// starts and notes.
public abstract class Deliveries {
    protected static final String MESSAGE_ID = "0f8b7a1c-1111-5555-9999-abcdefabcdef";

    protected final SfnClient stepFunctions = mock(SfnClient.class, CALLS_REAL_METHODS);
    protected final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
    protected final List<UpdateItemRequest> notes = new ArrayList<>();
    protected final List<StartExecutionRequest> started = new ArrayList<>();
    protected final List<String> log = new ArrayList<>();

    /// That of the workflow, with these clients.
    protected abstract Trigger trigger();

    @BeforeEach
    void keepWhatIsStarted() {
        doAnswer(
                        call -> {
                            started.add(call.getArgument(0));
                            return StartExecutionResponse.builder().build();
                        })
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));
        doAnswer(
                        call -> {
                            notes.add(call.getArgument(0));
                            return UpdateItemResponse.builder().build();
                        })
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));
    }

    protected final void deliver(@Nullable String message) {
        deliver(new Publication(message, MESSAGE_ID));
    }

    /// In the form that Lambda makes of what SNS sends.
    protected final void deliver(Publication... publications) {
        List<SNSRecord> records = new ArrayList<>();
        for (Publication each : publications) {
            SNS sns = new SNS().withMessage(each.message()).withMessageId(each.messageId());
            records.add(new SNSRecord().withEventSource("aws:sns").withSns(sns));
        }
        handle(new SNSEvent().withRecords(records));
    }

    protected final void handle(SNSEvent event) {
        trigger().handleRequest(event, context(log));
    }

    /// Lambda's context, as far as a handler of ours asks for it.
    public static Context context(List<String> log) {
        Context context = mock();
        when(context.getLogger())
                .thenReturn(
                        new LambdaLogger() {
                            @Override
                            public void log(String message) {
                                log.add(message);
                            }

                            @Override
                            public void log(byte[] message) {
                                log(new String(message, StandardCharsets.UTF_8));
                            }
                        });
        return context;
    }
}
