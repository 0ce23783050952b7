package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.cluster.ClusterGone;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.replication.PausedTask;
import headroom.report.Evidence;
import headroom.run.Cause;
import headroom.simulated.redshift.ProvisionedTask;
import headroom.simulated.redshift.RedshiftBehaviour;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

import java.util.List;

final class PlanResizeTest extends Planning {
    private static final String ENDPOINTS = "arn:aws:dms:eu-west-1:111122223333:endpoint:";
    private static final String OTHER = ENDPOINTS + "other";

    @Test
    void answersWithThePlan() {
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
                        List.of(new PausedTask(ProvisionedTask.arnOf("orders"), "orders")),
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
        aws.cluster(it -> it.endpoint(e -> e.address("sales.abc")));
        aws.endpoint("other", "SALES.abc")
                .endpoint("elsewhere", "stock.abc")
                .task("marketing", it -> it.status("running").targetEndpointArn(OTHER))
                .task("old", it -> it.status("stopped").targetEndpointArn(OTHER))
                .task(
                        "stock",
                        it -> it.status("running").targetEndpointArn(ENDPOINTS + "elsewhere"));

        assertEquals(
                "DMS tasks write to this cluster through endpoints that are not configured, so they"
                        + " would go on writing during the resize: marketing is running (endpoint"
                        + " other: "
                        + OTHER
                        + ").",
                assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM)).sentence());
    }

    @Test
    void allowsForTheLongStartOfAServerlessReplication() {
        aws.serverless("clicks", "running");

        assertEquals(
                65, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).expectedPauseMinutes());
    }

    @Test
    void waitsForASnapshotOfAnyKindUpToAPoint() {
        aws.snapshot(it -> it.snapshotIdentifier("rs:nightly").status("creating"));

        assertEquals(
                "A snapshot is being taken, and a resize may fail beside it: rs:nightly.",
                assertInstanceOf(Plan.NotYet.class, plan(Cause.ALARM, Given.ago(239, 59)))
                        .sentence());
        assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM, Given.ago(240, 0)));

        aws.snapshot(it -> it.snapshotIdentifier("rs:nightly").status("available"));
        assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));
    }

    @Test
    void readsTheHighestDiskUseOfTheLastQuarterOfAnHour() {
        aws.disk(Given.ago(3, 0), 79.0).disk(Given.ago(2, 0), 91.3).disk(Given.ago(1, 0), 80.0);

        assertEquals(91.3, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).diskPercent());

        assertEquals(
                List.of(
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
                                .build()),
                aws.asked(GetMetricStatisticsRequest.class));
    }

    @Test
    void plansWithoutAMetric() {
        aws =
                new GivenAws(
                                RedshiftBehaviour.ORDINARY
                                        .withSizes(8)
                                        .with(RedshiftBehaviour.Quirk.ESTIMATES_LEFT_OUT))
                        .task("orders", "running");

        Plan.Resize resize = assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM));

        assertEquals(null, resize.diskPercent());
        assertEquals(null, resize.expectedDiskPercent());
    }

    @Test
    void stopsNoTaskThatOnlyReadsFromOurEndpoint() {
        aws.task(
                "export",
                it ->
                        it.status("running")
                                .sourceEndpointArn(Given.TARGET)
                                .targetEndpointArn("arn:lake"));

        assertEquals(
                List.of(new PausedTask(ProvisionedTask.arnOf("orders"), "orders")),
                assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).pause());
    }

    @Test
    void refusesAClusterThatNoTaskWritesTo() {
        aws = new GivenAws(RedshiftBehaviour.ORDINARY.withSizes(8)).disk(Given.ago(1, 0), 84.2);
        assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM));
    }

    @Test
    void failsWithoutTheCluster() {
        aws.clusterIs("gone", 4);

        var problem = assertThrows(ClusterGone.class, () -> plan(Cause.ALARM));

        assertEquals(
                "There is no Redshift cluster named sales in this account and region.",
                problem.getMessage());
    }

    @Test
    void doesNotTakeAMetricThatCannotBeReadForAMissingOne() {
        var denied = CloudWatchException.builder().statusCode(403).message("denied").build();
        doThrow(denied)
                .when(aws.cloudWatch)
                .getMetricStatistics(any(GetMetricStatisticsRequest.class));

        assertSame(denied, assertThrows(CloudWatchException.class, () -> plan(Cause.ALARM)));
    }

    @Test
    void tellsOfRowsThatMayDoubleAndOfTablesInError() {
        aws.task(
                        "items",
                        it ->
                                it.status("running")
                                        .replicationTaskStats(stats -> stats.tablesErrored(1)))
                .task("parts", "stopped");
        aws.task("items").habits().hasTable("shop.items", "Table error");
        aws.task("items").habits().doublesRows();

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
}
