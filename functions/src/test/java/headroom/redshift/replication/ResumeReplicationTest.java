package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.DmsStub;
import headroom.redshift.Given;
import headroom.redshift.replication.ResumeReplication.Answer;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;

import java.util.List;
import java.util.stream.IntStream;

final class ResumeReplicationTest {
    private final DmsStub dms = new DmsStub();

    @Test
    void resumesTheRecordedTasksThatAreStoppedFromTheirCheckpoint() {
        dms.task("a", "stopped").task("b", "failed").task("not recorded", "stopped");

        assertEquals(new Answer(Given.NOW, true, List.of(), "Starting a, b"), resume("a", "b"));
        assertEquals(List.of("start a resume-processing", "start b resume-processing"), dms.acts);
    }

    @Test
    void findsItsWorkDoneTheSecondTime() {
        dms.task("a", "starting").task("b", "running");

        assertEquals(
                new Answer(Given.NOW, true, List.of(), "No task had to be started."),
                resume("a", "b"));
        assertEquals(List.of(), dms.acts);
    }

    @Test
    void neverStartsATaskThatNeverRanOrThatWasDeleted() {
        dms.task("a", "ready");

        resume("a", "b");

        assertEquals(List.of(), dms.acts);
    }

    @Test
    void startsTheOthersWhereOneIsRefused() {
        dms.task("a", "stopped")
                .task("b", "stopped")
                .refuses("a", problem(400, "The log has expired."));

        assertStartsAllBut("The log has expired.");
    }

    @Test
    void keepsTheFirstRefusalsOfMany() {
        String[] names = IntStream.range(0, 30).mapToObj(each -> "t" + each).toArray(String[]::new);
        for (String name : names) {
            dms.task(name, "stopped").refuses(name, problem(400, "No."));
        }

        List<Refusal> refusals = resume(names).refusals();

        assertEquals(refusal("t0", "No."), refusals.getFirst());
        assertEquals(20, refusals.size());
    }

    /// Whoever finds all running has no reason to say that any stood still.
    @Test
    void saysWhetherAnyTaskStood() {
        dms.task("a", "running")
                .task(
                        "b",
                        it ->
                                it.status("stopped")
                                        .stopReason("Stop Reason FULL_LOAD_ONLY_FINISHED"))
                .task("c", "stopping");

        assertEquals(false, resume("a", "b", "deleted").stood());
        assertEquals(true, resume("a", "c").stood());
    }

    @Test
    void startsTheOthersBeforeItAsksForARepetition() {
        var busy = problem(503, "busy");
        dms.task("a", "stopped").task("b", "stopped").refuses("a", busy);

        assertSame(busy, assertThrows(DatabaseMigrationException.class, () -> resume("a", "b")));
        assertEquals(List.of("start a resume-processing", "start b resume-processing"), dms.acts);
    }

    /// DMS answers so for a task that somebody else started meanwhile, and also for one that cannot
    /// start, since its connection was not tested. Which it is, the confirmation finds out.
    @Test
    void keepsWhatDmsSaysOfATaskInAnotherState() {
        dms.task("a", "stopped")
                .task("b", "stopped")
                .refuses(
                        "a",
                        InvalidResourceStateException.builder()
                                .statusCode(400)
                                .message("The connection was not tested.")
                                .build());

        assertStartsAllBut("The connection was not tested.");
    }

    @Test
    void resumesAServerlessReplicationFromItsCheckpoint() {
        dms.task("a", "stopped").serverless("b", "failed");

        assertEquals(
                new Answer(Given.NOW, true, List.of(), "Starting a, b"),
                new ResumeReplication(dms, Given.CLOCK)
                        .run(new ResumeReplication.Input(Recorded.with("b", "a"))));
        assertEquals(
                List.of("start a resume-processing", "start serverless b resume-processing"),
                dms.acts);
    }

    private static DatabaseMigrationException problem(int status, String message) {
        return (DatabaseMigrationException)
                DatabaseMigrationException.builder().statusCode(status).message(message).build();
    }

    private static Refusal refusal(String name, String reason) {
        return new Refusal(Recorded.tasks(name).getFirst().arn(), reason);
    }

    /// Of `a` and `b`.
    private void assertStartsAllBut(String refusalOfA) {
        assertEquals(
                new Answer(Given.NOW, true, List.of(refusal("a", refusalOfA)), "Starting b"),
                resume("a", "b"));
        assertEquals(List.of("start a resume-processing", "start b resume-processing"), dms.acts);
    }

    private Answer resume(String... names) {
        return new ResumeReplication(dms, Given.CLOCK)
                .run(new ResumeReplication.Input(Recorded.tasks(names)));
    }
}
