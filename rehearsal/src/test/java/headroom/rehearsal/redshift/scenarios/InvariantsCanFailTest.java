package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.scenario.DefinitionEdits.replace;
import static headroom.rehearsal.scenario.DefinitionEdits.set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.rehearsal.invariants.EverythingEnds;
import headroom.rehearsal.invariants.LeaseIsReleased;
import headroom.rehearsal.redshift.invariants.DoubledRowsAreTold;
import headroom.rehearsal.redshift.invariants.EveryFailureIsReportedOnce;
import headroom.rehearsal.redshift.invariants.LoadsAreNotStopped;
import headroom.rehearsal.redshift.invariants.LogsOutlastPauses;
import headroom.rehearsal.redshift.invariants.LongPausesAreTold;
import headroom.rehearsal.redshift.invariants.NoChangeWhileTasksWrite;
import headroom.rehearsal.redshift.invariants.NoChangeWithoutPlan;
import headroom.rehearsal.redshift.invariants.NoStartWithoutWrites;
import headroom.rehearsal.redshift.invariants.NothingSeenWritesAtResize;
import headroom.rehearsal.redshift.invariants.OneResizeWithinBounds;
import headroom.rehearsal.redshift.invariants.OnlyOwnPrecopiesAreDeleted;
import headroom.rehearsal.redshift.invariants.OnlyTasksThatRanAreStarted;
import headroom.rehearsal.redshift.invariants.PausesKeepTheirBudget;
import headroom.rehearsal.redshift.invariants.RecordsAreKept;
import headroom.rehearsal.redshift.invariants.RelapsesAreAnswered;
import headroom.rehearsal.redshift.invariants.ReportsTellWhatWas;
import headroom.rehearsal.redshift.invariants.ResizeNeedsSnapshot;
import headroom.rehearsal.redshift.invariants.StoppedTasksRunOrAreReported;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.ProvisionedTask;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.SimulatedLoad.Shown;
import headroom.simulated.redshift.SimulatedTask;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Headroom is broken on purpose, once for each invariant, and exactly that one says so.
final class InvariantsCanFailTest {
    private static final String DONE =
            "{\"is\":\"done\",\"budget\":{\"pausedAt\":\"NOW\",\"resizeBy\":\"2026-11-23T00:00:00Z\"},\"sentence\":\"Done,"
                + " says a liar.\"}";
    private static final String RESUMED =
            "{\"since\":\"NOW\",\"stood\":true,\"refusals\":[],\"sentence\":\"Started.\"}";
    private static final String BEGUN =
            "{\"begun\":true,\"since\":\"NOW\",\"waitSeconds\":0,\"advance\":null,\"busySince\":null,\"sentence\":\"Begun.\"}";
    private static final String TAKEN =
            "{\"taken\":true,\"waitSeconds\":0,\"advance\":null,\"sentence\":\"Taken, says a"
                    + " liar.\"}";
    private static final String NEVER_TAKEN = TAKEN.replace("true", "false");
    private static final Consumer<ObjectNode> BUDGET_OF_A_DAY =
            replace(
                    "States / Record pause / Assign / budget / resizeBy",
                    "$plan.budgetSeconds",
                    "86400");

    @Test
    void aResizeWithoutASnapshot() {
        new Broken()
                .lies("TakeSnapshot", BEGUN)
                .lies("ConfirmSnapshot", TAKEN)
                .isReportedBy(ResizeNeedsSnapshot.class, ReportsTellWhatWas.class);
    }

    @Test
    void aSnapshotWhileTasksAreStopping() {
        new Broken()
                .lies("ConfirmPaused", DONE)
                .isReportedBy(NoChangeWhileTasksWrite.class, NothingSeenWritesAtResize.class);
    }

    @Test
    void aResizeWhileATaskStarts() {
        new Broken()
                .precedes("ResizeCluster", simulation -> Broken.start("orders", simulation))
                .isReportedBy(NoChangeWhileTasksWrite.class);
    }

    @Test
    void aStartOfATaskThatAPersonHadStopped() {
        new Broken()
                .precedes(
                        "ResumeReplication", simulation -> Broken.start("clickstream", simulation))
                .isReportedBy(OnlyTasksThatRanAreStarted.class);
    }

    @Test
    void aStartOfATaskThatHasEndedByItself() {
        new Broken()
                .in(Setup.ORDINARY.withTaskThatEnds("orders", "FULL_LOAD_ONLY_FINISHED", false))
                .precedes("ResumeReplication", simulation -> Broken.start("orders", simulation))
                .isReportedBy(OnlyTasksThatRanAreStarted.class);
    }

