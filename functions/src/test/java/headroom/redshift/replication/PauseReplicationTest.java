package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.step.Started;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.databasemigration.model.AccessDeniedException;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksRequest;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.util.List;

final class PauseReplicationTest {
    private final GivenAws aws = new GivenAws();

    @Test
    void stopsTheRecordedTasksThatRun() {
        aws.task("a", "running").task("b", "running").task("not recorded", "running");

        assertEquals(new Started(Given.NOW, "Stopping a, b"), pause("a", "b"));
        assertEquals(List.of("stop a", "stop b"), aws.dmsActs());
    }

    @Test
    void findsItsWorkDoneTheSecondTime() {
        aws.task("a", "stopping").task("b", "stopped");

        assertEquals(new Started(Given.NOW, "No task is running."), pause("a", "b"));
        assertEquals(List.of(), aws.dmsActs());
    }

    @Test
    void passesOverATaskThatWasDeleted() {
        aws.task("b", "running");

        assertEquals(new Started(Given.NOW, "Stopping b"), pause("a", "b"));
        assertEquals(List.of("stop b"), aws.dmsActs());
    }

    @Test
    void goesOnWhereATaskStoppedByItselfMeanwhile() {
        aws.task("a", "running")
                .task("b", "running")
                .refuses("a", InvalidResourceStateException.builder().message("stopped").build());

        pause("a", "b");

        assertEquals(List.of("stop a", "stop b"), aws.dmsActs());
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
        aws.task("a", "running").task("b", "running").refuses("a", throttled);

        assertSame(
                throttled, assertThrows(DatabaseMigrationException.class, () -> pause("a", "b")));
        assertEquals(List.of("stop a", "stop b"), aws.dmsActs());
    }

    @Test
    void failsWhereDmsRefuses() {
        var denied = AccessDeniedException.builder().statusCode(400).build();
        aws.task("a", "running").task("b", "running").refuses("a", denied);

        assertSame(denied, assertThrows(AccessDeniedException.class, () -> pause("a", "b")));
        assertEquals(List.of("stop a"), aws.dmsActs());
    }

    @Test
    void stopsAServerlessReplicationThatRuns() {
        aws.task("a", "running")
                .serverless("b", "running")
                .refuses("b", InvalidResourceStateException.builder().message("stopped").build());

        assertEquals(
                new Started(Given.NOW, "Stopping a, b"),
                new PauseReplication(aws.dms, Given.CLOCK)
                        .run(new PauseReplication.Input(Recorded.with("b", "a"), Given.BUDGET)));
        assertEquals(List.of("stop a", "stop serverless b"), aws.dmsActs());
    }

    @Test
    void doesNotMindATaskThatIsGoneBetweenTheLookAndTheStop() {
        aws.task("a", "running")
                .task("b", "running")
                .refuses("a", ResourceNotFoundException.builder().message("gone").build());

        assertEquals(new Started(Given.NOW, "Stopping a, b"), pause("a", "b"));
        assertEquals(List.of("stop a", "stop b"), aws.dmsActs());
    }

    @Test
    void asksNothingOfDmsWithoutTasks() {
        assertEquals(new Started(Given.NOW, "No task is running."), pause());
        assertEquals(List.of(), aws.asked(DescribeReplicationTasksRequest.class));
    }

    private Started pause(String... names) {
        return new PauseReplication(aws.dms, Given.CLOCK)
                .run(new PauseReplication.Input(Recorded.tasks(names), Given.BUDGET));
    }
}
