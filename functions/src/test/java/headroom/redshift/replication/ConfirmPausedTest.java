package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.step.PhaseTimedOut;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class ConfirmPausedTest {
    private final GivenAws aws = new GivenAws();

    @Test
    void isDoneWhenEveryTaskIsStopped() {
        aws.task("a", "stopped").task("b", "stopped");

        assertEquals(
                new ConfirmPaused.Done(Given.BUDGET, "All 2 tasks are stopped."),
                confirm(Given.ago(0, 30), "a", "b"));
    }

    @Test
    void waitsForTasksThatAreStillStopping() {
        aws.task("a", "stopped").task("b", "stopping").task("c", "running");

        assertEquals(
                new ConfirmPaused.Working(
                        25,
                        33,
                        Optional.empty(),
                        "1 of 3 tasks stopped; b is stopping, c is running."),
                confirm(Given.ago(2, 0), "a", "b", "c"));
    }

    @Test
    void refusesATaskThatRunsOnTwoMinutesAfterItWasStopped() {
        aws.task("a", "stopped").task("b", "running");

        var problem = assertThrows(PauseFailed.class, () -> confirm(Given.ago(2, 1), "a", "b"));
        assertEquals(
                "1 of 2 tasks stopped; b is running. What runs was started after the plan, or"
                        + " could not be stopped.",
                problem.getMessage());
    }

    @Test
    void doesNotWaitForATaskThatWasDeleted() {
        aws.task("a", "stopped");

        assertEquals(
                new ConfirmPaused.Done(Given.BUDGET, "All 2 tasks are stopped."),
                confirm(Given.ago(0, 0), "a", "b"));
    }

    @Test
    void failsWhereATaskFailedInsteadOfStopping() {
        aws.task("a", "stopping")
                .task("b", it -> it.status("failed").stopReason("Stop Reason FATAL_ERROR"));

        var problem = assertThrows(PauseFailed.class, () -> confirm(Given.ago(0, 30), "a", "b"));

        assertEquals(
                "Instead of stopping, b is failed (Stop Reason FATAL_ERROR). Its error is in the"
                        + " task's log in CloudWatch Logs.",
                problem.getMessage());
    }

    @Test
    void waitsUpToItsLimitAndNoLonger() {
        aws.task("a", "stopping");

        assertEquals(
                new ConfirmPaused.Working(
                        337, 0, Optional.empty(), "0 of 1 task stopped; a is stopping."),
                confirm(Given.ago(45, 0), "a"));
        var problem = assertThrows(PhaseTimedOut.class, () -> confirm(Given.ago(45, 1), "a"));
        assertEquals(
                "Stopping the DMS tasks took longer than its limit of 45 min. Last seen: 0 of"
                        + " 1 task stopped; a is stopping.",
                problem.getMessage());
    }

    @Test
    void isDoneAfterItsLimitToo() {
        aws.task("a", "stopped");

        assertEquals(
                new ConfirmPaused.Done(Given.BUDGET, "The task is stopped."),
                confirm(Given.ago(90, 0), "a"));
    }

    @Test
    void waitsForAServerlessReplicationAsForATask() {
        aws.task("a", "stopped").serverless("b", "stopping");

        assertEquals(
                new ConfirmPaused.Working(
                        25, 50, Optional.empty(), "1 of 2 tasks stopped; b is stopping."),
                confirmAll(Recorded.with("b", "a")));
    }

    @Test
    void failsWhereAServerlessReplicationFailedInsteadOfStopping() {
        aws.serverless("b", "failed");

        assertThrows(PauseFailed.class, () -> confirmAll(Recorded.with("b")));
    }

    private ConfirmPaused.Answer confirmAll(List<PausedTask> tasks) {
        return new ConfirmPaused(aws.dms, Given.SETTINGS, Given.CLOCK)
                .run(input(tasks, Given.ago(0, 30), false));
    }

    @Test
    void isDoneWithoutTasks() {
        assertEquals(
                new ConfirmPaused.Done(Given.BUDGET, "No task has to be stopped."),
                confirm(Given.NOW));
    }

    private ConfirmPaused.Answer confirm(Instant since, String... names) {
        return new ConfirmPaused(aws.dms, Given.SETTINGS, Given.CLOCK)
                .run(input(Recorded.tasks(names), since, false));
    }

    @Test
    void waitsForAServerlessReplicationThatStillShowsAsRunning() {
        aws.serverless("b", "running");

        assertEquals(
                new ConfirmPaused.Working(
                        37, 0, Optional.empty(), "0 of 1 task stopped; b is running."),
                new ConfirmPaused(aws.dms, Given.SETTINGS, Given.CLOCK)
                        .run(input(Recorded.with("b"), Given.ago(5, 0), false)));
    }

    @Test
    void hasOthersThatRunStoppedToo() {
        aws.task("a", "stopped").task("b", "running").task("c", "stopped").task("d", "testing");

        assertEquals(
                new ConfirmPaused.Joined(
                        Recorded.tasks("b"),
                        Given.BUDGET.halved(Given.NOW),
                        "The task is stopped; started meanwhile, and to be stopped too: b."),
                confirm(Given.ago(90, 0), "a"));
    }

    @Test
    void waitsForOthersThatAreAboutToRun() {
        aws.task("a", "stopped").task("b", "starting");

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
        aws.task("a", "stopped").task("b", "starting");

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
                () -> new ConfirmPaused(aws.dms, Given.SETTINGS, Given.CLOCK).run(input));
    }

    @Test
    void putsTheResizeOffForOneThatLoadsTables() {
        aws.task("a", "stopped")
                .task(
                        "b",
                        it ->
                                it.status("running")
                                        .migrationType("full-load-and-cdc")
                                        .replicationTaskStats(
                                                stats -> stats.fullLoadProgressPercent(10)));

        var problem = assertThrows(PauseFailed.class, () -> confirm(Given.ago(1, 0), "a"));
        assertEquals(
                "Started during the pause, and in full load, so that stopping would load its tables"
                        + " again: b. The resize is put off until the load is done.",
                problem.getMessage());
    }

    @Test
    void putsTheResizeOffForOneThatWritesThroughAnotherEndpoint() {
        aws.task("a", "stopped")
                .endpoint("STRAY", "sales.example.com")
                .task(
                        "b",
                        it ->
                                it.status("running")
                                        .targetEndpointArn(
                                                "arn:aws:dms:eu-west-1:111122223333:endpoint:STRAY"));

        var problem = assertThrows(PauseFailed.class, () -> confirm(Given.ago(1, 0), "a"));
        assertEquals(
                "Started during the pause, through endpoints that are not configured: b is running"
                    + " (endpoint stray: arn:aws:dms:eu-west-1:111122223333:endpoint:STRAY). The"
                    + " resize is put off: see the setting otherEndpoints.",
                problem.getMessage());
    }

    @Test
    void takesAStatusThatNobodyListedForStoppedAtACriticalDiskAfterAWhile() {
        aws.task("a", "resting");

        assertEquals(
                new ConfirmPaused.Done(
                        Given.BUDGET, "The task is stopped, as far as can be told (a is resting)."),
                confirmCritical(15, 0));
        assertEquals(
                new ConfirmPaused.Working(
                        112, 0, Optional.empty(), "0 of 1 task stopped; a is resting."),
                confirmCritical(14, 59));
        assertEquals(
                new ConfirmPaused.Working(
                        225, 0, Optional.empty(), "0 of 1 task stopped; a is resting."),
                confirm(Given.ago(30, 0), "a"));
    }

    private ConfirmPaused.Answer confirmCritical(long minutes, long seconds) {
        return new ConfirmPaused(aws.dms, Given.SETTINGS, Given.CLOCK)
                .run(input(Recorded.tasks("a"), Given.ago(minutes, seconds), true));
    }

    private static ConfirmPaused.Input input(
            List<PausedTask> tasks, Instant since, boolean critical) {
        return new ConfirmPaused.Input(
                tasks, since, Given.BUDGET, critical, "sales.example.com", Optional.empty());
    }

    @Test
    void shortensTheBudgetWhereDmsSaysWhenItGivesAReplicationUp() {
        aws.serverless(
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
    void takesNoTimeOfAnEarlierStopForThatOfThisOne() {
        aws.serverless(
                "b",
                it -> it.status("stopped").replicationDeprovisionTime(Given.BUDGET.pausedAt()));

        assertEquals(
                new ConfirmPaused.Done(Given.BUDGET, "The task is stopped."),
                confirmAll(Recorded.with("b")));
    }

    @Test
    void givesUpWhereDmsGivesAReplicationUpTooSoon() {
        aws.serverless(
                "b",
                it -> it.status("stopped").replicationDeprovisionTime(Given.NOW.plusSeconds(600)));

        assertThrows(PauseBudgetSpent.class, () -> confirmAll(Recorded.with("b")));
    }
}
