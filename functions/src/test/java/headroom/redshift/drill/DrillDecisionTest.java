package headroom.redshift.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import headroom.redshift.Given;
import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Drilled;
import headroom.redshift.plan.NextResize;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class DrillDecisionTest {
    private static final Policy POLICY =
            Policy.upTo(16).with(RedshiftSettings.DRILL_MAX_NODE_HOURS, 24);

    private Policy policy = POLICY;
    private boolean held;
    private boolean multiAz;
    private Optional<String> inPlace = Optional.empty();
    private NextResize next = next("available", 8, ResizeMethod.ELASTIC, null);
    private Optional<String> snapshot = Optional.of("rs:sales-1");
    private List<Drilled> measures = List.of();

    @Test
    void drillsWhatThePlanWouldResizeTo() {
        DrillPlan.Drill drill = assertInstanceOf(DrillPlan.Drill.class, plan());
        assertEquals("rs:sales-1", drill.snapshot());
        assertEquals(4, drill.from());
        assertEquals(8, drill.to());
        // Eight nodes for an hour, three quarters of one, and a quarter.
        assertEquals(16, drill.nodeHours());
        assertEquals(Duration.ofHours(3).toSeconds(), drill.expirySeconds());
        assertEquals(Duration.ofMinutes(165).toSeconds(), drill.seconds());
    }

    @Test
    void reckonsWithBothClustersOfAClassicResizeAndTheHoursThatItMayTake() {
        next = next("available", 8, ResizeMethod.CLASSIC, null);
        policy =
                POLICY.with(RedshiftSettings.CLASSIC_HOURS, 10)
                        .with(RedshiftSettings.DRILL_MAX_NODE_HOURS, 200);
        DrillPlan.Drill drill = assertInstanceOf(DrillPlan.Drill.class, plan());
        assertEquals(12, drill.nodes());
        assertEquals(135, drill.nodeHours());
    }

    @Test
    void givesUpBeforeItsExecutionEndsWhateverMayBePaidFor() {
        policy = POLICY.with(RedshiftSettings.DRILL_MAX_NODE_HOURS, 10_000);
        DrillPlan.Drill drill = assertInstanceOf(DrillPlan.Drill.class, plan());
        assertEquals(Duration.ofDays(15).toSeconds(), drill.expirySeconds());
    }

    @Test
    void refusesWithoutACeiling() {
        policy = Policy.upTo(16);
        assertRefused("no ceiling", false);
    }

    @Test
    void refusesBesideARun() {
        held = true;
        assertRefused("a run", true);
    }

    @Test
    void refusesACopyOfWhichNobodyKnowsHowManyNodesItHas() {
        multiAz = true;
        assertRefused("Multi-AZ", false);
    }

    @Test
    void refusesWhereAClusterBearsTheCopysName() {
        inPlace = Optional.of("headroom-drill-sales is available");
        assertRefused("a cluster of that name", false);
    }

    @Test
    void refusesWhileTheClusterIsBusy() {
        next = next("modifying", 8, ResizeMethod.ELASTIC, null);
        assertRefused("the cluster's status", true);
    }

    @Test
    void refusesWhereThereIsNoStep() {
        next = next("available", 4, ResizeMethod.ELASTIC, "The ceiling is reached.");
        assertRefused("no size", false);
    }

    @Test
    void refusesWithoutASnapshot() {
        snapshot = Optional.empty();
        assertRefused("no snapshot", false);
    }

    @Test
    void refusesWhatIsTooDear() {
        policy = POLICY.with(RedshiftSettings.DRILL_MAX_NODE_HOURS, 15);
        assertRefused("the ceiling", false);
    }

    @Test
    void refusesWhereAFreshMeasureTellsOfIt() {
        measures = List.of(measured(Duration.ofDays(6)));
        assertRefused("a fresh measure", false);
    }

    @Test
    void reckonsWithAnOlderMeasure() {
        measures = List.of(measured(Duration.ofDays(8)));
        DrillPlan.Drill drill = assertInstanceOf(DrillPlan.Drill.class, plan());
        // Twenty minutes and their margin instead of three quarters of an hour.
        assertEquals(14, drill.nodeHours());
    }

    private void assertRefused(String about, boolean passes) {
        DrillPlan.Refused refused = assertInstanceOf(DrillPlan.Refused.class, plan());
        assertEquals(about, refused.about());
        assertEquals(passes, refused.passes());
    }

    private DrillPlan plan() {
        return new DrillDecision(
                        policy, held, inPlace, multiAz, next, snapshot, measures, Given.NOW)
                .plan();
    }

    private static Drilled measured(Duration ago) {
        return new Drilled(
                Given.NOW.minus(ago),
                "ra3.4xlarge",
                4,
                8,
                ResizeMethod.ELASTIC,
                Optional.empty(),
                9,
                20,
                25);
    }

    private static NextResize next(
            String status, int to, ResizeMethod method, @Nullable String whyNot) {
        Cluster cluster =
                new Cluster(
                        "sales",
                        status,
                        "Available",
                        "ra3.4xlarge",
                        4,
                        List.of(),
                        "",
                        null,
                        null,
                        true,
                        null);
        return new NextResize(cluster, to, method, whyNot, Optional.empty());
    }
}
