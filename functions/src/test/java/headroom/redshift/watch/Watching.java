package headroom.redshift.watch;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.run.StackEnvironment;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentCaptor;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A watch over services that answer what a test has set.
abstract class Watching {
    static final String OWNER =
            "arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:run-1";
    static final String DISK = "headroom-redshift-sales-disk";
    static final String CRITICAL_DISK = DISK + "-critical";

    static final String MACHINE =
            "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales";
    static final Instant SCHEDULED = Instant.parse("2026-11-22T04:29:58Z");

    final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
    final SfnClient stepFunctions = mock(SfnClient.class, CALLS_REAL_METHODS);
    final CloudWatchClient cloudWatch = mock(CloudWatchClient.class, CALLS_REAL_METHODS);
    final GivenAws aws = new GivenAws();
    final List<String> measured = new ArrayList<>();
    final SnsClient sns = mock(SnsClient.class, CALLS_REAL_METHODS);

    @BeforeEach
    void allCallsSucceed() {
        doReturn(StartExecutionResponse.builder().build())
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));
        doReturn(PublishResponse.builder().build()).when(sns).publish(any(PublishRequest.class));
        doReturn(UpdateItemResponse.builder().build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));
        doReturn(ListMetricsResponse.builder().build())
                .when(cloudWatch)
                .listMetrics(any(ListMetricsRequest.class));
        lastSeen(Given.ago(1, 0));
    }

    /// The one datapoint of the disk metric.
    void lastSeen(Instant at) {
        Datapoint datapoint = Datapoint.builder().timestamp(at).maximum(50.0).build();
        doAnswer(
                        call -> {
                            GetMetricStatisticsRequest asked = call.getArgument(0);
                            boolean within = !at.isBefore(asked.startTime());
                            return GetMetricStatisticsResponse.builder()
                                    .datapoints(within ? List.of(datapoint) : List.of())
                                    .build();
                        })
                .when(cloudWatch)
                .getMetricStatistics(any(GetMetricStatisticsRequest.class));
    }

    String watch() {
        return new Watch(
                        new Watch.Clients(
                                dynamoDb,
                                stepFunctions,
                                cloudWatch,
                                () -> aws.redshift,
                                () -> aws.dms,
                                sns),
                        Given.SETTINGS,
                        new StackEnvironment(MACHINE, "leases", "redshift/sales", "arn:topic"),
                        Given.CLOCK,
                        measured::add)
                .run(new Watch.Input(SCHEDULED))
                .sentence();
    }

    void longPause() {
        lease(
                Map.of(
                        "owner", OWNER,
                        "takenAt", "2026-11-21T16:00:00.000Z",
                        "pausedSince", "2026-11-21T16:20:00.000Z"));
        owner("RUNNING", null);
    }

    void lease(Map<String, String> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        attributes.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
        doReturn(GetItemResponse.builder().item(item).build())
                .when(dynamoDb)
                .getItem(any(GetItemRequest.class));
    }

    void alarm(String state) {
        alarms(alarm(DISK, state), alarm(CRITICAL_DISK, "OK"));
    }

    void alarms(MetricAlarm... alarms) {
        doReturn(DescribeAlarmsResponse.builder().metricAlarms(alarms).build())
                .when(cloudWatch)
                .describeAlarms(any(DescribeAlarmsRequest.class));
    }

    static MetricAlarm alarm(String name, String state) {
        return MetricAlarm.builder().alarmName(name).stateValue(state).build();
    }

    void owner(String status, @Nullable Instant ended) {
        doReturn(DescribeExecutionResponse.builder().status(status).stopDate(ended).build())
                .when(stepFunctions)
                .describeExecution(any(DescribeExecutionRequest.class));
    }

    /// The one update of the lease.
    UpdateItemRequest update() {
        var request = ArgumentCaptor.forClass(UpdateItemRequest.class);
        verify(dynamoDb).updateItem(request.capture());
        return request.getValue();
    }

    /// The one message to operators.
    PublishRequest published() {
        var request = ArgumentCaptor.forClass(PublishRequest.class);
        verify(sns).publish(request.capture());
        return request.getValue();
    }

    void verifyRecovery(String why, String deadOwner) {
        String input =
                "{\"cause\":\"recover\",\"origin\":\"the watch: %s\",\"deadOwner\":\"%s\",\"settled\":true}"
                        .formatted(why, deadOwner);
        verify(stepFunctions).startExecution(start("recover-20261122T042958Z", input));
    }

    static StartExecutionRequest start(String name, String input) {
        return StartExecutionRequest.builder()
                .stateMachineArn(MACHINE)
                .name(name)
                .input(input)
                .build();
    }
}
