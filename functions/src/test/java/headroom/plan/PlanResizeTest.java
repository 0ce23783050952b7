package headroom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import headroom.DmsStub;
import headroom.Given;
import headroom.RedshiftStub;
import headroom.replication.PausedTask;
import headroom.trigger.Cause;
import headroom.warehouse.ClusterGone;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.redshift.model.ActionType;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;

import java.util.Arrays;
import java.util.List;

final class PlanResizeTest {
    private final RedshiftStub redshift = new RedshiftStub();
    private final DmsStub dms = new DmsStub().task("orders", "running");
    private final CloudWatchClient cloudWatch = mock(CloudWatchClient.class, CALLS_REAL_METHODS);

    @BeforeEach
    void diskIsFilling() {
        disk(84.2);
    }

    @Test
    void answersWithThePlan() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));

        assertEquals(
                new Plan.Resize(
                        4,
                        8,
                        "ra3.4xlarge",
                        84.2,
                        42.1,
                        List.of(new PausedTask(DmsStub.arn("orders"), "orders")),
                        List.of(),
                        "Resize sales from 4 to 8 x ra3.4xlarge with 1 DMS tasks paused; disk use"
                                + " 84 %, expected 42 %."),
                plan(Cause.ALARM));
    }

    @Test
    void asksForTheElasticSizesOfOurClusterPageByPage() {
        redshift.sizesPage(option("ra3.4xlarge", 5, "standard", 67.0))
                .sizesPage(option("ra3.4xlarge", 6, "standard", 56.0))
                .sizesPage(option("ra3.4xlarge", 7, "standard", 48.0));

        assertEquals(7, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).to());
        assertEquals(
                Arrays.asList(null, "1", "2"),
                redshift.sizeLooks.stream().map(each -> each.marker()).toList());
        var first = redshift.sizeLooks.getFirst();
        assertEquals(ActionType.RESIZE_CLUSTER, first.actionType());
        assertEquals("sales", first.clusterIdentifier());
    }

    @Test
    void takesSizesOfTheSameNodeTypeAndTheStandardModeAlone() {
        redshift.sizesPage(
                option("ra3.16xlarge", 8, "standard", 10.0),
                option("ra3.4xlarge", 7, "high-performance", 48.0),
                option("ra3.4xlarge", 5, null, 67.0),
                option("ra3.4xlarge", null, "standard", 1.0));

        assertEquals(5, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).to());
    }

    @Test
    void doesNotAskForSizesWhileTheClusterCannotBeChanged() {
        redshift.clusterIs("resizing", 4);

        assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM));
        assertEquals(List.of(), redshift.sizeLooks);
    }

    @Test
    void readsTheHighestDiskUseOfTheLastQuarterOfAnHour() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        disk(79.0, 91.3, 80.0);

        assertEquals(91.3, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).diskPercent());

        var request = ArgumentCaptor.forClass(GetMetricStatisticsRequest.class);
        verify(cloudWatch).getMetricStatistics(request.capture());
        assertEquals(
                GetMetricStatisticsRequest.builder()
                        .namespace("AWS/Redshift")
                        .metricName("PercentageDiskSpaceUsed")
                        .dimensions(
                                Dimension.builder()
                                        .name("ClusterIdentifier")
                                        .value("sales")
                                        .build())
                        .startTime(Given.ago(15, 0))
                        .endTime(Given.NOW)
                        .period(60)
                        .statistics(Statistic.MAXIMUM)
                        .build(),
                request.getValue());
    }

    @Test
    void plansWithoutAMetric() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", null));
        disk();

        Plan.Resize resize = assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));

        assertEquals(null, resize.diskPercent());
        assertEquals(null, resize.expectedDiskPercent());
    }

    @Test
    void stopsNoTaskThatOnlyReadsFromOurEndpoint() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        dms.task(
                "export",
                it ->
                        it.status("running")
                                .sourceEndpointArn(Given.TARGET)
                                .targetEndpointArn("arn:lake"));

        assertEquals(
                List.of(new PausedTask(DmsStub.arn("orders"), "orders")),
                assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).pause());
    }

    @Test
    void refusesAClusterThatNoTaskWritesTo() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));

        Plan plan =
                new PlanResize(redshift, new DmsStub(), cloudWatch, Given.SETTINGS, Given.CLOCK)
                        .run(new PlanResize.Input(Cause.ALARM));

        assertInstanceOf(Plan.Refused.class, plan);
    }

    @Test
    void failsWithoutTheCluster() {
        redshift.clusterIsGone();

        var problem = assertThrows(ClusterGone.class, () -> plan(Cause.ALARM));

        assertEquals(
                "There is no Redshift cluster named sales in this account and region.",
                problem.getMessage());
    }

    @Test
    void doesNotTakeAMetricThatCannotBeReadForAMissingOne() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        var denied = CloudWatchException.builder().statusCode(403).message("denied").build();
        doThrow(denied).when(cloudWatch).getMetricStatistics(any(GetMetricStatisticsRequest.class));

        assertSame(denied, assertThrows(CloudWatchException.class, () -> plan(Cause.ALARM)));
    }

    private Plan plan(Cause cause) {
        return new PlanResize(redshift, dms, cloudWatch, Given.SETTINGS, Given.CLOCK)
                .run(new PlanResize.Input(cause));
    }

    private void disk(double... maxima) {
        doReturn(
                        GetMetricStatisticsResponse.builder()
                                .datapoints(
                                        Arrays.stream(maxima)
                                                .mapToObj(
                                                        it ->
                                                                Datapoint.builder()
                                                                        .maximum(it)
                                                                        .build())
                                                .toList())
                                .build())
                .when(cloudWatch)
                .getMetricStatistics(any(GetMetricStatisticsRequest.class));
    }

    private static NodeConfigurationOption option(
            String type, @Nullable Integer nodes, @Nullable String mode, @Nullable Double disk) {
        return NodeConfigurationOption.builder()
                .nodeType(type)
                .numberOfNodes(nodes)
                .mode(mode)
                .estimatedDiskUtilizationPercent(disk)
                .build();
    }
}
