package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.aws.EventBus.Sent;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.simulated.faults.InvocationTimer;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedTask;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// What 600 tasks, as many as an account may have, take of the services' limits: with names of the
/// greatest length that DMS permits, and with what goes wrong told of all of them.
final class HundredsOfTasksTest {
    private static final int TASKS = 600;
    private static final int LONGEST_NAME = 255;
    private static final int PAYLOAD = 256 * 1024;
    private static final int EVENT = 1024;
    private static final Setup MANY = Setup.ORDINARY.withTasks(TASKS, LONGEST_NAME);

    @Test
    void arePausedAndResumedWithinHalfOfEveryLimit() {
        RedshiftSimulation simulation = play(MANY);

        assertEquals(8, simulation.redshift().nodes());
        assertEquals(TASKS, running(simulation));
        assertTrue(simulation.dms().throttled() > 0, "the quota was never used up");
        assertStays(simulation, Duration.ofSeconds(60), PAYLOAD / 2);
        // The same run with three tasks takes 21 minutes and 3 seconds.
        assertTrue(
                pause(simulation).compareTo(Duration.ofMinutes(24)) < 0,
                () -> "" + pause(simulation));
    }

    @Test
    void needNoSecondInvocationWhereOthersUseHalfOfTheQuota() {
        RedshiftSimulation simulation = play(MANY.with(SimulatedDms.QUOTA.without(0.5)));

        assertEquals(TASKS, running(simulation));
        assertStays(simulation, Duration.ofSeconds(160), PAYLOAD / 2);
        assertTrue(simulation.dms().throttled() > 0, "the quota was never used up");
        assertEquals(0, ended(simulation, each -> each.contains("is ended by Lambda")));
    }

    @Test
    void areGoneOnWithWhereAFunctionIsEndedInItsMidst() {
        RedshiftSimulation simulation = play(MANY.with(SimulatedDms.QUOTA.without(0.875)));

        assertEquals(8, simulation.redshift().nodes());
        assertEquals(TASKS, running(simulation));
        assertTrue(ended(simulation, each -> each.contains("is ended by Lambda")) >= 2);
        assertEquals(
                InvocationTimer.LIMIT,
                simulation.lambda().invocations().of("PauseReplication").orElseThrow());
        assertEquals(TASKS, simulation.journal().calls("StopReplicationTask").size());
        assertEquals(TASKS, simulation.journal().calls("StartReplicationTask").size());
    }

    /// The function that is at work then stops tasks for minutes more, and nobody waits for it.
    @Test
    void comeBackWhereTheRunIsAbortedInTheMidst() {
        RedshiftSimulation simulation =
                play(MANY.with(SimulatedDms.QUOTA.without(0.875)).with("minute#22:ABORT"));

        Instant aborted = simulation.journal().entries(Kind.PERSON).findFirst().orElseThrow().at();
        Instant lastStop = simulation.journal().calls("StopReplicationTask").getLast().at();
        assertTrue(Duration.between(aborted, lastStop).compareTo(Duration.ofMinutes(3)) > 0);
        assertEquals(TASKS, running(simulation));
        assertTrue(
                simulation
                        .operators()
                        .subjects()
                        .contains("Headroom: analytics has its replication back"));
    }

    @Test
    void areNotTouchedWhereNextToNothingOfTheQuotaIsLeft() {
        RedshiftSimulation simulation = play(MANY.with(SimulatedDms.QUOTA.without(0.98)));

        assertEquals(TASKS, running(simulation));
        assertEquals(List.of(), simulation.journal().calls("StopReplicationTask"));
        assertTrue(
                simulation.operators().subjects().contains("Headroom: analytics was NOT resized"));
    }

    /// Two hundred are stopped by then.
    @Test
    void comeBackWhereOthersUseUpTheQuotaInTheMidst() {
        ScenarioRun<RedshiftSimulation> run =
                new ScenarioRun<>(
                                RedshiftScenario.open(
                                        "upset",
                                        "DMS is used up while tasks are stopped.",
                                        MANY,
                                        HundredsOfTasksTest::useUpInTheMidst,
                                        Duration.ofHours(3)))
                        .play(_ -> {});
        assertEquals(List.of(), run.violations());
        RedshiftSimulation simulation = run.simulation();

        assertEquals(8, simulation.redshift().nodes());
        assertEquals(TASKS, running(simulation));
    }

