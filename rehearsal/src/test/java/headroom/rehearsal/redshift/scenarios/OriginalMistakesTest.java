package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.scenario.DefinitionEdits.add;
import static headroom.rehearsal.scenario.DefinitionEdits.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.redshift.cluster.ResizeRefused;
import headroom.rehearsal.invariants.EverythingEnds;
import headroom.rehearsal.redshift.invariants.LogsOutlastPauses;
import headroom.rehearsal.redshift.invariants.NoChangeWithoutPlan;
import headroom.rehearsal.redshift.invariants.NoStartWithoutWrites;
import headroom.rehearsal.redshift.invariants.OneResizeWithinBounds;
import headroom.rehearsal.redshift.invariants.OnlyTasksThatRanAreStarted;
import headroom.rehearsal.redshift.invariants.PausesKeepTheirBudget;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.simulated.redshift.ProvisionedTask;
import headroom.simulated.redshift.SimulatedTask;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The seven ways in which the system before this one broke, built into this one again.
final class OriginalMistakesTest {
    private static final String WORKING =
            "{\"is\":\"working\",\"waitSeconds\":600,\"othersSince\":null,\"sentence\":\"Not"
                    + " yet.\"}";
    private static final String NOT_TAKEN =
            "{\"taken\":false,\"waitSeconds\":600,\"advance\":null,\"sentence\":\"Not yet.\"}";
    private static final Consumer<ObjectNode> ANY_RUN_TAKES_THE_LEASE =
            set(
                    "States / Take lease / Arguments / ConditionExpression",
                    "#owner IN (:me, :dead) OR attribute_not_exists(never) OR quietUntil <= :asOf"
                            + " OR retryAfter <= :kept OR unlessCritical = :critical"
                            + " OR paused <> :none");

    /// A snapshot that had failed was polled for ever.
    @Test
    void aPollWithoutAWayHome() {
        new Broken()
                .with("cluster.Snapshot#2:FAILS")
                .replaces(
                        "ConfirmSnapshot",
                        (_, real) ->
                                (in, out, context) -> {
                                    try {
                                        real.handleRequest(in, out, context);
                                    } catch (RuntimeException failed) {
                                        out.write(Broken.bytes(NOT_TAKEN));
                                    }
                                })
                .isReportedBy(
                        EverythingEnds.class, PausesKeepTheirBudget.class, LogsOutlastPauses.class);
    }

    /// A task that was in `failed` was waited for until it would be `stopped`.
    @Test
    void aFailedTaskAwaitedForEver() {
        new Broken()
                .with("stop.customers#1:FAILS")
                .replaces(
                        "ConfirmPaused",
                        (simulation, real) ->
                                (in, out, context) -> {
                                    if (anyHasFailed(simulation)) {
                                        out.write(Broken.bytes(WORKING));
                                    } else {
                                        real.handleRequest(in, out, context);
                                    }
                                })
                .isReportedBy(
                        EverythingEnds.class, PausesKeepTheirBudget.class, LogsOutlastPauses.class);
    }

    private static boolean anyHasFailed(RedshiftSimulation simulation) {
        return simulation.dms().tasks().stream()
                .map(SimulatedTask::status)
                .anyMatch("failed"::equals);
    }

    /// Without a lock, the second run found nothing to do, and ended as every run did: it started
    /// the writers.
    @Test
    void aSecondMessageStartsTheWritersInMidResize() {
        new Broken()
                .where(ANY_RUN_TAKES_THE_LEASE)
                .where(set("States / Go ahead? / Default", "Confirm writable"))
                .where(add("States / Receive request / Assign / writableSince", ""))
                .where(add("States / Receive request / Assign / looks", 0))
                .lies("ConfirmWritable", Broken.WRITABLE)
                .after(Duration.ofMinutes(34), it -> it.publish("Hurry!"))
                .isReportedBy(
                        NoStartWithoutWrites.class,
                        OnlyTasksThatRanAreStarted.class,
                        NoChangeWithoutPlan.class);
    }

    /// Nothing kept a second message from doubling what the first had doubled.
    @Test
    void aSecondMessageDoublesTwice() {
        new Broken()
                .where(ANY_RUN_TAKES_THE_LEASE)
                .where(set("States / Plan resize / Arguments / Payload / cause", "manual"))
                .after(
                        Duration.ofMinutes(45),
                        it -> it.publish(Messages.alarm("ALARM", "analytics")))
                .isReportedBy(OneResizeWithinBounds.class);
    }

    /// The retry of an accepted resize met "invalid state", took it for a refusal, and went on to
    /// start the writers.
    @Test
    void anAcceptedResizeTakenForARefusal() {
        new Broken()
                .with("function.ResizeCluster#1:SILENCE/AFTER")
                .replaces(
                        "ResizeCluster",
                        (simulation, _) ->
                                (_, out, _) -> {
                                    try {
                                        Broken.resize(simulation, 8);
                                    } catch (InvalidClusterStateException refused) {
                                        throw new ResizeRefused("Refused.");
                                    }
                                    out.write(Broken.begun(simulation));
                                })
                .lies("ConfirmWritable", Broken.WRITABLE)
                .isReportedBy(NoStartWithoutWrites.class);
    }

    /// Every stopped task was started at the end, whoever had stopped it.
    @Test
    void aTaskThatAPersonStoppedIsStarted() {
        new Broken()
                .precedes(
                        "ResumeReplication",
                        simulation ->
                                simulation.dms().tasks().stream()
                                        .filter(each -> each.status().equals("stopped"))
                                        .forEach(each -> Broken.start(each.name(), simulation)))
                .isReportedBy(OnlyTasksThatRanAreStarted.class);
    }

    /// Only the step that resizes knew of the ceiling.
    @Test
    void theCeilingIsFoundAfterReplicationHasStopped() {
        new Broken()
                .in(Setup.ORDINARY.withCeiling(4))
                .alters("PlanResize", OriginalMistakesTest::planAnyway)
                .replaces(
                        "ResizeCluster",
                        (_, _) ->
                                (_, _, _) -> {
                                    throw new ResizeRefused("The ceiling is reached.");
                                })
                .until(Duration.ofMinutes(50))
                .isReportedBy(NoChangeWithoutPlan.class);
    }

    private static void planAnyway(ObjectNode answer) {
        ObjectNode plan = answer.put("outcome", "failed").withObjectProperty("plan");
        plan.put("is", "resize").put("from", 4).put("to", 8).put("nodeType", "ra3.4xlarge");
        plan.put("budgetSeconds", 3600).put("logSeconds", 7200).put("expectedPauseMinutes", 30);
        plan.putArray("leaveAlone");
        ArrayNode pause = plan.putArray("pause");
        for (String task : List.of("orders", "customers", "payments")) {
            pause.addObject().put("arn", ProvisionedTask.arnOf(task)).put("name", task);
        }
    }
}
