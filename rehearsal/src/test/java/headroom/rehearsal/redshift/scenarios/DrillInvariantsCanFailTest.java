package headroom.rehearsal.redshift.scenarios;

import headroom.rehearsal.invariants.EverythingEnds;
import headroom.rehearsal.redshift.invariants.CopiesAreDeleted;
import headroom.rehearsal.redshift.invariants.DrillsTouchOnlyTheirCopy;
import headroom.rehearsal.redshift.invariants.NoChangeWithoutPlan;
import headroom.rehearsal.redshift.invariants.NothingSeenWritesAtResize;
import headroom.rehearsal.redshift.invariants.ResizeNeedsSnapshot;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Drills are broken on purpose, and their invariants say so.
final class DrillInvariantsCanFailTest {
    private static final Setup SCENE = DrillScenarios.SCENE;
    private static final String GONE =
            "{\"gone\":true,\"waitSeconds\":0,\"looks\":2,\"resizedAt\":null,\"sentence\":\"Gone,"
                    + " says a liar.\"}";
    private static final String NOT_YET =
            "{\"is\":\"working\",\"waitSeconds\":900,\"percent\":null,\"sentence\":\"Not yet.\"}";
    private static final String DELETED = "{\"seen\":true,\"sentence\":\"Deleted, says a liar.\"}";

    @Test
    void aCopyThatNobodyDeletes() {
        drilled()
                .lies("DeleteCopy", DELETED)
                .lies("ConfirmDeleted", GONE)
                .until(Duration.ofHours(12))
                .isReportedBy(CopiesAreDeleted.class);
    }

    /// Its ceiling lets it wait for six hours, and what else it does is given a day and a half.
    @Test
    void aDrillThatWaitsForACopyBeyondItsCeiling() {
        waitingUntil(Duration.ofHours(41)).isReportedBy(CopiesAreDeleted.class);
        waitingUntil(Duration.ofHours(43))
                .isReportedBy(CopiesAreDeleted.class, EverythingEnds.class);
    }

    private static Broken waitingUntil(Duration aborted) {
        return new Broken()
                .in(SCENE)
                .lies("ConfirmCopy", NOT_YET)
                .when(
                        simulation -> {
                            simulation.publish(DrillScenarios.ASK);
                            simulation.scheduler().after(aborted, simulation::abortAll);
                        });
    }

    /// Nothing can be started, the recovery among it.
    @Test
    void aLeaseOfDrillsThatNobodyFrees() {
        drilled()
                .with("state.Release drill lease#1:ABORT", "sfn.StartExecution#2+:THROTTLED")
                .isReportedBy(CopiesAreDeleted.class);
    }

    @Test
    void aDrillThatResizesTheClusterItself() {
        drilled()
                .precedes("ResizeCopy", simulation -> Broken.resize(simulation, 8))
                .isReportedBy(
                        DrillsTouchOnlyTheirCopy.class,
                        NoChangeWithoutPlan.class,
                        NothingSeenWritesAtResize.class,
                        ResizeNeedsSnapshot.class);
    }

    @Test
    void aDrillThatDeletesTheClusterItself() {
        drilled()
                .precedes("DeleteCopy", DrillInvariantsCanFailTest::deleteCluster)
                .isReportedBy(DrillsTouchOnlyTheirCopy.class);
    }

    /// The plan is not told that a run holds the lease.
    @Test
    void aDrillThatBeginsBesideARun() {
        drilled()
                .when(
                        simulation -> {
                            simulation.publish("{\"nodes\": 8}");
                            simulation.publish(DrillScenarios.ASK);
                        })
                .replaces("PlanDrill", (_, real) -> Broken.untold("held", real))
                .isReportedBy(DrillsTouchOnlyTheirCopy.class);
    }

    private static void deleteCluster(RedshiftSimulation simulation) {
        if (simulation.redshift().takesWrites()) {
            simulation
                    .redshift()
                    .deleteCluster(
                            it ->
                                    it.clusterIdentifier(Setup.CLUSTER)
                                            .skipFinalClusterSnapshot(true));
        }
    }

    private static Broken drilled() {
        return new Broken().in(SCENE).when(simulation -> simulation.publish(DrillScenarios.ASK));
    }
}
