package headroom.redshift.cluster;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Given;
import headroom.redshift.RedshiftStub;
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
    private final RedshiftStub redshift = new RedshiftStub();

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
                redshift.acts);
    }

    @Test
    void findsItsSnapshotTheSecondTime() {
        redshift.refuses(ClusterSnapshotAlreadyExistsException.builder().build());

        assertEquals(
                Attempt.begun(Given.NOW, "Snapshot headroom-sales-run-1 was already asked for."),
                take());
    }

    @Test
    void findsItsSnapshotThatMakesTheClusterBusy() {
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        redshift.snapshot(it -> it.snapshotIdentifier("headroom-sales-run-1").status("creating"));

        assertEquals(
                Attempt.begun(Given.NOW, "Snapshot headroom-sales-run-1 was already asked for."),
                take());
    }

    @Test
    void waitsForAnotherThatIsBeingTaken() {
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        redshift.snapshot(it -> another(it).backupProgressInMegaBytes(500.0));

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
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        redshift.snapshot(it -> another(it).backupProgressInMegaBytes(500.0));
        var advance =
                new SnapshotAdvance(
                        "headroom-precopy-sales-run-1", Optional.of(500.0), Given.ago(30, 0));

        assertFails(
                SnapshotFailed.class,
                "Snapshot headroom-precopy-sales-run-1 hangs: at 500 MB it has not advanced for 30"
                    + " min, since 2026-11-22T04:00:00Z. See in the Redshift console what keeps it;"
                    + " AWS support can end it.",
                () -> take(RunSnapshot.BACKUP, Given.BUDGET, Optional.of(advance)));
    }

    @Test
    void waitsForAnotherForTwelveHoursAtMost() {
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        redshift.snapshot(TakeSnapshotTest::another);
        Instant later = Given.NOW.plusSeconds(1);
        take(new PauseBudget(Given.ago(720, 0), later));

        assertThrows(PhaseTimedOut.class, () -> take(new PauseBudget(Given.ago(720, 1), later)));
    }

    @Test
    void asksForNoneOnceTheResizeMayNotBegin() {
        redshift.snapshot(TakeSnapshotTest::another);
        var spent = new PauseBudget(Given.ago(180, 0), Given.NOW);

        assertFails(
                PauseBudgetSpent.class,
                "Given up after 3 h of pause: the resize had to begin within 3 h, so that the"
                    + " source's log outlasts it. Last seen: snapshot headroom-sales-run-1 could"
                    + " not be asked for; being taken: headroom-precopy-sales-run-1.",
                () -> take(spent));
        assertEquals(List.of(), redshift.acts);
    }

    @Test
    void waitsForNoneBeforeThePause() {
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());
        redshift.snapshot(it -> it.snapshotIdentifier("rs:sales-1").status("creating"));

        assertThrows(SnapshotFailed.class, () -> take(RunSnapshot.PRECOPY));
    }

    private static Snapshot.Builder another(Snapshot.Builder snapshot) {
        return snapshot.snapshotIdentifier("headroom-precopy-sales-run-1").status("creating");
    }

    @Test
    void isTriedAgainWhileTheClusterIsBusy() {
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());

        assertFails(
                ClusterBusy.class,
                "Redshift does not take snapshot headroom-sales-run-1 now: Not available.",
                this::take);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "storage-full"})
    void isGivenUpAtOnceWhereTheClusterNeedsAPerson(String status) {
        redshift.clusterIs(status, 4);
        redshift.refuses(InvalidClusterStateException.builder().message("Not available.").build());

        var problem = assertThrows(ClusterUnusable.class, this::take);

        assertTrue(String.valueOf(problem.getMessage()).startsWith("sales is " + status));
    }

    @Test
    void failsWhereRedshiftRefuses() {
        redshift.refuses(
                ClusterSnapshotQuotaExceededException.builder()
                        .statusCode(400)
                        .message("Quota of 20 reached.")
                        .build());

        assertFails(
                SnapshotFailed.class,
                "Redshift refuses snapshot headroom-sales-run-1: Quota of 20 reached.",
                this::take);
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
                Attempt.begun(Given.NOW, "Snapshot headroom-precopy-sales-run-1 is being taken."),
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

    private Attempt take() {
        return take(RunSnapshot.BACKUP);
    }

    private Attempt take(PauseBudget budget) {
        return take(RunSnapshot.BACKUP, budget, Optional.empty());
    }

    private Attempt take(RunSnapshot which) {
        return take(which, which == RunSnapshot.BACKUP ? Given.BUDGET : null, Optional.empty());
    }

    private Attempt take(
            RunSnapshot which, @Nullable PauseBudget budget, Optional<SnapshotAdvance> advance) {
        return new TakeSnapshot(redshift, Given.SETTINGS, Given.CLOCK)
                .run(new TakeSnapshot.Input("run-1", which, Optional.ofNullable(budget), advance));
    }
}
