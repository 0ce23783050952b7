package headroom.rehearsal.redshift.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replications;
import headroom.redshift.replication.StrayEndpoint;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedEndpoint;
import headroom.simulated.redshift.SimulatedTask;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.databasemigration.model.AccessDeniedException;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the simulated DMS shows, seen through the code that reads the real one.
final class SimulatedDmsTest {
    @Test
    void showsTasksOfEitherKindButNotThoseOfZeroEtl() {
        RedshiftSimulation simulation =
                simulation(Setup.ORDINARY.withServerless("clicks").withZeroEtl("zero-etl"));

        assertEquals(
                List.of("orders", "customers", "payments", "clickstream", "clicks"),
                writing(simulation).stream().map(Replication::name).toList());
    }

    @Test
    void showsTheEndpointThatIsInNoSetting() {
        assertEquals(List.of(), stray(simulation(Setup.ORDINARY)));
        assertEquals(
                List.of(new StrayEndpoint(SimulatedEndpoint.STRAY.arn(), "marketing")),
                stray(simulation(Setup.ORDINARY.withStrayEndpoint())));
    }

    @Test
    void showsHowFarALoadIs() {
        RedshiftSimulation simulation =
                simulation(Setup.ORDINARY.withFullLoad("history", Duration.ofMinutes(60)));

        assertEquals(40, percent(simulation));
        simulation.scheduler().pass(Duration.ofMinutes(30));
        assertEquals(70, percent(simulation));
        assertEquals(true, loads(simulation));
        simulation.scheduler().pass(Duration.ofMinutes(30));
        assertEquals(100, percent(simulation));
        assertEquals(false, loads(simulation));
    }

    @Test
    void loadsAnewWhereALoadWasStopped() {
        RedshiftSimulation simulation =
                simulation(Setup.ORDINARY.withFullLoad("history", Duration.ofMinutes(60)));

        String arn = task("history", simulation).arn();
        simulation.dms().stopReplicationTask(it -> it.replicationTaskArn(arn));
        simulation.scheduler().pass(Duration.ofMinutes(5));
        assertEquals(0, percent(simulation));
        simulation
                .dms()
                .startReplicationTask(
                        it ->
                                it.replicationTaskArn(arn)
                                        .startReplicationTaskType("resume-processing"));
        simulation.scheduler().pass(Duration.ofMinutes(65));
        assertEquals(100, percent(simulation));

        simulation.dms().stopReplicationTask(it -> it.replicationTaskArn(arn));
        simulation.scheduler().pass(Duration.ofMinutes(5));
        assertEquals(100, percent(simulation));
    }

    @Test
    void provisionsAServerlessReplicationAtEachStart() {
        RedshiftSimulation simulation = simulation(Setup.ORDINARY.withServerless("clicks"));
        String arn = task("clicks", simulation).arn();

        simulation.dms().stopReplication(it -> it.replicationConfigArn(arn));
        simulation.scheduler().pass(Duration.ofMinutes(2));
        Instant start = simulation.scheduler().now();
        resume(arn, "resume-processing", simulation);
        simulation.scheduler().pass(Duration.ofMinutes(15));

        List<Entry> shown = simulation.journal().entries(Kind.TASK).toList();
        assertEquals(
                List.of("stopped", "provisioning_capacity", "replication_starting", "running"),
                shown.stream().map(Entry::detail).toList());
        Instant running = shown.getLast().at();
        assertEquals(Duration.ofMinutes(14), Duration.between(start, running));
    }

    @Test
    void refusesToStopOrStartWhatIsNotInTheState() {
        RedshiftSimulation simulation = simulation(Setup.ORDINARY.withServerless("clicks"));
        String arn = task("clicks", simulation).arn();

        assertThrows(
                InvalidResourceStateException.class,
                () -> resume(arn, "resume-processing", simulation));
        var first =
                assertThrows(
                        DatabaseMigrationException.class,
                        () -> resume(arn, "start-replication", simulation));
        assertEquals("InvalidParameterCombinationException", first.awsErrorDetails().errorCode());
        simulation.dms().stopReplication(it -> it.replicationConfigArn(arn));
        assertThrows(
                InvalidResourceStateException.class,
                () -> simulation.dms().stopReplication(it -> it.replicationConfigArn(arn)));
    }

    @Test
    void letsNobodyStopWhatZeroEtlRuns() {
        RedshiftSimulation simulation = simulation(Setup.ORDINARY.withZeroEtl("zero-etl"));
        String arn = task("zero-etl", simulation).arn();

        assertThrows(
                AccessDeniedException.class,
                () -> simulation.dms().stopReplication(it -> it.replicationConfigArn(arn)));
    }

    private static RedshiftSimulation simulation(Setup setup) {
        RedshiftSimulation simulation = new RedshiftSimulation(setup.withDisk(1));
        simulation.startNothingMore();
        return simulation;
    }

    private static void resume(String arn, String type, RedshiftSimulation simulation) {
        simulation
                .dms()
                .startReplication(it -> it.replicationConfigArn(arn).startReplicationType(type));
    }

    private static List<Replication> writing(RedshiftSimulation simulation) {
        return Replications.writingTo(simulation.dms(), List.of(Setup.ENDPOINT));
    }

    private static List<StrayEndpoint> stray(RedshiftSimulation simulation) {
        return StrayEndpoint.of(simulation.dms(), SimulatedDms.ADDRESS, List.of(Setup.ENDPOINT));
    }

    private static SimulatedTask task(String name, RedshiftSimulation simulation) {
        return simulation.dms().tasks().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean loads(RedshiftSimulation simulation) {
        return writing(simulation).stream().anyMatch(Replication::loadsTables);
    }

    private static int percent(RedshiftSimulation simulation) {
        return simulation.dms().describeReplicationTasksPaginator().stream()
                .flatMap(page -> page.replicationTasks().stream())
                .filter(each -> each.replicationTaskIdentifier().equals("history"))
                .map(each -> each.replicationTaskStats().fullLoadProgressPercent())
                .findFirst()
                .orElseThrow();
    }
}
