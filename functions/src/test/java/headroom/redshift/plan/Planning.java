package headroom.redshift.plan;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.report.Told;
import headroom.run.Cause;
import headroom.simulated.redshift.RedshiftBehaviour;

import org.junit.jupiter.api.BeforeEach;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the tests of the plan's look take for granted: a cluster whose disk is filling, and a task.
abstract class Planning {
    GivenAws aws = given(RedshiftBehaviour.ORDINARY.withSizes(8));
    final CloudWatchClient cloudWatch = mock(CloudWatchClient.class, CALLS_REAL_METHODS);

    static GivenAws given(RedshiftBehaviour behaviour) {
        return new GivenAws(behaviour)
                .task(
                        "orders",
                        it ->
                                it.status("running")
                                        .replicationTaskStats((ReplicationTaskStats) null));
    }

    @BeforeEach
    void diskIsFilling() {
        doReturn(ListMetricsResponse.builder().build())
                .when(cloudWatch)
                .listMetrics(any(ListMetricsRequest.class));
        disk(84.2);
    }

    final Plan plan(Cause cause) {
        return plan(cause, Given.NOW);
    }

    final Plan plan(Cause cause, Instant since) {
        return new PlanResize(aws.redshift, aws.dms, cloudWatch, Given.SETTINGS, Given.CLOCK)
                .run(
                        new PlanResize.Input(
                                cause,
                                since,
                                false,
                                Told.first(Told.NOTHING, Given.NOW),
                                Precopy.PENDING,
                                Optional.empty()))
                .plan();
    }

    final void disk(double... maxima) {
        List<Datapoint> datapoints =
                Arrays.stream(maxima)
                        .mapToObj(
                                each ->
                                        Datapoint.builder()
                                                .timestamp(Given.NOW)
                                                .maximum(each)
                                                .build())
                        .toList();
        doReturn(GetMetricStatisticsResponse.builder().datapoints(datapoints).build())
                .when(cloudWatch)
                .getMetricStatistics(any(GetMetricStatisticsRequest.class));
    }
}
