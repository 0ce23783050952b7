package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.DmsStub;
import headroom.redshift.Given;
import headroom.step.Started;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.databasemigration.model.AccessDeniedException;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.util.List;

final class PauseReplicationTest {
    private final DmsStub dms = new DmsStub();

    @Test
    void stopsTheRecordedTasksThatRun() {
        dms.task("a", "running").task("b", "running").task("not recorded", "running");

        assertEquals(new Started(Given.NOW, "Stopping a, b"), pause("a", "b"));
        assertEquals(List.of("stop a", "stop b"), dms.acts);
    }

    @Test
    void findsItsWorkDoneTheSecondTime() {
        dms.task("a", "stopping").task("b", "stopped");

        assertEquals(new Started(Given.NOW, "No task is running."), pause("a", "b"));
        assertEquals(List.of(), dms.acts);
    }

    @Test
    void passesOverATaskThatWasDeleted() {
        dms.task("b", "running");

        assertEquals(new Started(Given.NOW, "Stopping b"), pause("a", "b"));
        assertEquals(List.of("stop b"), dms.acts);
    }

    @Test
    void goesOnWhereATaskStoppedByItselfMeanwhile() {
        dms.task("a", "running")
                .task("b", "running")
                .refuses("a", InvalidResourceStateException.builder().message("stopped").build());

        pause("a", "b");

        assertEquals(List.of("stop a", "stop b"), dms.acts);
    }

    @Test
    void stopsTheOthersBeforeItAsksForARepetition() {
        var throttled =
                (DatabaseMigrationException)
                        DatabaseMigrationException.builder()
                                .awsErrorDetails(
                                        AwsErrorDetails.builder()
                                                .errorCode("ThrottlingException")
                                                .build())
                                .statusCode(400)
                                .build();
        dms.task("a", "running").task("b", "running").refuses("a", throttled);

        assertSame(
                throttled, assertThrows(DatabaseMigrationException.class, () -> pause("a", "b")));
        assertEquals(List.of("stop a", "stop b"), dms.acts);
    }

    @Test
    void failsWhereDmsRefuses() {
        var denied = AccessDeniedException.builder().statusCode(400).build();
        dms.task("a", "running").task("b", "running").refuses("a", denied);

        assertSame(denied, assertThrows(AccessDeniedException.class, () -> pause("a", "b")));
        assertEquals(List.of("stop a"), dms.acts);
    }

    @Test
    void stopsAServerlessReplicationThatRuns() {
        dms.task("a", "running")
                .serverless("b", "running")
                .refuses("b", InvalidResourceStateException.builder().message("stopped").build());

        assertEquals(
                new Started(Given.NOW, "Stopping a, b"),
                new PauseReplication(dms, Given.CLOCK)
                        .run(new PauseReplication.Input(Recorded.with("b", "a"), Given.BUDGET)));
        assertEquals(List.of("stop a", "stop serverless b"), dms.acts);
    }

    @Test
    void doesNotMindATaskThatIsGoneBetweenTheLookAndTheStop() {
        dms.task("a", "running")
                .task("b", "running")
                .refuses("a", ResourceNotFoundException.builder().message("gone").build());

        assertEquals(new Started(Given.NOW, "Stopping a, b"), pause("a", "b"));
        assertEquals(List.of("stop a", "stop b"), dms.acts);
    }

    @Test
    void asksNothingOfDmsWithoutTasks() {
        assertEquals(new Started(Given.NOW, "No task is running."), pause());
        assertEquals(List.of(), dms.looks);
    }

    private Started pause(String... names) {
        return new PauseReplication(dms, Given.CLOCK)
                .run(new PauseReplication.Input(Recorded.tasks(names), Given.BUDGET));
    }
}
