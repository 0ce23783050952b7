package headroom.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.DmsStub;
import headroom.Given;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

final class ConfirmPausedTest {
    private final DmsStub dms = new DmsStub();

    @Test
    void isDoneWhenEveryTaskIsStopped() {
        dms.task("a", "stopped").task("b", "stopped");

        assertEquals(
                new Progress.Done("All 2 tasks are stopped."), confirm(Given.ago(0, 30), "a", "b"));
    }

    @Test
    void waitsForTasksThatAreStillStopping() {
        dms.task("a", "stopped").task("b", "stopping").task("c", "running");

        assertEquals(
                new Progress.Working(
                        25, 33, "1 of 3 tasks are stopped; b is stopping, c is running."),
                confirm(Given.ago(2, 0), "a", "b", "c"));
    }

    @Test
    void refusesATaskThatRunsOnTwoMinutesAfterItWasStopped() {
        dms.task("a", "stopped").task("b", "running");

        var problem = assertThrows(PauseFailed.class, () -> confirm(Given.ago(2, 1), "a", "b"));
        assertEquals(
                "1 of 2 tasks are stopped; b is running. What runs was started after the plan, or"
                        + " could not be stopped.",
                problem.getMessage());
    }

    @Test
    void doesNotWaitForATaskThatWasDeleted() {
        dms.task("a", "stopped");

        assertEquals(
                new Progress.Done("All 2 tasks are stopped."), confirm(Given.ago(0, 0), "a", "b"));
    }

    @Test
    void failsWhereATaskFailedInsteadOfStopping() {
        dms.task("a", "stopping")
                .task("b", it -> it.status("failed").stopReason("Stop Reason FATAL_ERROR"));

        var problem = assertThrows(PauseFailed.class, () -> confirm(Given.ago(0, 30), "a", "b"));

        assertEquals(
                "Instead of stopping, b is failed (Stop Reason FATAL_ERROR). Its error is in the"
                        + " task's log in CloudWatch Logs.",
                problem.getMessage());
    }

    @Test
    void waitsUpToItsLimitAndNoLonger() {
        dms.task("a", "stopping");

        assertEquals(
                new Progress.Working(337, 0, "0 of 1 tasks are stopped; a is stopping."),
                confirm(Given.ago(45, 0), "a"));
        var problem = assertThrows(PhaseTimedOut.class, () -> confirm(Given.ago(45, 1), "a"));
        assertEquals(
                "Stopping the DMS tasks took longer than its limit of 45 minutes. Last seen: 0 of"
                        + " 1 tasks are stopped; a is stopping.",
                problem.getMessage());
    }

    @Test
    void isDoneAfterItsLimitToo() {
        dms.task("a", "stopped");

        assertEquals(new Progress.Done("All 1 tasks are stopped."), confirm(Given.ago(90, 0), "a"));
    }

    @Test
    void waitsForAServerlessReplicationAsForATask() {
        dms.task("a", "stopped").serverless("b", "stopping");

        assertEquals(
                new Progress.Working(25, 50, "1 of 2 tasks are stopped; b is stopping."),
                confirmAll(Recorded.with("b", "a")));
    }

    @Test
    void failsWhereAServerlessReplicationFailedInsteadOfStopping() {
        dms.serverless("b", "failed");

        assertThrows(PauseFailed.class, () -> confirmAll(Recorded.with("b")));
    }

    private Progress confirmAll(List<PausedTask> tasks) {
        return new ConfirmPaused(dms, Given.CLOCK)
                .run(new ConfirmPaused.Input(tasks, Given.ago(0, 30), Given.BUDGET));
    }

    @Test
    void isDoneWithoutTasks() {
        assertEquals(new Progress.Done("All 0 tasks are stopped."), confirm(Given.NOW));
        assertEquals(List.of(), dms.looks);
    }

    private Progress confirm(Instant since, String... names) {
        return new ConfirmPaused(dms, Given.CLOCK)
                .run(new ConfirmPaused.Input(Recorded.tasks(names), since, Given.BUDGET));
    }
}
