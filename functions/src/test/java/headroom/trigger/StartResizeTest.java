package headroom.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import headroom.Given;
import headroom.step.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class StartResizeTest {
    private static final String MACHINE =
            "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales";
    private static final String MESSAGE_ID = "0f8b7a1c-1111-5555-9999-abcdefabcdef";

    private final SfnClient stepFunctions = mock(SfnClient.class, CALLS_REAL_METHODS);
    private final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
    private final List<UpdateItemRequest> notes = new ArrayList<>();
    private final List<StartExecutionRequest> started = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

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

    @Test
    void saysWhereTheAlarmsThresholdIsTheCriticalOne() {
        deliver(Messages.alarm("ALARM").replace("80.0", "90.0"));
        deliver(Messages.alarm("ALARM").replace("80.0", "89.9"));
        deliver(Messages.alarm("ALARM").replace("\"Threshold\":80.0", "\"Threshold\":null"));

        assertEquals(
                List.of(true, false, false),
                started.stream().map(each -> each.input().contains("\"critical\":true")).toList());
    }

    @Test
    void startsAnExecutionForAnAlarmOfOurCluster() {
        deliver(Messages.alarm("ALARM"));

        assertEquals(
                List.of(
                        StartExecutionRequest.builder()
                                .stateMachineArn(MACHINE)
                                .name("alarm-20261122T040506Z-8488be5f7d5c4faf9aa52dd0")
                                .input(
                                        "{\"cause\":\"alarm\",\"dryRun\":false,\"critical\":false,\"origin\":\"alarm"
                                            + " rs-disk-sales went to ALARM at"
                                            + " 2026-11-22T04:05:06.789+0000\",\"nodes\":null,\"notUnderstood\":null}")
                                .build()),
                started);
        assertEquals(
                List.of(
                        "Started alarm-20261122T040506Z-8488be5f7d5c4faf9aa52dd0 for alarm"
                            + " rs-disk-sales went to ALARM at 2026-11-22T04:05:06.789+0000.\n"),
                log);
    }

    @Test
    void startsAnExecutionForAnAlarmOnAnExpressionWithOurCluster() {
        deliver(Messages.expressionAlarm());

        assertEquals(1, started.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "INSUFFICIENT_DATA"})
    void ignoresAnAlarmThatEnds(String state) {
        deliver(Messages.alarm(state));

        assertEquals(List.of(), started);
        assertEquals(List.of("Ignored: rs-disk-sales went to " + state + ".\n"), log);
    }

    @Test
    void ignoresAnAlarmOfAnotherCluster() {
        deliver(Messages.alarm("ALARM", "stock", Messages.CHANGED_AT));

        assertEquals(List.of(), started);
        assertEquals(
                List.of(
                        "Ignored: rs-disk-sales watches stock, and this is the trigger of"
                                + " sales.\n"),
                log);
    }

    @Test
    void ignoresACompositeAlarmWhichWatchesNoCluster() {
        deliver(Messages.compositeAlarm());

        assertEquals(List.of(), started);
        assertEquals(
                List.of(
                        "Ignored: rs-all watches no single cluster, and this is the trigger of"
                                + " sales.\n"),
                log);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"please", "{\"resize\":true}", "{}", "null"})
    void startsAnExecutionForWhateverIsPublishedByHand(@Nullable String message) {
        deliver(message);

        assertEquals(
                List.of(
                        StartExecutionRequest.builder()
                                .stateMachineArn(MACHINE)
                                .name("manual-78b927f33a977d5031a5cb22")
                                .input(
                                        "{\"cause\":\"manual\",\"dryRun\":false,\"critical\":false,\"origin\":\"message"
                                            + " 0f8b7a1c-1111-5555-9999-abcdefabcdef, published by"
                                            + " hand\",\"nodes\":null,\"notUnderstood\":null}")
                                .build()),
                started);
    }

    @Test
    void passesOnThatThePlanAloneIsWished() {
        deliver("{\"dryRun\":true}");

        assertEquals(
                "{\"cause\":\"manual\",\"dryRun\":true,\"critical\":false,\"origin\":\"message"
                        + " 0f8b7a1c-1111-5555-9999-abcdefabcdef, published by"
                        + " hand\",\"nodes\":null,\"notUnderstood\":null}",
                started.getFirst().input());
    }

    @Test
    void givesARedeliveryTheSameNameAndTheSameInput() {
        deliver(Messages.alarm("ALARM"));
        deliver(new Publication(Messages.alarm("ALARM"), "another-message-id"));
        deliver("please");
        deliver("please");

        assertEquals(started.get(0), started.get(1));
        assertEquals(started.get(2), started.get(3));
    }

    @Test
    void givesAnotherTransitionAnotherName() {
        deliver(Messages.alarm("ALARM"));
        deliver(Messages.alarm("ALARM", "sales", "2026-11-22T05:05:06.789+0000"));
        deliver(Messages.alarm("ALARM", "sales", "2026-11-22T04:05:06.790+0000"));

        assertEquals("alarm-20261122T050506Z-b0eb04e116069658ac56ab12", started.get(1).name());
        assertEquals(3, started.stream().map(StartExecutionRequest::name).distinct().count());
    }

    /// A person may write such a message to try the trigger; CloudWatch always gives the time.
    @Test
    void tellsAlarmsWithoutATimeApartByTheirMessages() {
        String untimed = Messages.alarm("ALARM").replace("StateChangeTime", "When");

        deliver(
                new Publication(untimed, "id-1"),
                new Publication(untimed, "id-2"),
                new Publication(untimed, "id-1"));

        assertNotEquals(started.get(0).name(), started.get(1).name());
        assertEquals(started.get(0), started.get(2));
    }

    @Test
    void givesAnotherPublicationAnotherName() {
        deliver(new Publication("please", "id-1"), new Publication("please", "id-2"));

        assertNotEquals(started.get(0).name(), started.get(1).name());
    }

    @Test
    void namesExecutionsAsStepFunctionsAllows() {
        deliver(Messages.alarm("ALARM"));
        deliver(Messages.alarm("ALARM", "sales", "a time / with * odd : characters"));
        deliver(new Publication("please", "id with spaces & ümlaut ".repeat(20)));

        Stream<String> names = started.stream().map(StartExecutionRequest::name);
        assertTrue(names.allMatch(each -> each.matches("[0-9A-Za-z_-]{1,80}")));
        assertEquals(3, started.size());
    }

    @Test
    void passesOnTheSizeAndWhatWasNotUnderstood() {
        deliver("{\"nodes\": 6, \"why\": \"month end\"}");

        String input = started.getFirst().input();
        assertTrue(input.contains("\"dryRun\":true"), input);
        assertTrue(input.contains("\"nodes\":6"), input);
        assertTrue(input.contains("the field \\\"why\\\" is not known."), input);
    }

    @Test
    void leavesANoteOfWhatAServiceWrote() {
        deliver("{\"Records\": []}");

        assertEquals(
                List.of(
                        UpdateItemRequest.builder()
                                .tableName("table")
                                .key(Map.of("resource", AttributeValue.fromS("redshift/sales")))
                                .updateExpression("SET #note = :text")
                                .expressionAttributeNames(Map.of("#note", "foreign"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":text",
                                                AttributeValue.fromS(
                                                        "records of events: {\"Records\": []}")))
                                .build()),
                notes);
        assertEquals(
                List.of(
                        "Nothing is started. What services of AWS write asks for nothing here. This"
                                + " was records of events: {\"Records\": []}\n"),
                log);
        assertEquals(List.of(), started);
    }

    @Test
    void leavesAnAnswerToWhoSaysNo() {
        deliver("stop");

        assertEquals(List.of(), started);
        assertEquals(Map.of("#note", "answer"), notes.getFirst().expressionAttributeNames());
        assertEquals(List.of("Nothing is started. A message says no: \"stop\".\n"), log);
    }

    @Test
    void goesOnWhereANoteCannotBeWritten() {
        doThrow(DynamoDbException.builder().message("no such table").build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));

        deliver(new Publication("stop", "id-1"), new Publication("now", "id-2"));

        assertEquals(1, started.size());
        assertEquals(
                "Operators will not hear of it, as it could not be noted: no such table\n",
                log.get(1));
    }

    @Test
    void takesAnExecutionThatExistsForSuccess() {
        doThrow(ExecutionAlreadyExistsException.builder().message("exists").build())
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));

        deliver("please");

        assertEquals(
                List.of(
                        "Already started manual-78b927f33a977d5031a5cb22: this message came"
                                + " before.\n"),
                log);
    }

    @Test
    void leavesAnyOtherProblemToLambda() {
        var full = ExecutionLimitExceededException.builder().message("full").build();
        doThrow(full).when(stepFunctions).startExecution(any(StartExecutionRequest.class));

        assertSame(
                full, assertThrows(ExecutionLimitExceededException.class, () -> deliver("please")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Records?             | SnsEvent is Records?; expected JSON.",
                "{}                   | SnsEvent.records is nothing; expected a value.",
                "{\"Records\":[{}]}     | SnsEvent.records[0].sns is nothing; expected a value.",
                "{\"Records\":[{\"Sns\":{\"Message\":\"please\"}}]} |"
                        + " SnsEvent.records[0].sns.messageId is nothing; expected a value.",
            })
    void refusesAnEventThatSnsDoesNotSend(String event, String complaint) {
        var problem = assertThrows(IllegalArgumentException.class, () -> handle(event));

        assertEquals("The input is not what this step expects: " + complaint, problem.getMessage());
        assertEquals(List.of(), started);
    }

    private void deliver(@Nullable String message) {
        deliver(new Publication(message, MESSAGE_ID));
    }

    private void deliver(Publication... publications) {
        handle(event(publications));
    }

    private void handle(String event) {
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

    private record Publication(@Nullable String message, String id) {}

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
