package headroom.redshift.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import headroom.redshift.Given;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

import java.util.HashMap;
import java.util.Map;

/// What the watch says to operators.
@Execution(ExecutionMode.CONCURRENT)
final class WatchTellsTest extends Watching {
    private static final String LOST =
            "Headroom CRITICAL: DMS tasks NOT running, sales\nWHAT HAPPENED\nThe run failed.";

    @Test
    void warnsOfALongPauseAndRemembersIt() {
        longPause();

        assertEquals("run-1 is at work.", watch());

        PublishRequest warning = published();
        assertEquals("arn:topic", warning.topicArn());
        assertEquals(
                "Headroom WARNING: DMS tasks paused for 50 % of the log retention, sales",
                warning.subject());
        verify(dynamoDb)
                .updateItem(
                        update(
                                "SET warned = :told",
                                "#owner = :owner",
                                Map.of("#owner", "owner"),
                                Map.of(
                                        ":told", AttributeValue.fromS("50"),
                                        ":owner", AttributeValue.fromS(OWNER))));
    }

    @Test
    void warnsOnceOfAPauseThatTakesFarLongerThanExpected() {
        aws.clusterIs("resizing", 4);
        longerThanExpected(Map.of());

        assertEquals("run-1 is at work.", watch());

        PublishRequest warning = published();
        assertEquals(
                "Headroom WARNING: a pause takes far longer than expected, sales",
                warning.subject());
        assertTrue(
                warning.message()
                        .contains(
                                """
                                The DMS tasks that write into sales have stood still for 2 h 15 min; the plan expected 45 min. Redshift says: sales is resizing\
                                """),
                warning.message());
        assertTrue(
                warning.message()
                        .contains(
                                "\n"
                                        + "  aws redshift describe-resize --region eu-west-1"
                                        + " --cluster-identifier sales\n"));
        verify(dynamoDb)
                .updateItem(
                        update(
                                "SET overdue = :told",
                                "#owner = :owner",
                                Map.of("#owner", "owner"),
                                Map.of(
                                        ":told", AttributeValue.fromS("2026-11-22T04:30:00Z"),
                                        ":owner", AttributeValue.fromS(OWNER))));
    }

    @ParameterizedTest
    @CsvSource({
        "overdue,         2026-11-22T03:00:00Z",
        "told,            owed 1a2b3c",
        "pausedSince,     2026-11-22T02:16:00Z",
        "expectedMinutes, 46"
    })
    void warnsOfNoPauseThatIsAsLongAsExpectedNorTwice(String attribute, String value) {
        longerThanExpected(Map.of(attribute, value));

        watch();

        verify(sns, never()).publish(any(PublishRequest.class));
    }

    /// What was expected to take a few minutes may take two hours before anybody hears of it.
    @ParameterizedTest
    @CsvSource({"2026-11-22T02:31:00Z, 0", "2026-11-22T02:30:00Z, 1"})
    void warnsOfNoPauseOfLessThanTwoHours(String since, int times) {
        longerThanExpected(Map.of("expectedMinutes", "5", "pausedSince", since));

        watch();

        verify(sns, times(times)).publish(any(PublishRequest.class));
    }

    /// The source keeps its log for a week, so it gives no reason for a warning.
    private void longerThanExpected(Map<String, String> but) {
        Map<String, String> lease =
                new HashMap<>(
                        Map.of(
                                "owner", OWNER,
                                "takenAt", "2026-11-22T02:00:00.000Z",
                                "pausedSince", "2026-11-22T02:15:00.000Z",
                                "heldAt", "2026-11-22T02:30:00.000Z",
                                "logSeconds", "604800",
                                "expectedMinutes", "45"));
        lease.putAll(but);
        lease(lease);
        owner("RUNNING", null);
    }

    @Test
    void doesNotMindThatTheLeaseWasReleasedMeanwhile() {
        longPause();
        doThrow(ConditionalCheckFailedException.builder().build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));

        assertEquals("run-1 is at work.", watch());
    }

    @Test
    void startsARecoveryEvenIfTheWarningCannotBePublished() {
        longPause();
        owner("ABORTED", Given.ago(20, 0));
        doThrow(new IllegalStateException("no topic")).when(sns).publish(any(PublishRequest.class));

        assertThrows(IllegalStateException.class, this::watch);
        verify(stepFunctions).startExecution(any(StartExecutionRequest.class));
    }

    @Test
    void publishesAReportThatItsRunCouldNot() {
        lease(Map.of("report run-1", LOST));
        alarm("OK");

        watch();

        PublishRequest told = published();
        assertEquals("arn:topic", told.topicArn());
        assertEquals("Headroom CRITICAL (late): DMS tasks NOT running, sales", told.subject());
        assertEquals(
                "The report run-1 could not be published when that run ended.\n\n"
                        + "WHAT HAPPENED\nThe run failed.",
                told.message());
        assertEquals(
                "{\"version\":\"1.0\",\"source\":\"custom\",\"content\":{\"textType\":\"client-markdown\",\"title\":\"Headroom"
                    + " CRITICAL (late): DMS tasks NOT running, sales\",\"description\":\"The"
                    + " report run-1 could not be published when that run ended.\\n"
                    + "\\n"
                    + "*WHAT HAPPENED*\\n"
                    + "The run failed.\",\"nextSteps\":[],"
                    + "\"keywords\":[\"headroom\",\"critical\"]},\"metadata\":{\"summary\":\"Headroom"
                    + " CRITICAL (late): DMS tasks NOT running, sales\","
                    + "\"eventType\":\"headroom-critical\"}}",
                card());
        verify(dynamoDb)
                .updateItem(
                        update(
                                "REMOVE #report",
                                "#report = :report",
                                Map.of("#report", "report run-1"),
                                Map.of(":report", AttributeValue.fromS(LOST))));
    }

    private static UpdateItemRequest update(
            String update,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return UpdateItemRequest.builder()
                .tableName("leases")
                .key(Map.of("resource", AttributeValue.fromS("redshift/sales")))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
