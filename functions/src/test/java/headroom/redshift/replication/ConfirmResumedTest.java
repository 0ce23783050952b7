package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.replication.ConfirmResumed.Answer;
import headroom.redshift.replication.ConfirmResumed.Done;
import headroom.redshift.replication.ConfirmResumed.Down;
import headroom.redshift.replication.ConfirmResumed.Working;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

final class ConfirmResumedTest {
    private final GivenAws aws = new GivenAws();

    @Test
    void notesWhenAllTasksAreFirstSeenRunning() {
        aws.task("a", "running").task("b", "running");

        assertEquals(
                new Working(90, Optional.of(Given.NOW), "All 2 tasks are running."),
                confirm(Given.ago(20, 0), "a", "b"));
    }

    @Test
    void isDoneOnceAllTasksHaveRunForAMinuteAndAHalf() {
        aws.task("a", "running");

        assertEquals(
                new Done(Given.ago(1, 30), "The task is running."),
                confirmRunningSince(Given.ago(1, 30), "a"));
        assertEquals(
                new Working(1, Optional.of(Given.ago(1, 29)), "The task is running."),
                confirmRunningSince(Given.ago(1, 29), "a"));
    }

    @Test
    void beginsAnewAfterALookThatDisagrees() {
        aws.task("a", "running").task("b", "starting");

        assertEquals(
                new Working(37, Optional.empty(), "1 of 2 tasks running; b is starting."),
                confirmRunningSince(Given.ago(1, 0), "a", "b"));
    }

    @Test
    void believesOnlyAfterAWhileThatATaskIsDeletedAndSaysSo() {
        aws.task("a", "running");

        String sentence = "The task is running. Deleted by somebody meanwhile: b, c.";
        assertEquals(
                new Working(90, Optional.of(Given.NOW), sentence),
                confirm(Given.ago(5, 0), "a", "b", "c"));
        assertEquals(
                new Done(Given.ago(1, 30), sentence),
                confirmRunningSince(Given.ago(1, 30), "a", "b", "c"));
    }

    @Test
    void waitsForTasksThatAreStarting() {
        aws.task("a", "running").task("b", "starting");

        assertEquals(
                new Working(75, Optional.empty(), "1 of 2 tasks running; b is starting."),
                confirm(Given.ago(10, 0), "a", "b"));
    }

    @Test
    void doesNotBelieveThatATaskIsStoppedWithinAMinute() {
        aws.task("a", "running").task("b", "stopped");

        assertEquals(
                new Working(25, Optional.empty(), "1 of 2 tasks running; b is stopped."),
                confirm(Given.ago(1, 0), "a", "b"));
    }

    @Test
    void namesATaskThatStaysStoppedWithWhatDmsSaid() {
        aws.task("a", "running").task("b", "stopped");
        String arn = Recorded.tasks("b").getFirst().arn();

        assertEquals(
                new Down(
                        List.of(
                                new Standing(
                                        arn,
                                        Optional.of(
                                                "b is stopped; DMS refuses: The log has"
                                                        + " expired"))),
                        true,
                        "1 of 2 tasks running; b is stopped."),
                confirm(
                        Given.ago(1, 1),
                        List.of(new Refusal(arn, "The log has expired.")),
                        "a",
                        "b"));
    }

    @Test
    void namesATaskThatFailedWithWhyItDid() {
        aws.task("a", it -> it.status("failed").stopReason("Stop Reason RECOVERABLE_ERROR"))
                .task("b", "ready");

        assertEquals(
                new Down(
                        List.of(
                                new Standing(
                                        Recorded.tasks("a").getFirst().arn(),
                                        Optional.of("a is failed (Stop Reason RECOVERABLE_ERROR)")),
                                new Standing(
                                        Recorded.tasks("b").getFirst().arn(),
                                        Optional.of("b is ready"))),
                        true,
                        "0 of 2 tasks running; a is failed (Stop Reason RECOVERABLE_ERROR), b is"
                                + " ready."),
                confirm(Given.ago(2, 0), "a", "b"));
    }

    /// 600 tasks with all that DMS says of each would not go through Step Functions.
    @Test
    void saysOfTheFirstOfManyAloneHowTheyAre() {
        String[] names = IntStream.range(0, 30).mapToObj(each -> "t" + each).toArray(String[]::new);
        for (String name : names) {
            aws.task(name, "stopped");
        }
        var down = (Down) confirm(Given.ago(2, 0), names);

        assertEquals(30, down.standing().size());
        assertEquals(20, down.standing().stream().filter(each -> each.state().isPresent()).count());
    }

    @Test
    void waitsForTheOthersBeforeItFails() {
        aws.task("a", "stopped").task("b", "starting");

        assertEquals(
                new Working(
                        37, Optional.empty(), "0 of 2 tasks running; a is stopped, b is starting."),
                confirm(Given.ago(5, 0), "a", "b"));
    }

    @Test
    void waitsUpToItsLimitAndNoLonger() {
        aws.task("a", "starting");

        assertEquals(
                new Working(337, Optional.empty(), "0 of 1 task running; a is starting."),
                confirm(Given.ago(45, 0), "a"));
        assertEquals(
                new Down(
                        List.of(
                                new Standing(
                                        Recorded.tasks("a").getFirst().arn(),
                                        Optional.of("a is starting"))),
                        false,
                        "Not back after 45 min: 0 of 1 task running; a is starting."),
                confirm(Given.ago(45, 1), "a"));
    }

    @Test
    void waitsForAServerlessReplicationThatIsProvisioned() {
        aws.task("a", "running").serverless("b", "provisioning_capacity");

        assertEquals(
                new Working(
                        150, Optional.empty(), "1 of 2 tasks running; b is provisioning_capacity."),
                new ConfirmResumed(aws.dms, Given.CLOCK)
                        .run(
                                new ConfirmResumed.Input(
                                        Recorded.with("b", "a"),
                                        Given.ago(20, 0),
                                        Optional.empty(),
                                        List.of())));
    }

    @Test
    void countsATaskThatHasEndedByItselfAsDone() {
        aws.task("a", "running")
                .task(
                        "b",
                        it ->
                                it.status("stopped")
                                        .stopReason("Stop Reason STOPPED_AT_COMMIT_TIME"));

        assertEquals(
                new Working(
                        90,
                        Optional.of(Given.NOW),
                        "The task is running. Ended by themselves, so that there is nothing to"
                                + " start: b is stopped (Stop Reason STOPPED_AT_COMMIT_TIME)."),
                confirm(Given.ago(5, 0), "a", "b"));
    }

    @Test
    void isDoneWithoutTasks() {
        assertEquals(new Done(Given.NOW, "No task has to be running."), confirm(Given.NOW));
    }

    private Answer confirm(Instant since, String... names) {
        return confirm(since, List.of(), names);
    }

    private Answer confirm(Instant since, List<Refusal> refusals, String... names) {
        return new ConfirmResumed(aws.dms, Given.CLOCK)
                .run(
                        new ConfirmResumed.Input(
                                Recorded.tasks(names), since, Optional.empty(), refusals));
    }

    private Answer confirmRunningSince(Instant runningSince, String... names) {
        return new ConfirmResumed(aws.dms, Given.CLOCK)
                .run(
                        new ConfirmResumed.Input(
                                Recorded.tasks(names),
                                Given.ago(5, 0),
                                Optional.of(runningSince),
                                List.of()));
    }
}
