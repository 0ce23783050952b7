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

final class ConfirmResumedTest {
    private final DmsStub dms = new DmsStub();

    @Test
    void isDoneWhenEveryTaskRuns() {
        dms.task("a", "running").task("b", "running");

        assertEquals(
                new Progress.Done("All 2 tasks are running."), confirm(Given.ago(1, 30), "a", "b"));
    }

    @Test
    void watchesTasksThatRunForAMinuteAndAHalf() {
        dms.task("a", "running");

        assertEquals(
                new Progress.Working(20, 100, "All 1 tasks are running; do they stay so?"),
                confirm(Given.ago(1, 29), "a"));
    }

    @Test
    void isDoneAtOnceWhenNoTaskIsLeft() {
        assertEquals(
                new Progress.Done("All 0 tasks are running. Deleted by somebody meanwhile: a."),
                confirm(Given.NOW, "a"));
    }

    @Test
    void isDoneWhenTheOthersWereDeletedAndSaysSo() {
        dms.task("a", "running");

        assertEquals(
                new Progress.Done("All 1 tasks are running. Deleted by somebody meanwhile: b, c."),
                confirm(Given.ago(1, 30), "a", "b", "c"));
    }

    @Test
    void waitsForTasksThatAreStarting() {
        dms.task("a", "running").task("b", "starting");

        assertEquals(
                new Progress.Working(60, 50, "1 of 2 tasks are running; b is starting."),
                confirm(Given.ago(10, 0), "a", "b"));
    }

    @Test
    void doesNotBelieveThatATaskIsStoppedWithinAMinute() {
        dms.task("a", "running").task("b", "stopped");

        assertEquals(
                new Progress.Working(20, 50, "1 of 2 tasks are running; b is stopped."),
                confirm(Given.ago(1, 0), "a", "b"));
    }

    @Test
    void failsWhereATaskStaysStoppedAndSaysWhatDmsSaid() {
        dms.task("a", "running").task("b", "stopped");

        var problem =
                assertThrows(
                        TasksNotRunning.class,
                        () ->
                                confirm(
                                        Given.ago(1, 1),
                                        List.of("b: The log has expired."),
                                        "a",
                                        "b"));

        assertEquals(
                "1 of 2 tasks are running; b is stopped. DMS refused: b: The log has expired.",
                problem.getMessage());
    }

    @Test
    void failsWhereATaskFailedAndSaysWhyItDid() {
        dms.task("a", it -> it.status("failed").stopReason("Stop Reason RECOVERABLE_ERROR"))
                .task("b", "ready");

        var problem = assertThrows(TasksNotRunning.class, () -> confirm(Given.ago(2, 0), "a", "b"));

        assertEquals(
                "0 of 2 tasks are running; a is failed (Stop Reason RECOVERABLE_ERROR), b is"
                        + " ready.",
                problem.getMessage());
    }

    @Test
    void waitsForTheOthersBeforeItFails() {
        dms.task("a", "stopped").task("b", "starting");

        assertEquals(
                new Progress.Working(
                        30, 0, "0 of 2 tasks are running; a is stopped, b is starting."),
                confirm(Given.ago(5, 0), "a", "b"));
    }

    @Test
    void waitsUpToItsLimitAndNoLonger() {
        dms.task("a", "starting");

        assertEquals(
                new Progress.Working(180, 0, "0 of 1 tasks are running; a is starting."),
                confirm(Given.ago(30, 0), "a"));
        var problem = assertThrows(PhaseTimedOut.class, () -> confirm(Given.ago(30, 1), "a"));
        assertEquals(
                "Starting the DMS tasks took longer than its limit of 30 minutes. Last seen: 0 of"
                        + " 1 tasks are running; a is starting.",
                problem.getMessage());
    }

    @Test
    void isDoneWithoutTasks() {
        assertEquals(new Progress.Done("All 0 tasks are running."), confirm(Given.NOW));
    }

    private Progress confirm(Instant since, String... names) {
        return confirm(since, List.of(), names);
    }

    private Progress confirm(Instant since, List<String> refusals, String... names) {
        return new ConfirmResumed(dms, Given.CLOCK)
                .run(new ConfirmResumed.Input(Recorded.tasks(names), since, refusals));
    }
}
