package headroom.redshift.trigger;

import headroom.trigger.Notification;


import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import headroom.redshift.Given;
import headroom.step.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    final void deliver(Publication... publications) {
        handle(event(publications));
    }

    final void handle(String event) {
        try {
            new StartResize(stepFunctions, () -> dynamoDb, Given.SETTINGS, Messages.NEIGHBOURS)
                    .handleRequest(
                            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                            OutputStream.nullOutputStream(),
                            Given.context(log));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    record Publication(@Nullable String message, String id) {}

    /// In the form that SNS uses, with some of what is not read.
    private static String event(Publication... publications) {
        try (JsonWriter event = JsonWriter.create()) {
            event.writeStartObject().writeFieldName("Records").writeStartArray();
            for (Publication each : publications) {
                event.writeStartObject().writeFieldName("EventSource").writeValue("aws:sns");
                event.writeFieldName("Sns").writeStartObject();
                event.writeFieldName("Type").writeValue("Notification");
                event.writeFieldName("MessageId").writeValue(each.id());
                event.writeFieldName("Subject").writeNull();
                event.writeFieldName("Message").writeValue(each.message());
                event.writeEndObject().writeEndObject();
            }
            event.writeEndArray().writeEndObject();
            return Json.text(event.getBytes());
        }
    }
}
