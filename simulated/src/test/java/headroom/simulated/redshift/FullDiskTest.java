package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;

import java.time.Duration;
import java.util.List;

final class FullDiskTest {
    @Test
    void holdsNoMoreThanItsDisks() {
        assertEquals(
                100, new OneCluster(4, 130, RedshiftBehaviour.ORDINARY).redshift.diskPercent());
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
                                        request.clusterIdentifier(OneCluster.NAME)
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

    private static OneCluster full(RedshiftBehaviour behaviour) {
        return new OneCluster(4, 100, behaviour);
    }
}
