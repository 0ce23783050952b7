package headroom.redshift.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.step.Started;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.DeleteClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSnapshotStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

import java.util.List;

final class RemovePrecopyTest {
    private final GivenAws aws = new GivenAws();

    @Test
    void deletesThePrecopyOfItsRunAndCluster() {
        aws.snapshot(
                it -> it.snapshotIdentifier("headroom-precopy-sales-run-1").status("available"));

        assertEquals("Snapshot headroom-precopy-sales-run-1 is removed.", remove().sentence());
        assertEquals(
                List.of(
                        DeleteClusterSnapshotRequest.builder()
                                .snapshotIdentifier("headroom-precopy-sales-run-1")
                                .snapshotClusterIdentifier("sales")
                                .build()),
                aws.redshiftActs());
    }

    @Test
    void findsItGoneTheSecondTime() {
        assertEquals("Snapshot headroom-precopy-sales-run-1 is gone already.", remove().sentence());
    }

    @Test
    void leavesOneThatIsStillBeingTakenToItsRetention() {
        aws.refuses(
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
        aws.refuses(denied);

        assertSame(denied, assertThrows(RedshiftException.class, this::remove));
    }

    private Started remove() {
        return new RemovePrecopy(aws.redshift, Given.SETTINGS, Given.CLOCK)
                .run(new RemovePrecopy.Input("run-1"));
    }
}
