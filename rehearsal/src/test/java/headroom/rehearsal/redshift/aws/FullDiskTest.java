package headroom.rehearsal.redshift.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.redshift.aws.RedshiftBehaviour.Quirk;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class FullDiskTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void holdsNoMoreThanItsDisks() {
        assertEquals(
                100, new OneCluster(4, 130, RedshiftBehaviour.ORDINARY).redshift.diskPercent());

        RedshiftSimulation simulation = new RedshiftSimulation(Setup.ORDINARY.withDisk(99.9));
        simulation.flood(1000);
        pass(simulation, Duration.ofHours(1));
        assertEquals(100, simulation.redshift().diskPercent());
        assertEquals(
                List.of("storage-full, 4 nodes, disk 100.0 %"),
                simulation.journal().entries(Kind.CLUSTER).map(Entry::detail).toList());
    }

    @Test
    void isShownByTheClustersStatusFromTheBeginning() {
        OneCluster full = full(RedshiftBehaviour.ORDINARY);
        assertEquals("storage-full", full.look().clusterStatus());
        assertEquals("Available", full.look().clusterAvailabilityStatus());
        assertFalse(full.redshift.takesWrites());
        assertFalse(full.redshift.isSilent());
        full.pass(Duration.ofMinutes(1));
        assertEquals(List.of("storage-full, 4 nodes, disk 100.0 %"), full.statuses());
    }

    @Test
    void takesNoSnapshot() {
        OneCluster full = full(RedshiftBehaviour.ORDINARY);
        assertThrows(
                InvalidClusterStateException.class,
                () ->
                        full.redshift.createClusterSnapshot(
                                request ->
                                        request.clusterIdentifier(Setup.CLUSTER)
                                                .snapshotIdentifier("one")));
    }

    @Test
    void isNoMoreOnceAResizeHasMadeRoom() {
        OneCluster full = full(RedshiftBehaviour.ORDINARY);
        full.resizeElastically(8);
        full.pass(Duration.ofMinutes(30));
        assertEquals("available", full.look().clusterStatus());
        assertEquals(50, full.redshift.diskPercent());
        assertTrue(full.redshift.takesWrites());
    }

    @Test
    void mayRefuseAResize() {
        OneCluster full = full(RedshiftBehaviour.ORDINARY.with(Quirk.FULL_REFUSES_RESIZE));
        assertThrows(InvalidClusterStateException.class, () -> full.resizeElastically(8));
    }

    @Test
    void bringsTheTasksThatWriteToAHaltUntilThereIsRoom() {
        RedshiftSimulation simulation = new RedshiftSimulation(Setup.ORDINARY.withDisk(100));
        pass(simulation, Duration.ofHours(1));
        assertEquals(Duration.ofHours(1), behind(simulation, "orders"));
        assertEquals(Duration.ZERO, behind(simulation, "archive"));
        assertTrue(task(simulation, "orders").isRunning());

        simulation
                .redshift()
                .resizeCluster(
                        request ->
                                request.clusterIdentifier(Setup.CLUSTER)
                                        .numberOfNodes(8)
                                        .classic(false));
        pass(simulation, DAY);
        assertEquals(Duration.ZERO, behind(simulation, "orders"));
    }

    private static OneCluster full(RedshiftBehaviour behaviour) {
        return new OneCluster(4, 100, behaviour);
    }

    private static Duration behind(RedshiftSimulation simulation, String name) {
        return task(simulation, name).behind(simulation.scheduler().now());
    }

    private static SimulatedTask task(RedshiftSimulation simulation, String name) {
        return simulation.dms().tasks().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void pass(RedshiftSimulation simulation, Duration time) {
        Instant end = simulation.scheduler().now().plus(time);
        simulation.scheduler().after(time, () -> {});
        while (simulation.scheduler().now().isBefore(end)) {
            simulation.scheduler().runNext();
        }
    }
}
