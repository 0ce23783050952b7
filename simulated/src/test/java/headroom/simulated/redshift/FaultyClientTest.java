package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.faults.Faults;
import headroom.simulated.faults.FaultyClient;
import headroom.simulated.faults.InvocationTimer;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

final class FaultyClientTest {
    private final Scheduler scheduler = new Scheduler(Instant.parse("2026-11-22T04:00:00Z"));
    private final Journal journal = new Journal(scheduler);
    private final List<SimulatedTask> tasks = Stream.of("a", "b", "c").map(this::task).toList();

    private SimulatedTask task(String name) {
        return new ProvisionedTask(
                name,
                SimulatedEndpoint.S3,
                "running",
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
    }

    @Test
    void letsPaginatorsRunAndStrikesTheirCalls() {
        DatabaseMigrationClient dms = dms("dms.DescribeReplicationTasks#2:THROTTLED");

        var problem = assertThrows(DatabaseMigrationException.class, () -> statuses(dms));

        assertTrue(problem.isThrottlingException());
        assertEquals(List.of("running", "running", "running"), statuses(dms));
    }

    @Test
    void refusesBeforeTheEffect() {
        DatabaseMigrationClient dms =
                dms("dms.StopReplicationTask#1:InvalidResourceStateException");

        assertThrows(InvalidResourceStateException.class, () -> stop(dms));

        assertEquals("running", tasks.getFirst().status());
    }

    @Test
    void losesTheAnswerAfterTheEffect() {
        DatabaseMigrationClient dms = dms("dms.StopReplicationTask#1:ANSWER_LOST");

        assertThrows(SdkClientException.class, () -> stop(dms));

        assertEquals("stopping", tasks.getFirst().status());
    }

    @Test
    void answersWithWhatTheSecondOfTwoCallsSays() {
        DatabaseMigrationClient dms = dms("dms.StopReplicationTask#1:TWICE");

        assertThrows(InvalidResourceStateException.class, () -> stop(dms));

        assertEquals(1, journal.calls("StopReplicationTask").size());
    }

    @Test
    void showsTheWorldAsItWasAtTheLastLook() {
        DatabaseMigrationClient dms = dms("dms.DescribeReplicationTasks#3x2:STALE");
        statuses(dms);
        stop(dms);

        assertEquals(List.of("running", "running", "running"), statuses(dms));
        assertEquals(List.of("stopping", "running", "running"), statuses(dms));
    }

    @Test
    void showsNothingThatIsOlderThanAMinute() {
        DatabaseMigrationClient dms = dms("dms.DescribeReplicationTasks#3+:STALE");
        statuses(dms);
        stop(dms);
        scheduler.after(Duration.ofSeconds(61), () -> {});
        for (int each = 0; each < 2; each++) {
            assertTrue(scheduler.runNext(), "stopped, and then a minute gone");
        }

        assertEquals(List.of("stopped", "running", "running"), statuses(dms));
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED, 400", "SERVER_ERROR, 500", "UNAVAILABLE, 503"})
    void throwsWhatTheSdkMakesOfAnErrorThatTheModelDoesNotName(String kind, int status) {
        DatabaseMigrationClient dms = dms("dms.StopReplicationTask#1:" + kind);

        var problem = assertThrows(DatabaseMigrationException.class, () -> stop(dms));

        assertEquals(status, problem.statusCode());
        assertEquals(kind.equals("THROTTLED"), problem.isThrottlingException());
    }

    @Test
    void givesAMissingThingItsStatus() {
        DatabaseMigrationClient dms = dms("dms.StopReplicationTask#1:ResourceNotFoundException");

        var problem = assertThrows(ResourceNotFoundException.class, () -> stop(dms));

        assertEquals(404, problem.statusCode());
        assertFalse(problem.isThrottlingException());
    }

    @Test
    void saysInTheJournalWhatWasStruck() {
        DatabaseMigrationClient dms = dms("dms.StopReplicationTask#1:NO_CONNECTION");

        assertThrows(SdkClientException.class, () -> stop(dms));

        assertEquals(
                List.of("dms.StopReplicationTask call 1: NO_CONNECTION"),
                journal.entries(Kind.FAULT)
                        .map(each -> each.name() + " " + each.detail())
                        .toList());
    }

    private DatabaseMigrationClient dms(String fault) {
        Faults faults = new Faults(List.of(RedshiftFaults.KINDS.parse(fault)), journal);
        SimulatedDms real =
                new SimulatedDms(
                        tasks,
                        SimulatedDms.QUOTA,
                        Duration.ofHours(24),
                        new Disk(scheduler, 0, 0),
                        faults,
                        scheduler,
                        journal);
        return FaultyClient.around(
                real,
                DatabaseMigrationClient.class,
                RedshiftFaults.KINDS,
                faults,
                scheduler,
                new InvocationTimer(scheduler, journal, faults));
    }

    private void stop(DatabaseMigrationClient dms) {
        dms.stopReplicationTask(request -> request.replicationTaskArn(tasks.getFirst().arn()));
    }

    private static List<String> statuses(DatabaseMigrationClient dms) {
        return dms.describeReplicationTasksPaginator().stream()
                .flatMap(page -> page.replicationTasks().stream())
                .map(each -> each.status())
                .toList();
    }
}