    @Test
    void areAllNamedInTheReportWhereNoneComesBack() {
        RedshiftSimulation simulation =
                play(MANY.with("dms.StartReplicationTask#1+:InvalidResourceStateException"));

        assertAllNamed(simulation, "CRITICAL");
        Sent event = simulation.events().sent().getFirst();
        assertEquals(
                """
                {"outcome":"resized","version":"1","workflow":"redshift-resize",\
                "resource":"analytics","execution":"%s","before":{"nodes":4},\
                "after":{"nodes":8},"cause":"alarm","unfinished":true,"summary":"%s"}\
                """
                        .formatted(
                                event.execution().arn(),
                                simulation.operators().subjects().getFirst()),
                event.json());
    }

    @Test
    void areAllInTheRawReportWhereNoneCanBeComposed() {
        RedshiftSimulation simulation =
                play(
                        MANY.with(
                                "dms.StartReplicationTask#1+:InvalidResourceStateException",
                                "function.ComposeReport#1+:Runtime.ExitError/BEFORE"));

        assertAllNamed(simulation, "report not composed");
    }

    private static RedshiftSimulation play(Setup setup) {
        ScenarioRun<RedshiftSimulation> run =
                new ScenarioRun<>(Scenarios.upset(setup).endedAfter(Duration.ofHours(3)))
                        .play(_ -> {});
        assertEquals(List.of(), run.violations());
        assertEquals(List.of(), run.simulation().operators().chat().dropped());
        return run.simulation();
    }

    private static void useUpInTheMidst(RedshiftSimulation simulation) {
        simulation
                .journal()
                .tell(
                        each -> {
                            if (simulation.journal().calls("StopReplicationTask").size() == 200
                                    && each.name().equals("StopReplicationTask")) {
                                simulation.dms().useUp(Duration.ofMinutes(10));
                            }
                        });
    }

    private static void assertStays(RedshiftSimulation simulation, Duration longest, int bytes) {
        assertAll(
                () ->
                        assertUnder(
                                longest,
                                simulation
                                        .lambda()
                                        .invocations()
                                        .highest()
                                        .orElseThrow()
                                        .getValue()),
                () -> assertUnder(bytes, simulation.asked().highest().orElseThrow().getValue()),
                () ->
                        assertUnder(
                                bytes,
                                simulation.lambda().answers().highest().orElseThrow().getValue()),
                () -> assertUnder(bytes, simulation.operators().longest()),
                () -> assertUnder(bytes, simulation.dynamoDb().largest()),
                () ->
                        simulation
                                .events()
                                .sent()
                                .forEach(each -> assertUnder(EVENT, each.json().length())));
    }

    private static <T extends Comparable<T>> void assertUnder(T limit, T value) {
        assertTrue(value.compareTo(limit) < 0, () -> value + "; expected less than " + limit);
    }

    private static long running(RedshiftSimulation simulation) {
        return simulation.dms().tasks().stream().filter(SimulatedTask::isRunning).count();
    }

    private static long ended(RedshiftSimulation simulation, Predicate<String> how) {
        return simulation.journal().entries(Kind.STEP).map(Entry::detail).filter(how).count();
    }

    private static void assertAllNamed(RedshiftSimulation simulation, String subject) {
        String report =
                simulation
                        .journal()
                        .entries(Kind.REPORT)
                        .filter(each -> each.name().contains(subject))
                        .map(Entry::detail)
                        .findFirst()
                        .orElseThrow();
        for (SimulatedTask each : simulation.dms().tasks()) {
            assertTrue(report.contains(each.arn()), each.arn());
        }
        assertStays(simulation, Duration.ofSeconds(60), PAYLOAD * 3 / 4);
    }

    private static Duration pause(RedshiftSimulation simulation) {
        var from = simulation.journal().calls("StopReplicationTask").getFirst().at();
        var to =
                simulation
                        .journal()
                        .entries(Kind.TASK)
                        .filter(each -> each.detail().equals("running"))
                        .map(Entry::at)
                        .reduce((_, last) -> last)
                        .orElseThrow();
        return Duration.between(from, to);
    }
}
