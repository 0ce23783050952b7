package headroom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import headroom.warehouse.ResizeMethod;

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
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.redshift.model.ActionType;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

final class PlanResizeTest {
    private static final String OTHER = "arn:other";

    private final RedshiftStub redshift = new RedshiftStub();
    private final DmsStub dms = new DmsStub().task("orders", "running");
    private final CloudWatchClient cloudWatch = mock(CloudWatchClient.class, CALLS_REAL_METHODS);

    @BeforeEach
    void diskIsFilling() {
        doReturn(ListMetricsResponse.builder().build())
                .when(cloudWatch)
                .listMetrics(any(ListMetricsRequest.class));
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
                        ResizeMethod.ELASTIC,
                        84.2,
                        42.1,
                        45,
                        21_600,
                        86_400,
                        false,
                        true,
                        List.of(new PausedTask(DmsStub.arn("orders"), "orders")),
                        List.of(),
                        List.of(),
                        null,
                        "Resize sales from 4 to 8 x ra3.4xlarge with 1 DMS task paused; disk use"
                                + " 84 %, expected 43 %.",
                        new Evidence(
                                List.of(
                                        "Cluster: sales is available (Available) with 4 x"
                                                + " ra3.4xlarge; it has never been resized.",
                                        "Disk use, at its highest in the last 15 minutes:"
                                                + " 84 %; alarm at 80 %, critical at 90 %.",
                                        "Permitted sizes: 8 (43 %) nodes, with the expected disk"
                                                + " use.",
                                        "DMS tasks: 1 running.",
                                        "How far they are behind: none behind as far as is known;"
                                                + " unknown, so that a pause may take half as much:"
                                                + " orders.",
                                        "Settings: at most 16 nodes, doubling, never classic, mode"
                                                + " auto, at any time, with a pre-copy; the source"
                                                + " keeps its log for 24 h.",
                                        "The pause: 45 min expected. The resize begins within 6 h"
                                            + " of it, or is given up: so much of the 24 h of log"
                                            + " that are left to the tasks may be spent before"
                                            + " it."),
                                List.of(
                                        new Evidence.Rejected(
                                                "a classic resize",
                                                "an elastic one takes minutes")))),
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
        assertEquals(ActionType.RESIZE_CLUSTER, redshift.sizeLooks.getFirst().actionType());
    }

    @Test
    void takesSizesOfTheSameNodeTypeOnceEachWithTheLessFavourableEstimate() {
        redshift.sizesPage(
                option("ra3.16xlarge", 8, "standard", 10.0),
                option("ra3.4xlarge", 7, "high-performance", 48.0),
                option("ra3.4xlarge", 7, "standard", 47.0),
                option("ra3.4xlarge", 5, null, 67.0),
                option("ra3.4xlarge", 5, "standard", null),
                option("ra3.4xlarge", null, "standard", 1.0));

        assertTrue(
                plan(Cause.ALARM)
                        .evidence()
                        .seen()
                        .contains(
                                "Permitted sizes: 5 (67 %), 7 (48 %) nodes, with the expected disk"
                                        + " use."));
    }

    @Test
    void refusesWhereATaskWritesThroughAnEndpointThatNobodyConfigured() {
        redshift.cluster(it -> it.endpoint(e -> e.address("sales.abc")))
                .sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        dms.endpoint("other", it -> it.endpointArn(OTHER).serverName("SALES.abc"))
                .endpoint(
                        "elsewhere", it -> it.endpointArn("arn:elsewhere").serverName("stock.abc"))
                .task("marketing", it -> it.status("running").targetEndpointArn(OTHER))
                .task("old", it -> it.status("stopped").targetEndpointArn(OTHER))
                .task("stock", it -> it.status("running").targetEndpointArn("arn:elsewhere"));

        assertEquals(
                "DMS tasks write to this cluster through endpoints that are not configured, so they"
                        + " would go on writing during the resize: marketing is running (endpoint"
                        + " other).",
                assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM)).sentence());
    }

    @Test
    void allowsForTheLongStartOfAServerlessReplication() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        dms.serverless("clicks", "running");

        assertEquals(
                65, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).expectedPauseMinutes());
    }

    @Test
    void waitsForASnapshotOfAnyKindUpToAPoint() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1))
                .snapshot(it -> it.snapshotIdentifier("rs:nightly").status("creating"));

        assertEquals(
                "A snapshot is being taken, and a resize may fail beside it: rs:nightly.",
                assertInstanceOf(Plan.NotYet.class, plan(Cause.ALARM, Given.ago(239, 59)))
                        .sentence());
        assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM, Given.ago(240, 0)));

        redshift.snapshot(it -> it.snapshotIdentifier("rs:nightly").status("available"));
        assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));
    }

    @Test
    void takesAClusterWhoseSizesRedshiftRefusesToTellForOneWithoutElasticSizes() {
        redshift.clusterIs("available", 1).sizesAreRefused();

        assertEquals(
                "no elastic resize",
                assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM)).about());
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
        assertInstanceOf(Plan.Refused.class, plan(new DmsStub(), Cause.ALARM, Given.NOW));
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
        return plan(cause, Given.NOW);
    }

    private Plan plan(Cause cause, Instant since) {
        return plan(dms, cause, since);
    }

    private Plan plan(DmsStub tasks, Cause cause, Instant since) {
        return new PlanResize(redshift, tasks, cloudWatch, Given.SETTINGS, Given.CLOCK)
                .run(
                        new PlanResize.Input(
                                cause, since, "nothing", Precopy.PENDING, Optional.empty()));
    }

    private void disk(double... maxima) {
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