    @Test
    void aStartInMidResize() {
        new Broken()
                .lies("ConfirmWritable", Broken.WRITABLE)
                .with("cluster.Resize#1:SLOW", "state.Wait for resize#9:ABORT")
                .isReportedBy(NoStartWithoutWrites.class);
    }

    @Test
    void aTaskStoppedWhileATableIsReloaded() {
        new Broken()
                .in(
                        Setup.ORDINARY
                                .withFullLoad("ledger", Duration.ofHours(1), Shown.RELOADED)
                                .withTask("ledger", InvariantsCanFailTest::hideLoad))
                .isReportedBy(LoadsAreNotStopped.class);
    }

    private static void hideLoad(SimulatedTask task) {
        ((ProvisionedTask) task)
                .shown(it -> it.replicationTaskStats(stats -> stats.fullLoadProgressPercent(100)));
    }

    @Test
    void aResizeThatHangsInSilence() {
        new Broken()
                .in(Setup.ORDINARY.withSourceLog(168))
                .with("cluster.Resize#1:HANGS")
                .where(
                        replace(
                                "States / Record pause / Arguments / UpdateExpression",
                                "expectedMinutes",
                                "minutes"))
                .isReportedBy(LongPausesAreTold.class);
    }

    @Test
    void tasksLeftStoppedInSilence() {
        new Broken()
                .lies("ResumeReplication", RESUMED)
                .lies(
                        "ConfirmResumed",
                        "{\"is\":\"done\",\"runningSince\":\"NOW\",\"sentence\":\"Yes\"}")
                .isReportedBy(StoppedTasksRunOrAreReported.class);
    }

    @Test
    void tasksThatAreOffTheRecordThoughNobodyAsked() {
        new Broken()
                .where(set("States / Record pause / Assign / record", "[]"))
                .where(
                        set(
                                "States / Record pause / Arguments / ExpressionAttributeValues"
                                        + " / :paused / S",
                                "[]"))
                .isReportedBy(StoppedTasksRunOrAreReported.class, ReportsTellWhatWas.class);
    }

    @Test
    void anotherTaskThanTheOneNamedIsForgotten() {
        new Broken()
                .after(Duration.ofMinutes(35), it -> it.publish("{\"forget\": \"orders\"}"))
                .where(
                        set(
                                "States / Forget tasks / Arguments / Payload / forget",
                                List.of("payments")))
                .isReportedBy(StoppedTasksRunOrAreReported.class, RecordsAreKept.class);
    }

    @Test
    void aResizeAboveTheCeiling() {
        new Broken()
                .in(Setup.ORDINARY.withCeiling(8))
                .alters("PlanResize", answer -> plan(answer).put("to", 16))
                .isReportedBy(OneResizeWithinBounds.class);
    }

    @Test
    void aResizeThatMakesTheClusterSmaller() {
        new Broken()
                .in(Setup.ORDINARY.withDisk(85))
                .alters("PlanResize", answer -> plan(answer).put("to", 2))
                .resizesTo(2)
                .isReportedBy(OneResizeWithinBounds.class);
    }

    @Test
    void aRefusalThatNobodyIsToldOf() {
        new Broken()
                .in(Setup.ORDINARY.withCeiling(4))
                .where(set("States / Worth telling? / Choices / 0 / Condition", "{% false %}"))
                .until(Duration.ofHours(1))
                .isReportedBy(EveryFailureIsReportedOnce.class);
    }

    /// The first stop is denied, and whoever starts the tasks again says that they stood still.
    @Test
    void aReportOfAPauseThatWasNone() {
        new Broken()
                .with("dms.StopReplicationTask#1+:InvalidResourceStateException")
                .lies("ResumeReplication", RESUMED)
                .until(Duration.ofHours(1))
                .isReportedBy(ReportsTellWhatWas.class);
    }

    @Test
    void aReportOfASizeThatTheClusterDoesNotHave() {
        new Broken()
                .where(set("States / Confirm writable / Assign / nodesSeen", 7))
                .with("cluster.Resize#1:FAILS")
                .until(Duration.ofHours(1))
                .isReportedBy(ReportsTellWhatWas.class);
    }

    @Test
    void aReportThatComesTwice() {
        new Broken()
                .where(set("States / Release lease / Next", "Publish report"))
                .isReportedBy(EveryFailureIsReportedOnce.class);
    }

    @Test
    void aDryRunThatIsNone() {
        new Broken()
                .in(Setup.ORDINARY.withDisk(55))
                .when(simulation -> simulation.publish("{\"dryRun\": true}"))
                .where(
                        set(
                                "States / Go ahead? / Choices / 4 / Condition",
                                "{% $plan.is = 'resize' %}"))
                .isReportedBy(NoChangeWithoutPlan.class);
    }

