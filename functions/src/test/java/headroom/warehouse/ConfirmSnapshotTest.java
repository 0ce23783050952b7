package headroom.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.Given;
import headroom.RedshiftStub;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

final class ConfirmSnapshotTest {
    private final RedshiftStub redshift = new RedshiftStub();

    @Test
    void isDoneWhenTheSnapshotIsAvailable() {
        redshift.snapshot(it -> it.status("available"));

        assertEquals(
                new Progress.Done("Snapshot headroom-sales-run-1 is available."),
                confirm(Given.ago(20, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "250,   1000, 25",
        "996,   1000, 100",
        "1200,  1000, 100",
        "-1,    1000, 0",
        "0,     0,    0",
        "5,     -1,   0",
        "5,     ,     0",
        ",      1000, 0"
    })
    void waitsWhileItIsBeingTakenAndSaysHowFarItIs(
            @Nullable Double done, @Nullable Double all, int percent) {
        redshift.snapshot(
                it ->
                        it.status("creating")
                                .backupProgressInMegaBytes(done)
                                .actualIncrementalBackupSizeInMegaBytes(all));

        assertEquals(
                new Progress.Working(75, percent, "Snapshot headroom-sales-run-1 is creating."),
                confirm(Given.ago(10, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "deleted", "cancelled"})
    void failsWhenTheSnapshotEndedOtherwise(String status) {
        redshift.snapshot(it -> it.status(status));

        var problem = assertThrows(SnapshotFailed.class, () -> confirm(Given.ago(10, 0)));

        assertEquals(
                "Snapshot headroom-sales-run-1 is "
                        + status
                        + ". It was asked for at 2026-11-22T04:20:00Z.",
                problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"final snapshot", "brand-new"})
    void waitsInAnyOtherStatus(String status) {
        redshift.snapshot(it -> it.status(status));

        assertEquals(
                new Progress.Working(25, 0, "Snapshot headroom-sales-run-1 is " + status + "."),
                confirm(Given.NOW));
    }

    @Test
    void waitsNoLongerThanRedshiftExpects() {
        redshift.snapshot(it -> it.status("creating").estimatedSecondsToCompletion(31L));

        assertEquals(
                31,
                assertInstanceOf(Progress.Working.class, confirm(Given.ago(10, 0))).waitSeconds());
    }

    @Test
    void waitsFiveMinutesForTheSnapshotToBeListed() {
        assertEquals(
                new Progress.Working(37, 0, "Snapshot headroom-sales-run-1 is not listed."),
                confirm(Given.ago(5, 0)));

        var problem = assertThrows(SnapshotFailed.class, () -> confirm(Given.ago(5, 1)));
        assertEquals(
                "Snapshot headroom-sales-run-1 is not listed. It was asked for at"
                        + " 2026-11-22T04:24:59Z.",
                problem.getMessage());
    }

    @Test
    void refusesTheSnapshotOfAnotherCluster() {
        redshift.snapshot(it -> it.status("available").clusterIdentifier("stock"));

        var problem = assertThrows(SnapshotFailed.class, () -> confirm(Given.ago(10, 0)));

        assertEquals(
                "Snapshot headroom-sales-run-1 belongs to cluster stock, not to sales. Delete or"
                        + " rename it.",
                problem.getMessage());
    }

    @Test
    void waitsUpToItsLimitAndNoLonger() {
        redshift.snapshot(it -> it.status("creating"));

        assertEquals(
                new Progress.Working(900, 0, "Snapshot headroom-sales-run-1 is creating."),
                confirm(Given.ago(360, 0)));
        var problem = assertThrows(PhaseTimedOut.class, () -> confirm(Given.ago(360, 1)));
        assertEquals(
                "The snapshot took longer than its limit of 360 minutes. Last seen: Snapshot"
                        + " headroom-sales-run-1 is creating.",
                problem.getMessage());
    }

    @Test
    void tellsThePrecopyFromTheBackup() {
        redshift.snapshot(it -> it.status("available"));

        assertEquals(
                new Progress.Done("Snapshot headroom-precopy-sales-run-1 is available."),
                confirm(RunSnapshot.PRECOPY, Given.ago(20, 0)));
    }

    private Progress confirm(Instant since) {
        return confirm(RunSnapshot.BACKUP, since);
    }

    private Progress confirm(RunSnapshot which, Instant since) {
        return new ConfirmSnapshot(redshift, Given.SETTINGS, Given.CLOCK)
                .run(new ConfirmSnapshot.Input("run-1", which, since));
    }
}
