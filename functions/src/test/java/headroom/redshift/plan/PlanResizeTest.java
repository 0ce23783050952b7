package headroom.redshift.plan;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import headroom.redshift.DmsStub;
import headroom.redshift.Given;
import headroom.redshift.cluster.ClusterGone;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.replication.PausedTask;
import headroom.run.Cause;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

import java.util.List;

final class PlanResizeTest extends Planning {
    private static final String OTHER = "arn:other";

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
                        List.of(
                                "This is the last elastic step, as Redshift permits no more than 8"
                                    + " nodes: it counts elastic growth from the size that a"
                                    + " cluster was created with, or that its last classic resize"
                                    + " gave it. What remains is a classic resize to no more than"
                                    + " 16 nodes (maxNodes), which the settings do not allow, or"
                                    + " another node type, by hand."),
                        "",
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
                                        "How far they are behind: none is, as far as CloudWatch has"
                                            + " figures; unknown, so that a pause may take half as"
                                            + " much: orders.",
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
                        + " other: arn:other).",
                assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM)).sentence());
    }

    @Test
    void allowsForTheLongStartOfAServerlessReplication() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        dms.serverless("clicks", "running");

        assertEquals(65, resize().expectedPauseMinutes());
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
        resize();
    }

    @Test
    void readsTheHighestDiskUseOfTheLastQuarterOfAnHour() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        disk(79.0, 91.3, 80.0);

        assertEquals(91.3, resize().diskPercent());

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

        Plan.Resize resize = resize();

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

        assertEquals(List.of(new PausedTask(DmsStub.arn("orders"), "orders")), resize().pause());
    }

    @Test
    void refusesAClusterThatNoTaskWritesTo() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        assertInstanceOf(Plan.Refused.class, plan(new DmsStub(), Cause.ALARM, Given.NOW));
    }

    @Test
    void failsWithoutTheCluster() {
        redshift.clusterIsGone();

        assertFails(
                ClusterGone.class,
                "There is no Redshift cluster named sales in this account and region.",
                () -> plan(Cause.ALARM));
    }

    @Test
    void doesNotTakeAMetricThatCannotBeReadForAMissingOne() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        var denied = CloudWatchException.builder().statusCode(403).message("denied").build();
        doThrow(denied).when(cloudWatch).getMetricStatistics(any(GetMetricStatisticsRequest.class));

        assertSame(denied, assertThrows(CloudWatchException.class, () -> plan(Cause.ALARM)));
    }

    @Test
    void tellsOfRowsThatMayDoubleAndOfTablesInError() {
        redshift.sizesPage(option("ra3.4xlarge", 8, "standard", 42.1));
        dms.task(
                        "items",
                        it ->
                                it.status("running")
                                        .replicationTaskStats(stats -> stats.tablesErrored(1)))
                .task("parts", "stopped")
                .table(DmsStub.arn("items"), "shop.items", "Table error");

        Plan.Resize plan = (Plan.Resize) plan(Cause.ALARM);

        assertEquals(
                List.of(
                        "Rows may double when these tasks resume, as they do not have"
                                + " ApplyErrorInsertPolicy INSERT_RECORD: items."
                                + " docs/doubled-rows.md says what to do about it.",
                        "Tables in error, which are loaded again when their task is restarted:"
                                + " items (shop.items)."),
                plan.remarks().subList(1, 3));
    }

    private Plan.Resize resize() {
        return assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));
    }
}
