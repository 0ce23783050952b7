package headroom.rehearsal.redshift.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedTask;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class FullDiskTest {
    @Test
    void holdsNoMoreThanItsDisks() {
        RedshiftSimulation simulation = new RedshiftSimulation(Setup.ORDINARY.withDisk(99.9));
        simulation.flood(1000);
        simulation.scheduler().pass(Duration.ofHours(1));
        assertEquals(100, simulation.redshift().diskPercent());
        assertEquals(
                List.of("storage-full, 4 nodes, disk 100.0 %"),
                simulation.journal().entries(Kind.CLUSTER).map(Entry::detail).toList());
    }

    @Test
    void bringsTheTasksThatWriteToAHaltUntilThereIsRoom() {
        RedshiftSimulation simulation = new RedshiftSimulation(Setup.ORDINARY.withDisk(100));
        simulation.scheduler().pass(Duration.ofHours(1));
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
        simulation.scheduler().pass(Duration.ofDays(1));
        assertEquals(Duration.ZERO, behind(simulation, "orders"));
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
}
