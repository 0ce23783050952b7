package headroom.redshift.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.replication.PauseBudget;
import headroom.redshift.replication.PauseBudgetSpent;
import headroom.step.PhaseTimedOut;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.redshift.model.ClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotQuotaExceededException;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class TakeSnapshotTest {
    private final GivenAws aws = new GivenAws();
    private Optional<Instant> busySince = Optional.empty();

    @Test
    void asksForASnapshotNamedAfterTheRunAndKeptAsLongAsIsSet() {
        assertEquals(
                Attempt.begun(Given.NOW, "Snapshot headroom-sales-run-1 is being taken."), take());
        assertEquals(
                List.of(
                        CreateClusterSnapshotRequest.builder()
                                .clusterIdentifier("sales")
                                .snapshotIdentifier("headroom-sales-run-1")
                                .manualSnapshotRetentionPeriod(7)
                                .build()),
                aws.redshiftActs());
    }

    @Test
    void findsItsSnapshotTheSecondTime() {
        aws.refuses(ClusterSnapshotAlreadyExistsException.builder().build());

        assertEquals(
                Attempt.begun(Given.NOW, "Snapshot headroom-sales-run-1 was already asked for."),
                take());
    }

    @Test
    void findsItsSnapshotThatMakesTheClusterBusy() {
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        aws.snapshot(it -> it.snapshotIdentifier("headroom-sales-run-1").status("creating"));

        assertEquals(
                Attempt.begun(Given.NOW, "Snapshot headroom-sales-run-1 was already asked for."),
                take());
    }

    @Test
    void waitsForAnotherThatIsBeingTaken() {
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        aws.snapshot(it -> another(it).backupProgressInMegaBytes(500.0));

        assertEquals(
                new Attempt(
                        false,
                        Given.NOW,
                        75,
                        Optional.of(
                                new SnapshotAdvance(
                                        "headroom-precopy-sales-run-1",
                                        Optional.of(500.0),
                                        Given.NOW)),
                        Optional.empty(),
                        "Redshift takes no snapshot beside another; being taken:"
                                + " headroom-precopy-sales-run-1."),
                take());
    }

    @Test
    void doesNotWaitForAnotherThatHangs() {
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        aws.snapshot(it -> another(it).backupProgressInMegaBytes(500.0));
        var advance =
                new SnapshotAdvance(
                        "headroom-precopy-sales-run-1", Optional.of(500.0), Given.ago(30, 0));

        var problem =
                assertThrows(
                        SnapshotFailed.class,
                        () -> take(RunSnapshot.BACKUP, Given.BUDGET, Optional.of(advance)));

        assertEquals(
                "Snapshot headroom-precopy-sales-run-1 hangs: at 500 MB it has not advanced for 30"
                    + " min, since 2026-11-22T04:00:00Z. See in the Redshift console what keeps it;"
                    + " AWS support can end it.",
                problem.getMessage());
    }

    @Test
    void waitsForAnotherForTwelveHoursAtMost() {
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        aws.snapshot(TakeSnapshotTest::another);
        Instant later = Given.NOW.plusSeconds(1);
        take(RunSnapshot.BACKUP, new PauseBudget(Given.ago(720, 0), later), Optional.empty());

        assertThrows(
                PhaseTimedOut.class,
                () ->
                        take(
                                RunSnapshot.BACKUP,
                                new PauseBudget(Given.ago(720, 1), later),
                                Optional.empty()));
    }

    @Test
    void asksForNoneOnceTheResizeMayNotBegin() {
        aws.snapshot(TakeSnapshotTest::another);
        var spent = new PauseBudget(Given.ago(180, 0), Given.NOW);

        var problem =
                assertThrows(
                        PauseBudgetSpent.class,
                        () -> take(RunSnapshot.BACKUP, spent, Optional.empty()));

        assertEquals(
                "Given up after 3 h of pause: the resize had to begin within 3 h, so that the"
                    + " source's log outlasts it. Last seen: snapshot headroom-sales-run-1 could"
                    + " not be asked for; being taken: headroom-precopy-sales-run-1.",
                problem.getMessage());
        assertEquals(List.of(), aws.redshiftActs());
    }

    /// It passes by itself, so it is none of the refusals that keep the run from going on.
    @Test
    void waitsForNoneBeforeThePause() {
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        aws.snapshot(it -> it.snapshotIdentifier("rs:sales-1").status("creating"));

        assertThrows(ClusterBusy.class, () -> take(RunSnapshot.PRECOPY));
    }

    private static Snapshot.Builder another(Snapshot.Builder snapshot) {
        return snapshot.snapshotIdentifier("headroom-precopy-sales-run-1").status("creating");
    }

    @Test
    void isTriedAgainWhileTheClusterIsBusy() {
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());

        assertEquals(
                new Attempt(
                        false,
                        Given.NOW,
                        25,
                        Optional.empty(),
                        Optional.of(Given.NOW),
                        "Redshift does not take snapshot headroom-sales-run-1 now: Not available."),
                take());
    }

    @Test
    void isGivenUpWhereTheClusterIsBusyForTooLong() {
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());

        busySince = Optional.of(Given.ago(26, 0));
        assertEquals(busySince, take().busySince());
        busySince = Optional.of(Given.ago(26, 1));
        assertEquals(
                "Redshift does not take snapshot headroom-sales-run-1 now: Not available.",
                assertThrows(ClusterBusy.class, this::take).getMessage());
    }

    @Test
    void doesNotWaitForABusyClusterBeforeThePause() {
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());

        assertThrows(ClusterBusy.class, () -> take(RunSnapshot.PRECOPY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "storage-full"})
    void isGivenUpAtOnceWhereTheClusterNeedsAPerson(String status) {
        aws.clusterIs(status, 4);
        aws.refuses(InvalidClusterStateException.builder().message("Not available.").build());

        var problem = assertThrows(ClusterUnusable.class, this::take);

        assertTrue(String.valueOf(problem.getMessage()).startsWith("sales is " + status));
    }

    @Test
    void failsWhereRedshiftRefuses() {
        aws.refuses(
                ClusterSnapshotQuotaExceededException.builder()
                        .statusCode(400)
                        .message("Quota of 20 reached.")
                        .build());

        var problem = assertThrows(SnapshotFailed.class, this::take);

        assertEquals(
                "Redshift refuses a snapshot of sales: Quota of 20 reached. Delete manual"
                        + " snapshots that nobody needs, or have their quota in this region raised,"
                        + " in Service Quotas.",
                problem.getMessage());
    }

    @Test
    void givesUpThePrecopyWhereTheQuotaHasRoomForOneAlone() {
        quotaIsFullOnce();

        assertEquals("Snapshot headroom-sales-run-1 is being taken.", take().sentence());
        assertEquals(
                List.of("CreateClusterSnapshot", "DeleteClusterSnapshot", "CreateClusterSnapshot"),
                aws.redshiftActs().stream()
                        .map(each -> each.getClass().getSimpleName().replace("Request", ""))
                        .toList());
    }

    @Test
    void givesUpNothingForThePrecopy() {
        quotaIsFullOnce();

        assertThrows(SnapshotFailed.class, () -> take(RunSnapshot.PRECOPY));
        assertEquals(1, aws.redshiftActs().size());
    }

    @Test
    void leavesAPassingProblemToBeRepeated() {
        RedshiftException passing =
                (RedshiftException) RedshiftException.builder().statusCode(503).build();
        aws.refuses(passing);

        assertSame(passing, assertThrows(RedshiftException.class, this::take));
    }

    @Test
    void keepsAPrecopyForADayAtMost() {
        assertEquals(
                Attempt.begun(Given.NOW, "Snapshot headroom-precopy-sales-run-1 is being taken."),
                take(RunSnapshot.PRECOPY));
        assertEquals(
                List.of(
                        CreateClusterSnapshotRequest.builder()
                                .clusterIdentifier("sales")
                                .snapshotIdentifier("headroom-precopy-sales-run-1")
                                .manualSnapshotRetentionPeriod(1)
                                .build()),
                aws.redshiftActs());
    }

    private void quotaIsFullOnce() {
        doThrow(ClusterSnapshotQuotaExceededException.builder().message("Quota of 20.").build())
                .doCallRealMethod()
                .when(aws.redshift)
                .createClusterSnapshot(any(CreateClusterSnapshotRequest.class));
    }

    private Attempt take() {
        return take(RunSnapshot.BACKUP);
    }

    private Attempt take(RunSnapshot which) {
        return take(which, which == RunSnapshot.BACKUP ? Given.BUDGET : null, Optional.empty());
    }

    private Attempt take(
            RunSnapshot which, @Nullable PauseBudget budget, Optional<SnapshotAdvance> advance) {
        return new TakeSnapshot(aws.redshift, Given.SETTINGS, Given.CLOCK)
                .run(
                        new TakeSnapshot.Input(
                                "run-1", which, Optional.ofNullable(budget), advance, busySince));
    }
}