    @Test
    void aPollWithoutAnEnd() {
        new Broken()
                .lies("ConfirmSnapshot", NEVER_TAKEN.replace("Seconds\":0", "Seconds\":900"))
                .until(Duration.ofHours(38))
                .isReportedBy(EverythingEnds.class);
    }

    @Test
    void aPollThatFillsTheHistory() {
        new Broken()
                .lies("ConfirmSnapshot", NEVER_TAKEN.replace("Seconds\":0", "Seconds\":1"))
                .until(Duration.ofMinutes(125))
                .isReportedBy(EverythingEnds.class);
    }

    @Test
    void theWayBackDeletedWithThePrecopy() {
        new Broken()
                .precedes("RemovePrecopy", InvariantsCanFailTest::deleteLastSnapshot)
                .isReportedBy(OnlyOwnPrecopiesAreDeleted.class);
    }

    @Test
    void aPauseThatWaitsForWhatComesTooLate() {
        new Broken()
                .in(snapshotOf(Duration.ofHours(5)).withSourceLog(6))
                .where(BUDGET_OF_A_DAY)
                .until(Duration.ofHours(8))
                .isReportedBy(PausesKeepTheirBudget.class);
    }

    @Test
    void aPauseThatOutlastsTheSourcesLog() {
        new Broken()
                .in(snapshotOf(Duration.ofHours(5)).withTasksBehind(Duration.ofHours(20), 0))
                .where(BUDGET_OF_A_DAY)
                .until(Duration.ofHours(8))
                .isReportedBy(PausesKeepTheirBudget.class, LogsOutlastPauses.class);
    }

    @Test
    void aPlanThatDoesNotKnowHowFarTasksAreBehind() {
        new Broken()
                .in(snapshotOf(Duration.ofHours(5)).withTasksBehind(Duration.ofHours(20), 0))
                .alters("PlanResize", answer -> plan(answer).put("budgetSeconds", 12 * 3600))
                .until(Duration.ofHours(8))
                .isReportedBy(PausesKeepTheirBudget.class, LogsOutlastPauses.class);
    }

    private static ObjectNode plan(ObjectNode answer) {
        return answer.withObjectProperty("plan");
    }

    private static Setup snapshotOf(Duration time) {
        return Setup.ORDINARY.with(RedshiftBehaviour.ORDINARY.withIncrementOf(time));
    }

    private static void deleteLastSnapshot(RedshiftSimulation simulation) {
        String last =
                simulation
                        .journal()
                        .entries(Kind.CALL)
                        .filter(each -> each.name().equals("CreateClusterSnapshot"))
                        .reduce((_, later) -> later)
                        .orElseThrow()
                        .detail();
        simulation
                .redshift()
                .deleteClusterSnapshot(
                        it -> it.snapshotIdentifier(last).snapshotClusterIdentifier(Setup.CLUSTER));
    }

    @Test
    void aLeaseThatIsNeverFreed() {
        new Broken()
                .where(
                        replace(
                                "States / Release lease / Arguments / UpdateExpression",
                                "REMOVE #owner, ",
                                "REMOVE "))
                .until(Duration.ofMinutes(370))
                .isReportedBy(LeaseIsReleased.class);
    }

    @Test
    void aResizeWhileATaskWritesThatWasStartedInThePause() {
        new Broken()
                .with("state.Confirm paused#1:START_TASK=clickstream")
                .alters(
                        "ConfirmPaused",
                        answer -> {
                            if (answer.path("is").asText().equals("joined")) {
                                answer.put("is", "done")
                                        .putObject("budget")
                                        .put("pausedAt", "2026-11-22T04:26:00Z")
                                        .put("resizeBy", "2026-11-22T16:00:00Z");
                            }
                        })
                .isReportedBy(NothingSeenWritesAtResize.class);
    }

    @Test
    void aRecordThatIsDroppedBeforeItsTasksRun() {
        new Broken()
                .where(
                        replace(
                                "States / Read record / Arguments / UpdateExpression",
                                "SET",
                                "REMOVE paused SET"))
                .isReportedBy(RecordsAreKept.class);
    }

    @Test
    void aBreakdownThatNobodyLooksFor() {
        new Broken()
                .in(
                        Setup.ORDINARY.withTask(
                                "orders",
                                each -> each.habits().breaksDown(1, Duration.ofMinutes(20))))
                .where(
                        replace(
                                "States / Clear record / Arguments / UpdateExpression",
                                "if_not_exists(paused, :none)",
                                ":none"))
                .isReportedBy(RelapsesAreAnswered.class);
    }

    @Test
    void rowsThatDoubleInSilence() {
        new Broken()
                .in(Setup.ORDINARY.withTask("orders", each -> each.habits().doublesRows()))
                .alters("PlanResize", answer -> plan(answer).putArray("remarks"))
                .isReportedBy(DoubledRowsAreTold.class);
    }
}
