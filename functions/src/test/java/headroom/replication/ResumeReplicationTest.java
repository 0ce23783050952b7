package headroom.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.DmsStub;
import headroom.Given;
import headroom.replication.ResumeReplication.Answer;

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

        assertEquals(new Answer(Given.NOW, List.of(), "Starting a, b"), resume("a", "b"));
        assertEquals(List.of("start a resume-processing", "start b resume-processing"), dms.acts);
    }

    @Test
    void findsItsWorkDoneTheSecondTime() {
        dms.task("a", "starting").task("b", "running");

        assertEquals(
                new Answer(Given.NOW, List.of(), "No task had to be started."), resume("a", "b"));
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
                .refuses(
                        "a",
                        (DatabaseMigrationException)
                                DatabaseMigrationException.builder()
                                        .statusCode(400)
                                        .message("The log has expired.")
                                        .build());

        assertEquals(
                new Answer(Given.NOW, List.of("a: The log has expired."), "Starting b"),
                resume("a", "b"));
        assertEquals(List.of("start a resume-processing", "start b resume-processing"), dms.acts);
    }

    @Test
    void keepsTheFirstRefusalsOfManyAndCountsTheRest() {
        String[] names = IntStream.range(0, 30).mapToObj(each -> "t" + each).toArray(String[]::new);
        for (String name : names) {
            dms.task(name, "stopped")
                    .refuses(
                            name,
                            (DatabaseMigrationException)
                                    DatabaseMigrationException.builder()
                                            .statusCode(400)
                                            .message("No.")
                                            .build());
        }

        List<String> refusals = resume(names).refusals();

        assertEquals("t0: No.", refusals.getFirst());
        assertEquals("and 10 more", refusals.getLast());
        assertEquals(21, refusals.size());
    }

    @Test
    void startsTheOthersBeforeItAsksForARepetition() {
        var busy =
                (DatabaseMigrationException)
                        DatabaseMigrationException.builder()
                                .statusCode(503)
                                .message("busy")
                                .build();
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

        assertEquals(
                new Answer(Given.NOW, List.of("a: The connection was not tested."), "Starting b"),
                resume("a", "b"));
        assertEquals(List.of("start a resume-processing", "start b resume-processing"), dms.acts);
    }

    @Test
    void resumesAServerlessReplicationFromItsCheckpoint() {
        dms.task("a", "stopped").serverless("b", "failed");

        assertEquals(
                new Answer(Given.NOW, List.of(), "Starting a, b"),
                new ResumeReplication(dms, Given.CLOCK)
                        .run(new ResumeReplication.Input(Recorded.with("b", "a"))));
        assertEquals(
                List.of("start a resume-processing", "start serverless b resume-processing"),
                dms.acts);
    }

    private Answer resume(String... names) {
        return new ResumeReplication(dms, Given.CLOCK)
                .run(new ResumeReplication.Input(Recorded.tasks(names)));
    }
}
