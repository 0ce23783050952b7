package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.replication.ResumeReplication.Answer;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;

import java.util.List;
import java.util.stream.IntStream;

final class ResumeReplicationTest {
    private final GivenAws aws = new GivenAws();

    @Test
    void resumesTheRecordedTasksThatAreStoppedFromTheirCheckpoint() {
        aws.task("a", "stopped").task("b", "failed").task("not recorded", "stopped");

        assertEquals(new Answer(Given.NOW, true, List.of(), "Starting a, b"), resume("a", "b"));
        assertEquals(
                List.of("start a resume-processing", "start b resume-processing"), aws.dmsActs());
    }

    @Test
    void findsItsWorkDoneTheSecondTime() {
        aws.task("a", "starting").task("b", "running");

        assertEquals(
                new Answer(Given.NOW, true, List.of(), "No task had to be started."),
                resume("a", "b"));
        assertEquals(List.of(), aws.dmsActs());
    }

    @Test
    void neverStartsATaskThatNeverRanOrThatWasDeleted() {
        aws.task("a", "ready");

        resume("a", "b");

        assertEquals(List.of(), aws.dmsActs());
    }

    @Test
    void startsTheOthersWhereOneIsRefused() {
        aws.task("a", "stopped")
                .task("b", "stopped")
                .refuses(
                        "a",
                        (DatabaseMigrationException)
                                DatabaseMigrationException.builder()
                                        .statusCode(400)
                                        .message("The log has expired.")
                                        .build());

        assertEquals(
                new Answer(
                        Given.NOW,
                        true,
                        List.of(refusal("a", "The log has expired.")),
                        "Starting b"),
                resume("a", "b"));
        assertEquals(
                List.of("start a resume-processing", "start b resume-processing"), aws.dmsActs());
    }

    @Test
    void keepsTheFirstRefusalsOfMany() {
        String[] names = IntStream.range(0, 30).mapToObj(each -> "t" + each).toArray(String[]::new);
        for (String name : names) {
            aws.task(name, "stopped")
                    .refuses(
                            name,
                            (DatabaseMigrationException)
                                    DatabaseMigrationException.builder()
                                            .statusCode(400)
                                            .message("No.")
                                            .build());
        }

        List<Refusal> refusals = resume(names).refusals();

        assertEquals(refusal("t0", "No."), refusals.getFirst());
        assertEquals(20, refusals.size());
    }

    /// Whoever finds all running has no reason to say that any stood still.
    @Test
    void saysWhetherAnyTaskStood() {
        aws.task("a", "running")
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
        var busy =
                (DatabaseMigrationException)
                        DatabaseMigrationException.builder()
                                .statusCode(503)
                                .message("busy")
                                .build();
        aws.task("a", "stopped").task("b", "stopped").refuses("a", busy);

        assertSame(busy, assertThrows(DatabaseMigrationException.class, () -> resume("a", "b")));
        assertEquals(
                List.of("start a resume-processing", "start b resume-processing"), aws.dmsActs());
    }

    /// DMS answers so for a task that somebody else started meanwhile, and also for one that cannot
    /// start, since its connection was not tested. Which it is, the confirmation finds out.
    @Test
    void keepsWhatDmsSaysOfATaskInAnotherState() {
        aws.task("a", "stopped")
                .task("b", "stopped")
                .refuses(
                        "a",
                        InvalidResourceStateException.builder()
                                .statusCode(400)
                                .message("The connection was not tested.")
                                .build());

        assertEquals(
                new Answer(
                        Given.NOW,
                        true,
                        List.of(refusal("a", "The connection was not tested.")),
                        "Starting b"),
                resume("a", "b"));
        assertEquals(
                List.of("start a resume-processing", "start b resume-processing"), aws.dmsActs());
    }

    @Test
    void resumesAServerlessReplicationFromItsCheckpoint() {
        aws.task("a", "stopped").serverless("b", "failed");

        assertEquals(
                new Answer(Given.NOW, true, List.of(), "Starting a, b"),
                new ResumeReplication(aws.dms, Given.CLOCK)
                        .run(new ResumeReplication.Input(Recorded.with("b", "a"))));
        assertEquals(
                List.of("start a resume-processing", "start serverless b resume-processing"),
                aws.dmsActs());
    }

    private static Refusal refusal(String name, String reason) {
        return new Refusal(Recorded.tasks(name).getFirst().arn(), reason);
    }

    private Answer resume(String... names) {
        return new ResumeReplication(aws.dms, Given.CLOCK)
                .run(new ResumeReplication.Input(Recorded.tasks(names)));
    }
}
