package headroom.rehearsal.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class FullDiskTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void holdsNoMoreThanItsDisks() {
        assertEquals(100, new OneCluster(4, 130, RedshiftDials.ORDINARY).redshift.diskPercent());

        Stage stage = new Stage(Scene.ORDINARY.withDisk(99.9));
        stage.flood(1000);
        pass(stage, Duration.ofHours(1));
        assertEquals(100, stage.redshift().diskPercent());
        assertEquals(
                List.of("storage-full, 4 nodes, disk 100.0 %"),
                stage.journal().entries(Kind.CLUSTER).map(Entry::detail).toList());
    }

    @Test
    void isShownByTheClustersStatusFromTheBeginning() {
        OneCluster full = full(RedshiftDials.ORDINARY);
        assertEquals("storage-full", full.look().clusterStatus());
        assertEquals("Available", full.look().clusterAvailabilityStatus());
        assertFalse(full.redshift.takesWrites());
        assertFalse(full.redshift.isSilent());
        full.pass(Duration.ofMinutes(1));
        assertEquals(List.of("storage-full, 4 nodes, disk 100.0 %"), full.statuses());
    }

    @Test
    void takesNoSnapshot() {
        OneCluster full = full(RedshiftDials.ORDINARY);
        assertThrows(
                InvalidClusterStateException.class,
                () ->
                        full.redshift.createClusterSnapshot(
                                request ->
                                        request.clusterIdentifier(Scene.CLUSTER)
                                                .snapshotIdentifier("one")));
    }

    @Test
    void isNoMoreOnceAResizeHasMadeRoom() {
        OneCluster full = full(RedshiftDials.ORDINARY);
        full.resizeElastically(8);
        full.pass(Duration.ofMinutes(30));
        assertEquals("available", full.look().clusterStatus());
        assertEquals(50, full.redshift.diskPercent());
        assertTrue(full.redshift.takesWrites());
    }

    @Test
    void mayRefuseAResize() {
        OneCluster full = full(RedshiftDials.ORDINARY.with(Trouble.FULL_REFUSES_RESIZE));
        assertThrows(InvalidClusterStateException.class, () -> full.resizeElastically(8));
    }

    @Test
    void bringsTheTasksThatWriteToAHaltUntilThereIsRoom() {
        Stage stage = new Stage(Scene.ORDINARY.withDisk(100));
        pass(stage, Duration.ofHours(1));
        assertEquals(Duration.ofHours(1), behind(stage, "orders"));
        assertEquals(Duration.ZERO, behind(stage, "archive"));
        assertTrue(task(stage, "orders").isRunning());

        stage.redshift()
                .resizeCluster(
                        request ->
                                request.clusterIdentifier(Scene.CLUSTER)
                                        .numberOfNodes(8)
                                        .classic(false));
        pass(stage, DAY);
        assertEquals(Duration.ZERO, behind(stage, "orders"));
    }

    private static OneCluster full(RedshiftDials dials) {
        return new OneCluster(4, 100, dials);
    }

    private static Duration behind(Stage stage, String name) {
        return task(stage, name).behind(stage.agenda().now());
    }

    private static SimulatedTask task(Stage stage, String name) {
        return stage.dms().tasks().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void pass(Stage stage, Duration time) {
        Instant end = stage.agenda().now().plus(time);
        stage.agenda().after(time, () -> {});
        while (stage.agenda().now().isBefore(end)) {
            stage.agenda().runNext();
        }
    }
}
