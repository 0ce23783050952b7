package headroom.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import headroom.Given;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

final class WatchTest {
    private static final String OWNER =
            "arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:run-1";
    private static final Instant SCHEDULED = Instant.parse("2026-11-22T04:29:58Z");

    private final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
    private final SfnClient stepFunctions = mock(SfnClient.class, CALLS_REAL_METHODS);
    private final CloudWatchClient cloudWatch = mock(CloudWatchClient.class, CALLS_REAL_METHODS);
    private final SnsClient sns = mock(SnsClient.class, CALLS_REAL_METHODS);

    @BeforeEach
    void allCallsSucceed() {
        doReturn(StartExecutionResponse.builder().build())
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));
        doReturn(PublishResponse.builder().build()).when(sns).publish(any(PublishRequest.class));
        doReturn(UpdateItemResponse.builder().build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));
    }

    @Test
    void startsARunForAnAlarmThatNobodyAnswers() {
        lease(Map.of());
        alarm("ALARM");

        assertEquals("the alarm stands in ALARM, and no run answers it", watch());
        verify(stepFunctions)
                .startExecution(
                        start(
                                "watch-20261122T042958Z",
                                "{\"cause\":\"watch\",\"dryRun\":false,\"origin\":\"the watch: the"
                                        + " alarm stands in ALARM, and no run answers it\"}"));
    }

    @Test
    void startsNothingWhereAllIsWell() {
        lease(Map.of("resource", "sales", "quietUntil", "2026-11-22T04:00:00.000Z"));
        alarm("OK");

        assertEquals("The alarm is OK.", watch());
        verify(stepFunctions, never()).startExecution(any(StartExecutionRequest.class));
        verify(sns, never()).publish(any(PublishRequest.class));
    }

    @Test
    void startsARecoveryForADeadOwner() {
        lease(Map.of("owner", OWNER, "takenAt", "2026-11-22T03:00:00.000Z"));
        owner("ABORTED", Given.ago(20, 0));

        assertEquals(OWNER + " no longer runs and holds the lease", watch());
        verify(stepFunctions)
                .startExecution(
                        start(
                                "recover-20261122T042958Z",
                                "{\"cause\":\"recover\",\"origin\":\"the watch: "
                                        + OWNER
                                        + " no longer runs and holds the lease\",\"deadOwner\":\""
                                        + OWNER
                                        + "\"}"));
    }

    @Test
    void takesAnOwnerThatStepFunctionsDoesNotKnowForDead() {
        lease(Map.of("owner", OWNER, "takenAt", "2026-11-22T03:00:00.000Z"));
        doThrow(ExecutionDoesNotExistException.builder().build())
                .when(stepFunctions)
                .describeExecution(any(DescribeExecutionRequest.class));

        assertEquals(OWNER + " no longer runs and holds the lease", watch());
    }

    @Test
    void takesAnExecutionThatExistsForSuccess() {
        lease(Map.of());
        alarm("ALARM");
        doThrow(ExecutionAlreadyExistsException.builder().build())
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));

        assertEquals("the alarm stands in ALARM, and no run answers it", watch());
    }

    @Test
    void saysWhereTheAlarmIsNotThere() {
        lease(Map.of());
        doReturn(DescribeAlarmsResponse.builder().build())
                .when(cloudWatch)
                .describeAlarms(any(DescribeAlarmsRequest.class));

        assertEquals("The alarm is not there; deploy the stack again.", watch());
    }

    @Test
    void warnsOfALongPauseAndRemembersIt() {
        longPause();

        assertEquals(OWNER + " is at work.", watch());

        var warning = ArgumentCaptor.forClass(PublishRequest.class);
        verify(sns).publish(warning.capture());
        assertEquals("arn:topic", warning.getValue().topicArn());
        assertEquals(
                "Headroom WARNING: DMS tasks paused for 50 % of the log retention, sales",
                warning.getValue().subject());
        verify(dynamoDb)
                .updateItem(
                        UpdateItemRequest.builder()
                                .tableName("leases")
                                .key(Map.of("resource", AttributeValue.fromS("redshift/sales")))
                                .updateExpression("SET warned = :level")
                                .conditionExpression("#owner = :owner")
                                .expressionAttributeNames(Map.of("#owner", "owner"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":level", AttributeValue.fromS("50"),
                                                ":owner", AttributeValue.fromS(OWNER)))
                                .build());
    }

    @Test
    void doesNotMindThatTheLeaseWasReleasedMeanwhile() {
        longPause();
        doThrow(ConditionalCheckFailedException.builder().build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));

        assertEquals(OWNER + " is at work.", watch());
    }

    @Test
    void readsTheLeaseConsistently() {
        lease(Map.of());
        alarm("OK");

        watch();

        verify(dynamoDb)
                .getItem(
                        GetItemRequest.builder()
                                .tableName("leases")
                                .key(Map.of("resource", AttributeValue.fromS("redshift/sales")))
                                .consistentRead(true)
                                .build());
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
        lease(Map.of("report run-1", "Not resized: no capacity"));
        alarm("OK");

        watch();

        verify(sns)
                .publish(
                        PublishRequest.builder()
                                .topicArn("arn:topic")
                                .subject("Headroom: a late report on sales")
                                .message(
                                        "The report run-1 could not be published when that run"
                                                + " ended.\n\n"
                                                + "Not resized: no capacity")
                                .build());
        verify(dynamoDb)
                .updateItem(
                        UpdateItemRequest.builder()
                                .tableName("leases")
                                .key(Map.of("resource", AttributeValue.fromS("redshift/sales")))
                                .updateExpression("REMOVE #report")
                                .conditionExpression("#report = :report")
                                .expressionAttributeNames(Map.of("#report", "report run-1"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":report",
                                                AttributeValue.fromS("Not resized: no capacity")))
                                .build());
    }

    private String watch() {
        return new Watch(
                        new Watch.Clients(dynamoDb, stepFunctions, cloudWatch, sns),
                        Given.SETTINGS,
                        new Surroundings(
                                "arn:machine", "leases", "redshift/sales", "disk", "arn:topic"),
                        Given.CLOCK)
                .run(new Watch.Input(SCHEDULED))
                .sentence();
    }

    private void longPause() {
        lease(
                Map.of(
                        "owner", OWNER,
                        "takenAt", "2026-11-21T16:00:00.000Z",
                        "pausedSince", "2026-11-21T16:20:00.000Z"));
        owner("RUNNING", null);
    }

    private void lease(Map<String, String> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        attributes.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
        doReturn(GetItemResponse.builder().item(item).build())
                .when(dynamoDb)
                .getItem(any(GetItemRequest.class));
    }

    private void alarm(String state) {
        MetricAlarm alarm = MetricAlarm.builder().stateValue(state).build();
        doReturn(DescribeAlarmsResponse.builder().metricAlarms(alarm).build())
                .when(cloudWatch)
                .describeAlarms(any(DescribeAlarmsRequest.class));
    }

    private void owner(String status, @Nullable Instant ended) {
        doReturn(DescribeExecutionResponse.builder().status(status).stopDate(ended).build())
                .when(stepFunctions)
                .describeExecution(any(DescribeExecutionRequest.class));
    }

    private static StartExecutionRequest start(String name, String input) {
        return StartExecutionRequest.builder()
                .stateMachineArn("arn:machine")
                .name(name)
                .input(input)
                .build();
    }
}
