package headroom.redshift.watch;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.run.StackEnvironment;
import headroom.watch.Rounds;

import org.junit.jupiter.api.BeforeEach;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Rounds of the watch over a cluster.
abstract class Watching extends Rounds {
    static final String OWNER =
            "arn:aws:states:eu-west-1:111122223333:execution:headroom-sales:run-1";
    static final String DISK = "headroom-redshift-sales-disk";
    static final String CRITICAL_DISK = DISK + "-critical";

    static final String MACHINE =
            "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales";
    final CloudWatchClient cloudWatch = mock(CloudWatchClient.class, CALLS_REAL_METHODS);
    final GivenAws aws = new GivenAws();
    final List<String> measured = new ArrayList<>();

    Watching() {
        super(MACHINE);
    }

    @BeforeEach
    void diskIsSeen() {
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
}
