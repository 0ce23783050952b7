package headroom.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.DmsStub;
import headroom.Given;
import headroom.replication.ConfirmResumed.Answer;
import headroom.step.PhaseTimedOut;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class ConfirmResumedTest {
    private final DmsStub dms = new DmsStub();

    @Test
    void notesWhenAllTasksAreFirstSeenRunning() {
        dms.task("a", "running").task("b", "running");

        assertEquals(
                new Answer(false, 90, Optional.of(Given.NOW), "All 2 tasks are running."),
                confirm(Given.ago(20, 0), "a", "b"));
    }

    @Test
    void isDoneOnceAllTasksHaveRunForAMinuteAndAHalf() {
        dms.task("a", "running");

        assertEquals(
                new Answer(true, 0, Optional.of(Given.ago(1, 30)), "All 1 tasks are running."),
                confirmRunningSince(Given.ago(1, 30), "a"));
        assertEquals(
                new Answer(false, 1, Optional.of(Given.ago(1, 29)), "All 1 tasks are running."),
                confirmRunningSince(Given.ago(1, 29), "a"));
    }

    @Test
    void beginsAnewAfterALookThatDisagrees() {
        dms.task("a", "running").task("b", "starting");

        assertEquals(
                Optional.empty(), confirmRunningSince(Given.ago(1, 0), "a", "b").runningSince());
    }

    @Test
    void believesOnlyAfterAWhileThatATaskIsDeletedAndSaysSo() {
        dms.task("a", "running");

        String sentence = "All 1 tasks are running. Deleted by somebody meanwhile: b, c.";
        assertEquals(
                new Answer(false, 90, Optional.of(Given.NOW), sentence),
                confirm(Given.ago(5, 0), "a", "b", "c"));
        assertEquals(
                new Answer(true, 0, Optional.of(Given.ago(1, 30)), sentence),
                confirmRunningSince(Given.ago(1, 30), "a", "b", "c"));
    }

    @Test
    void waitsForTasksThatAreStarting() {
        dms.task("a", "running").task("b", "starting");

        assertEquals(
                new Answer(false, 75, Optional.empty(), "1 of 2 tasks are running; b is starting."),
                confirm(Given.ago(10, 0), "a", "b"));
    }

    @Test
    void doesNotBelieveThatATaskIsStoppedWithinAMinute() {
        dms.task("a", "running").task("b", "stopped");

        assertEquals(
                new Answer(false, 25, Optional.empty(), "1 of 2 tasks are running; b is stopped."),
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
                new Answer(
                        false,
                        37,
                        Optional.empty(),
                        "0 of 2 tasks are running; a is stopped, b is starting."),
                confirm(Given.ago(5, 0), "a", "b"));
    }

    @Test
    void waitsUpToItsLimitAndNoLonger() {
        dms.task("a", "starting");

        assertEquals(
                new Answer(
                        false, 337, Optional.empty(), "0 of 1 tasks are running; a is starting."),
                confirm(Given.ago(45, 0), "a"));
        var problem = assertThrows(PhaseTimedOut.class, () -> confirm(Given.ago(45, 1), "a"));
        assertEquals(
                "Starting the DMS tasks took longer than its limit of 45 minutes. Last seen: 0 of"
                        + " 1 tasks are running; a is starting.",
                problem.getMessage());
    }

    @Test
    void waitsForAServerlessReplicationThatIsProvisioned() {
        dms.task("a", "running").serverless("b", "provisioning_capacity");

        assertEquals(
                new Answer(
                        false,
                        150,
                        Optional.empty(),
                        "1 of 2 tasks are running; b is provisioning_capacity."),
                new ConfirmResumed(dms, Given.CLOCK)
                        .run(
                                new ConfirmResumed.Input(
                                        Recorded.with("b", "a"),
                                        Given.ago(20, 0),
                                        Optional.empty(),
                                        List.of())));
    }

    @Test
    void countsATaskThatHasEndedByItselfAsDone() {
        dms.task("a", "running")
                .task(
                        "b",
                        it ->
                                it.status("stopped")
                                        .stopReason("Stop Reason STOPPED_AT_COMMIT_TIME"));

        assertEquals(
                new Answer(
                        false,
                        90,
                        Optional.of(Given.NOW),
                        "All 1 tasks are running. Ended by themselves, so that there is nothing to"
                                + " start: b is stopped (Stop Reason STOPPED_AT_COMMIT_TIME)."),
                confirm(Given.ago(5, 0), "a", "b"));
    }

    @Test
    void isDoneWithoutTasks() {
        assertEquals(
                new Answer(true, 90, Optional.of(Given.NOW), "All 0 tasks are running."),
                confirm(Given.NOW));
    }

    private Answer confirm(Instant since, String... names) {
        return confirm(since, List.of(), names);
    }

    private Answer confirm(Instant since, List<String> refusals, String... names) {
        return new ConfirmResumed(dms, Given.CLOCK)
                .run(
                        new ConfirmResumed.Input(
                                Recorded.tasks(names), since, Optional.empty(), refusals));
    }

    private Answer confirmRunningSince(Instant runningSince, String... names) {
        return new ConfirmResumed(dms, Given.CLOCK)
                .run(
                        new ConfirmResumed.Input(
                                Recorded.tasks(names),
                                Given.ago(5, 0),
                                Optional.of(runningSince),
                                List.of()));
    }
}
