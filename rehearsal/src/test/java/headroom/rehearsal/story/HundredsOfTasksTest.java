package headroom.rehearsal.story;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.aws.CallQuota;
import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.faults.Meter;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;

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
    private static final Scene MANY = Scene.ORDINARY.withTasks(TASKS, LONGEST_NAME);

    @Test
    void arePausedAndResumedWithinHalfOfEveryLimit() {
        Stage stage = play(MANY);

        assertEquals(8, stage.redshift().nodes());
        assertEquals(TASKS, running(stage));
        assertTrue(stage.dms().throttled() > 0, "the quota was never used up");
        assertStays(stage, Duration.ofSeconds(60), PAYLOAD / 2);
        // The same run with three tasks takes 21 minutes and 3 seconds.
        assertTrue(pause(stage).compareTo(Duration.ofMinutes(24)) < 0, () -> "" + pause(stage));
    }

    @Test
    void needNoSecondInvocationWhereOthersUseHalfOfTheQuota() {
        Stage stage = play(MANY.with(CallQuota.OF_DMS.without(0.5)));

        assertEquals(TASKS, running(stage));
        assertStays(stage, Duration.ofSeconds(160), PAYLOAD / 2);
        assertTrue(stage.dms().throttled() > 0, "the quota was never used up");
        assertEquals(0, ended(stage, each -> each.contains("is ended by Lambda")));
    }

    @Test
    void areGoneOnWithWhereAFunctionIsEndedInItsMidst() {
        Stage stage = play(MANY.with(CallQuota.OF_DMS.without(0.875)));

        assertEquals(8, stage.redshift().nodes());
        assertEquals(TASKS, running(stage));
        assertTrue(ended(stage, each -> each.contains("is ended by Lambda")) >= 2);
        assertEquals(
                Meter.LIMIT, stage.lambda().invocations().of("PauseReplication").orElseThrow());
        assertEquals(TASKS, stage.journal().calls("StopReplicationTask").size());
        assertEquals(TASKS, stage.journal().calls("StartReplicationTask").size());
    }

    /// The function that is at work then stops tasks for minutes more, and nobody waits for it.
    @Test
    void comeBackWhereTheRunIsAbortedInTheMidst() {
        Stage stage = play(MANY.with(CallQuota.OF_DMS.without(0.875)).with("minute#22:ABORT"));

        Instant aborted = stage.journal().entries(Kind.PERSON).findFirst().orElseThrow().at();
        Instant lastStop = stage.journal().calls("StopReplicationTask").getLast().at();
        assertTrue(Duration.between(aborted, lastStop).compareTo(Duration.ofMinutes(3)) > 0);
        assertEquals(TASKS, running(stage));
        assertTrue(
                stage.operators()
                        .subjects()
                        .contains("Headroom: analytics has its replication back"));
    }

    @Test
    void areNotTouchedWhereNextToNothingOfTheQuotaIsLeft() {
        Stage stage = play(MANY.with(CallQuota.OF_DMS.without(0.98)));

        assertEquals(TASKS, running(stage));
        assertEquals(List.of(), stage.journal().calls("StopReplicationTask"));
        assertTrue(stage.operators().subjects().contains("Headroom: analytics was NOT resized"));
    }

    /// Two hundred are stopped by then.
    @Test
    void comeBackWhereOthersUseUpTheQuotaInTheMidst() {
        Performance performance =
                new Performance(
                                Story.open(
                                        "upset",
                                        "DMS is used up while tasks are stopped.",
                                        MANY,
                                        HundredsOfTasksTest::useUpInTheMidst,
                                        Duration.ofHours(3)))
                        .play(_ -> {});
        assertEquals(List.of(), performance.violations());
        Stage stage = performance.stage();

        assertEquals(8, stage.redshift().nodes());
        assertEquals(TASKS, running(stage));
    }

    @Test
    void areAllNamedInTheReportWhereNoneComesBack() {
        Stage stage = play(MANY.with("dms.StartReplicationTask#1+:InvalidResourceStateException"));

        String report = report(stage, "CRITICAL");
        for (SimulatedTask each : stage.dms().tasks()) {
            assertTrue(report.contains(each.arn()), each.arn());
        }
        assertStays(stage, Duration.ofSeconds(60), PAYLOAD * 3 / 4);
    }

    @Test
    void areAllInTheRawReportWhereNoneCanBeComposed() {
        Stage stage =
                play(
                        MANY.with(
                                "dms.StartReplicationTask#1+:InvalidResourceStateException",
                                "function.ComposeReport#1+:Runtime.ExitError/BEFORE"));

        String report = report(stage, "report not composed");
        for (SimulatedTask each : stage.dms().tasks()) {
            assertTrue(report.contains(each.arn()), each.arn());
        }
        assertStays(stage, Duration.ofSeconds(60), PAYLOAD * 3 / 4);
    }

    private static Stage play(Scene scene) {
        Performance performance =
                new Performance(Stories.upset(scene).endedAfter(Duration.ofHours(3))).play(_ -> {});
        assertEquals(List.of(), performance.violations());
        return performance.stage();
    }

    private static void useUpInTheMidst(Stage stage) {
        stage.journal()
                .tell(
                        each -> {
                            if (stage.journal().calls("StopReplicationTask").size() == 200
                                    && each.name().equals("StopReplicationTask")) {
                                stage.dms().useUp(Duration.ofMinutes(10));
                            }
                        });
    }

    private static void assertStays(Stage stage, Duration longest, int bytes) {
        assertAll(
                () ->
                        assertUnder(
                                longest,
                                stage.lambda().invocations().highest().orElseThrow().getValue()),
                () -> assertUnder(bytes, stage.asked().highest().orElseThrow().getValue()),
                () ->
                        assertUnder(
                                bytes, stage.lambda().answers().highest().orElseThrow().getValue()),
                () -> assertUnder(bytes, stage.operators().longest()),
                () -> assertUnder(bytes, stage.dynamoDb().largest()));
    }

    private static <T extends Comparable<T>> void assertUnder(T limit, T value) {
        assertTrue(value.compareTo(limit) < 0, () -> value + "; expected less than " + limit);
    }

    private static long running(Stage stage) {
        return stage.dms().tasks().stream().filter(SimulatedTask::isRunning).count();
    }

    private static long ended(Stage stage, Predicate<String> how) {
        return stage.journal().entries(Kind.STEP).map(Entry::detail).filter(how).count();
    }

    private static String report(Stage stage, String subject) {
        return stage.journal()
                .entries(Kind.REPORT)
                .filter(each -> each.name().contains(subject))
                .map(Entry::detail)
                .findFirst()
                .orElseThrow();
    }

    private static Duration pause(Stage stage) {
        var from = stage.journal().calls("StopReplicationTask").getFirst().at();
        var to =
                stage.journal()
                        .entries(Kind.TASK)
                        .filter(each -> each.detail().equals("running"))
                        .map(Entry::at)
                        .reduce((_, last) -> last)
                        .orElseThrow();
        return Duration.between(from, to);
    }
}
