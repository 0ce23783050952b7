package headroom.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.Given;
import headroom.RedshiftStub;
import headroom.step.Begun;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.ClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotQuotaExceededException;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

import java.util.List;

final class TakeSnapshotTest {
    private final RedshiftStub redshift = new RedshiftStub();

    @Test
    void asksForASnapshotNamedAfterTheRunAndKeptAsLongAsIsSet() {
        assertEquals(new Begun(Given.NOW, "Snapshot headroom-sales-run-1 is being taken."), take());
        assertEquals(
                List.of(
                        CreateClusterSnapshotRequest.builder()
                                .clusterIdentifier("sales")
                                .snapshotIdentifier("headroom-sales-run-1")
                                .manualSnapshotRetentionPeriod(7)
                                .build()),
                redshift.acts);
    }

    @Test
    void findsItsSnapshotTheSecondTime() {
        redshift.refuses(ClusterSnapshotAlreadyExistsException.builder().build());

        assertEquals(
                new Begun(Given.NOW, "Snapshot headroom-sales-run-1 was already asked for."),
                take());
    }

    @Test
    void findsItsSnapshotThatMakesTheClusterBusy() {
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        redshift.snapshot(it -> it.snapshotIdentifier("headroom-sales-run-1").status("creating"));

        assertEquals(
                new Begun(Given.NOW, "Snapshot headroom-sales-run-1 was already asked for."),
                take());
    }

    @Test
    void isTriedAgainForLongerWhileAnotherIsBeingTaken() {
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        redshift.snapshot(
                it -> it.snapshotIdentifier("headroom-precopy-sales-run-1").status("creating"));

        var problem = assertThrows(SnapshotInFlight.class, this::take);

        assertEquals(
                "Redshift takes no snapshot beside headroom-precopy-sales-run-1, which is being"
                        + " taken.",
                problem.getMessage());
    }

    @Test
    void isTriedAgainWhileTheClusterIsBusy() {
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());

        var problem = assertThrows(ClusterBusy.class, this::take);

        assertEquals(
                "Redshift does not take snapshot headroom-sales-run-1 now: Not available.",
                problem.getMessage());
    }

    @Test
    void failsWhereRedshiftRefuses() {
        redshift.refuses(
                ClusterSnapshotQuotaExceededException.builder()
                        .statusCode(400)
                        .message("Quota of 20 reached.")
                        .build());

        var problem = assertThrows(SnapshotFailed.class, this::take);

        assertEquals(
                "Redshift refuses snapshot headroom-sales-run-1: Quota of 20 reached.",
                problem.getMessage());
    }

    @Test
    void givesUpThePrecopyWhereTheQuotaHasRoomForOneAlone() {
        redshift.refusesOnce(
                ClusterSnapshotQuotaExceededException.builder().message("Quota of 20.").build());

        assertEquals("Snapshot headroom-sales-run-1 is being taken.", take().sentence());
        assertEquals(
                List.of("CreateClusterSnapshot", "DeleteClusterSnapshot", "CreateClusterSnapshot"),
                redshift.acts.stream()
                        .map(each -> each.getClass().getSimpleName().replace("Request", ""))
                        .toList());
    }

    @Test
    void givesUpNothingForThePrecopy() {
        redshift.refusesOnce(
                ClusterSnapshotQuotaExceededException.builder().message("Quota of 20.").build());

        assertThrows(SnapshotFailed.class, () -> take(RunSnapshot.PRECOPY));
        assertEquals(1, redshift.acts.size());
    }

    @Test
    void leavesAPassingProblemToBeRepeated() {
        RedshiftException passing =
                (RedshiftException) RedshiftException.builder().statusCode(503).build();
        redshift.refuses(passing);

        assertSame(passing, assertThrows(RedshiftException.class, this::take));
    }

    @Test
    void keepsAPrecopyForADayAtMost() {
        assertEquals(
                new Begun(Given.NOW, "Snapshot headroom-precopy-sales-run-1 is being taken."),
                take(RunSnapshot.PRECOPY));
        assertEquals(
                List.of(
                        CreateClusterSnapshotRequest.builder()
                                .clusterIdentifier("sales")
                                .snapshotIdentifier("headroom-precopy-sales-run-1")
                                .manualSnapshotRetentionPeriod(1)
                                .build()),
                redshift.acts);
    }

    private Begun take() {
        return take(RunSnapshot.BACKUP);
    }

    private Begun take(RunSnapshot which) {
        return new TakeSnapshot(redshift, Given.SETTINGS, Given.CLOCK)
                .run(new TakeSnapshot.Input("run-1", which));
    }
}
