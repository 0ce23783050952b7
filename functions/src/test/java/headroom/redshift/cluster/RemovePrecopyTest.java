package headroom.redshift.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.RedshiftStub;
import headroom.step.Started;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.DeleteClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSnapshotStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

import java.util.List;

final class RemovePrecopyTest {
    private final RedshiftStub redshift = new RedshiftStub();

    @Test
    void deletesThePrecopyOfItsRunAndCluster() {
        assertEquals("Snapshot headroom-precopy-sales-run-1 is removed.", remove().sentence());
        assertEquals(
                List.of(
                        DeleteClusterSnapshotRequest.builder()
                                .snapshotIdentifier("headroom-precopy-sales-run-1")
                                .snapshotClusterIdentifier("sales")
                                .build()),
                redshift.acts);
    }

    @Test
    void findsItGoneTheSecondTime() {
        redshift.refuses(
                (RedshiftException)
                        ClusterSnapshotNotFoundException.builder().message("None.").build());

        assertEquals("Snapshot headroom-precopy-sales-run-1 is gone already.", remove().sentence());
    }

    @Test
    void leavesOneThatIsStillBeingTakenToItsRetention() {
        redshift.refuses(
                (RedshiftException)
                        InvalidClusterSnapshotStateException.builder()
                                .message("It is creating.")
                                .build());

        assertEquals(
                "Snapshot headroom-precopy-sales-run-1 cannot be removed now (It is creating.)."
                        + " Redshift removes it by itself a day after it was taken.",
                remove().sentence());
    }

    @Test
    void failsWithWhatElseRedshiftSays() {
        var denied =
                (RedshiftException)
                        RedshiftException.builder().statusCode(403).message("Denied.").build();
        redshift.refuses(denied);

        assertSame(denied, assertThrows(RedshiftException.class, this::remove));
    }

    private Started remove() {
        return new RemovePrecopy(redshift, Given.SETTINGS, Given.CLOCK)
                .run(new RemovePrecopy.Input("run-1"));
    }
}
