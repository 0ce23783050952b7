package headroom.redshift.trigger;

import static headroom.text.Wording.assertContains;
import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNS;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNSRecord;

import headroom.trigger.Publication;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;

import java.util.List;
import java.util.stream.Stream;

final class StartResizeTest extends Delivering {
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
                        start(
                                "alarm-20261122T040506Z-8488be5f7d5c4faf9aa52dd0",
                                "{\"cause\":\"alarm\",\"dryRun\":false,\"critical\":false,\"origin\":\"alarm"
                                    + " rs-disk-sales went to ALARM at 2026-11-22"
                                    + " 04:05Z\",\"nodes\":null,\"notUnderstood\":null}")),
                started);
        assertEquals(
                List.of(
                        "Started alarm-20261122T040506Z-8488be5f7d5c4faf9aa52dd0 for alarm"
                                + " rs-disk-sales went to ALARM at 2026-11-22 04:05Z.\n"),
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

        assertIgnored("rs-disk-sales went to " + state + ".");
    }

    @Test
    void ignoresAnAlarmOfAnotherCluster() {
        deliver(Messages.alarm("ALARM", "stock", Messages.CHANGED_AT));

        assertIgnored("rs-disk-sales watches stock, and this is the trigger of sales.");
    }

    @Test
    void ignoresACompositeAlarmWhichWatchesNoCluster() {
        deliver(Messages.compositeAlarm());

        assertIgnored("rs-all watches no single cluster, and this is the trigger of sales.");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"please", "{\"resize\":true}", "{}", "null"})
    void startsAnExecutionForWhateverIsPublishedByHand(@Nullable String message) {
        deliver(message);

        assertEquals(
                List.of(
                        start(
                                "manual-78b927f33a977d5031a5cb22",
                                "{\"cause\":\"manual\",\"dryRun\":false,\"critical\":false,\"origin\":\"message"
                                    + " 0f8b7a1c-1111-5555-9999-abcdefabcdef, published by"
                                    + " hand\",\"nodes\":null,\"notUnderstood\":null}")),
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
        assertContains("\"dryRun\":true", input);
        assertContains("\"nodes\":6", input);
        assertContains("the field \\\"why\\\" is not known.", input);
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

    static List<Arguments> eventsThatSnsDoesNotSend() {
        SNS anonymous = new SNS().withMessage("please");
        return List.of(
                Arguments.of(new SNSEvent(), "Records"),
                Arguments.of(new SNSEvent().withRecords(List.of(new SNSRecord())), "Records[].Sns"),
                Arguments.of(
                        new SNSEvent().withRecords(List.of(new SNSRecord().withSns(anonymous))),
                        "Records[].Sns.MessageId"));
    }

    @ParameterizedTest
    @MethodSource("eventsThatSnsDoesNotSend")
    void refusesAnEventThatSnsDoesNotSend(SNSEvent event, String missing) {
        assertFails(
                IllegalArgumentException.class,
                "The event is none of SNS: " + missing + " is nothing; expected a value.",
                () -> handle(event));
        assertEquals(List.of(), started);
    }

    private void assertIgnored(String why) {
        assertEquals(List.of(), started);
        assertEquals(List.of("Ignored: " + why + "\n"), log);
    }

    private static StartExecutionRequest start(String name, String input) {
        return StartExecutionRequest.builder()
                .stateMachineArn(MACHINE)
                .name(name)
                .input(input)
                .build();
    }
}
