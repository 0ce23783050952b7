package headroom.redshift.replication;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.DmsStub;
import headroom.redshift.Given;
import headroom.step.PhaseTimedOut;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class ConfirmPausedTest {
    private final DmsStub dms = new DmsStub();

    @Test
    void isDoneWhenEveryTaskIsStopped() {
        dms.task("a", "stopped").task("b", "stopped");

        assertEquals(done("All 2 tasks are stopped."), confirm(Given.ago(0, 30), "a", "b"));
    }

    @Test
    void waitsForTasksThatAreStillStopping() {
        dms.task("a", "stopped").task("b", "stopping").task("c", "running");

        assertEquals(
                working(25, 33, "1 of 3 tasks stopped; b is stopping, c is running."),
                confirm(Given.ago(2, 0), "a", "b", "c"));
    }

    @Test
    void refusesATaskThatRunsOnTwoMinutesAfterItWasStopped() {
        dms.task("a", "stopped").task("b", "running");

        assertFails(
                PauseFailed.class,
                "1 of 2 tasks stopped; b is running. What runs was started after the plan, or"
                        + " could not be stopped.",
                () -> confirm(Given.ago(2, 1), "a", "b"));
    }

    @Test
    void doesNotWaitForATaskThatWasDeleted() {
        dms.task("a", "stopped");

        assertEquals(done("All 2 tasks are stopped."), confirm(Given.ago(0, 0), "a", "b"));
    }

    @Test
    void failsWhereATaskFailedInsteadOfStopping() {
        dms.task("a", "stopping")
                .task("b", it -> it.status("failed").stopReason("Stop Reason FATAL_ERROR"));

        assertFails(
                PauseFailed.class,
                "Instead of stopping, b is failed (Stop Reason FATAL_ERROR). Its error is in the"
                        + " task's log in CloudWatch Logs.",
                () -> confirm(Given.ago(0, 30), "a", "b"));
    }

    @Test
    void waitsUpToItsLimitAndNoLonger() {
        dms.task("a", "stopping");

        assertEquals(
                working(337, 0, "0 of 1 task stopped; a is stopping."),
                confirm(Given.ago(45, 0), "a"));
        assertFails(
                PhaseTimedOut.class,
                "Stopping the DMS tasks took longer than its limit of 45 min. Last seen: 0 of"
                        + " 1 task stopped; a is stopping.",
                () -> confirm(Given.ago(45, 1), "a"));
    }

    @Test
    void isDoneAfterItsLimitToo() {
        dms.task("a", "stopped");

        assertEquals(done("The task is stopped."), confirm(Given.ago(90, 0), "a"));
    }

    @Test
    void waitsForAServerlessReplicationAsForATask() {
        dms.task("a", "stopped").serverless("b", "stopping");

        assertEquals(
                working(25, 50, "1 of 2 tasks stopped; b is stopping."),
                confirmAll(Recorded.with("b", "a")));
    }

    @Test
    void failsWhereAServerlessReplicationFailedInsteadOfStopping() {
        dms.serverless("b", "failed");

        assertThrows(PauseFailed.class, () -> confirmAll(Recorded.with("b")));
    }

    private ConfirmPaused.Answer confirmAll(List<PausedTask> tasks) {
        return new ConfirmPaused(dms, Given.SETTINGS, Given.CLOCK)
                .run(input(tasks, Given.ago(0, 30), false));
    }

    @Test
    void isDoneWithoutTasks() {
        assertEquals(done("No task has to be stopped."), confirm(Given.NOW));
    }

    private static ConfirmPaused.Done done(String sentence) {
        return new ConfirmPaused.Done(Given.BUDGET, sentence);
    }

    private static ConfirmPaused.Working working(int seconds, int percent, String sentence) {
        return new ConfirmPaused.Working(seconds, percent, Optional.empty(), sentence);
    }

    private ConfirmPaused.Answer confirm(Instant since, String... names) {
        return new ConfirmPaused(dms, Given.SETTINGS, Given.CLOCK)
                .run(input(Recorded.tasks(names), since, false));
    }

    @Test
    void waitsForAServerlessReplicationThatStillShowsAsRunning() {
        dms.serverless("b", "running");

        assertEquals(
                working(37, 0, "0 of 1 task stopped; b is running."),
                new ConfirmPaused(dms, Given.SETTINGS, Given.CLOCK)
                        .run(input(Recorded.with("b"), Given.ago(5, 0), false)));
    }

    @Test
    void hasOthersThatRunStoppedToo() {
        dms.task("a", "stopped").task("b", "running").task("c", "stopped").task("d", "testing");

        assertEquals(
                new ConfirmPaused.Joined(
                        Recorded.tasks("b"),
                        Given.BUDGET.halved(Given.NOW),
                        "The task is stopped; started meanwhile, and to be stopped too: b."),
                confirm(Given.ago(90, 0), "a"));
    }

    @Test
    void waitsForOthersThatAreAboutToRun() {
        dms.task("a", "stopped").task("b", "starting");

        assertEquals(
                new ConfirmPaused.Working(
                        25,
                        100,
                        Optional.of(Given.NOW),
                        "The task is stopped; of the others, b is starting."),
                confirm(Given.ago(90, 0), "a"));
    }

    @Test
    void putsTheResizeOffForOthersThatAreAboutToRunForTooLong() {
        dms.task("a", "stopped").task("b", "starting");

        var input =
                new ConfirmPaused.Input(
                        Recorded.tasks("a"),
                        Given.ago(90, 0),
                        Given.BUDGET,
                        false,
                        "sales.example.com",
                        Optional.of(Given.ago(45, 1)));
        assertThrows(
                PhaseTimedOut.class,
                () -> new ConfirmPaused(dms, Given.SETTINGS, Given.CLOCK).run(input));
    }

    @Test
    void putsTheResizeOffForOneThatLoadsTables() {
        dms.task("a", "stopped")
                .task(
                        "b",
                        it ->
                                it.status("running")
                                        .migrationType("full-load-and-cdc")
                                        .replicationTaskStats(
                                                stats -> stats.fullLoadProgressPercent(10)));

        assertFails(
                PauseFailed.class,
                "Started during the pause, and in full load, so that stopping would load its tables"
                        + " again: b. The resize is put off until the load is done.",
                () -> confirm(Given.ago(1, 0), "a"));
    }

    @Test
    void putsTheResizeOffForOneThatWritesThroughAnotherEndpoint() {
        dms.task("a", "stopped")
                .endpoint("STRAY", it -> it.serverName("sales.example.com"))
                .task(
                        "b",
                        it ->
                                it.status("running")
                                        .targetEndpointArn(
                                                "arn:aws:dms:eu-west-1:111122223333:endpoint:STRAY"));

        assertFails(
                PauseFailed.class,
                "Started during the pause, through endpoints that are not configured: b is running"
                    + " (endpoint STRAY: arn:aws:dms:eu-west-1:111122223333:endpoint:STRAY). The"
                    + " resize is put off: see the setting otherEndpoints.",
                () -> confirm(Given.ago(1, 0), "a"));
    }

    @Test
    void takesAStatusThatNobodyListedForStoppedAtACriticalDiskAfterAWhile() {
        dms.task("a", "resting");

        assertEquals(
                done("The task is stopped, as far as can be told (a is resting)."),
                confirmCritical(15, 0));
        assertEquals(
                working(112, 0, "0 of 1 task stopped; a is resting."), confirmCritical(14, 59));
        assertEquals(
                working(225, 0, "0 of 1 task stopped; a is resting."),
                confirm(Given.ago(30, 0), "a"));
    }

    private ConfirmPaused.Answer confirmCritical(long minutes, long seconds) {
        return new ConfirmPaused(dms, Given.SETTINGS, Given.CLOCK)
                .run(input(Recorded.tasks("a"), Given.ago(minutes, seconds), true));
    }

    private static ConfirmPaused.Input input(
            List<PausedTask> tasks, Instant since, boolean critical) {
        return new ConfirmPaused.Input(
                tasks, since, Given.BUDGET, critical, "sales.example.com", Optional.empty());
    }

    @Test
    void shortensTheBudgetWhereDmsSaysWhenItGivesAReplicationUp() {
        dms.serverless(
                "b",
                it ->
                        it.status("stopped")
                                .replicationDeprovisionTime(Given.ago(10, 0).plusSeconds(7200)));

        assertEquals(
                new ConfirmPaused.Done(
                        new PauseBudget(Given.ago(10, 0), Given.ago(10, 0).plusSeconds(3600)),
                        "The task is stopped."),
                confirmAll(Recorded.with("b")));
    }

    @Test
    void givesUpWhereDmsGivesAReplicationUpTooSoon() {
        dms.serverless(
                "b",
                it -> it.status("stopped").replicationDeprovisionTime(Given.NOW.plusSeconds(600)));

        assertThrows(PauseBudgetSpent.class, () -> confirmAll(Recorded.with("b")));
    }
}
