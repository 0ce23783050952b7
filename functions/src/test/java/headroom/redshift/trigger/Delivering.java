package headroom.redshift.trigger;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNS;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNSRecord;

import headroom.redshift.Given;
import headroom.trigger.Publication;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

import java.util.ArrayList;
import java.util.List;

/// What the tests of the trigger take for granted: messages that are delivered to it, and what it
/// starts and notes.
abstract class Delivering {
    static final String MACHINE =
            "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales";
    static final String MESSAGE_ID = "0f8b7a1c-1111-5555-9999-abcdefabcdef";

    final SfnClient stepFunctions = mock(SfnClient.class, CALLS_REAL_METHODS);
    final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
    final List<UpdateItemRequest> notes = new ArrayList<>();
    final List<StartExecutionRequest> started = new ArrayList<>();
    final List<String> log = new ArrayList<>();

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

    final void deliver(@Nullable String message) {
        deliver(new Publication(message, MESSAGE_ID));
    }

    /// In the form that Lambda makes of what SNS sends.
    final void deliver(Publication... publications) {
        List<SNSRecord> records = new ArrayList<>();
        for (Publication each : publications) {
            SNS sns = new SNS().withMessage(each.message()).withMessageId(each.messageId());
            records.add(new SNSRecord().withEventSource("aws:sns").withSns(sns));
        }
        handle(new SNSEvent().withRecords(records));
    }

    final void handle(SNSEvent event) {
        new StartResize(stepFunctions, () -> dynamoDb, Given.SETTINGS, Messages.STACK)
                .handleRequest(event, Given.context(log));
    }
}
