package headroom.redshift.cluster;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.replication.PauseBudget;
import headroom.redshift.replication.PauseBudgetSpent;
import headroom.step.PhaseTimedOut;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

final class ConfirmSnapshotTest {
    private final GivenAws aws = new GivenAws();

    @Test
    void isDoneWhenTheSnapshotIsAvailable() {
        aws.snapshot(it -> it.status("available"));

        assertEquals(available("headroom-sales-run-1"), confirm(Given.ago(20, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "250,   1000, ' (25 %)'",
        "996,   1000, ' (100 %)'",
        "1200,  1000, ' (100 %)'",
        "-1,    1000, ' (0 %)'",
        "0,     0,    ''",
        "5,     -1,   ''",
        "5,     ,     ''",
        ",      1000, ''"
    })
    void waitsWhileItIsBeingTakenAndSaysHowFarItIs(
            @Nullable Double done, @Nullable Double all, String percent) {
        aws.snapshot(
                it ->
                        it.status("creating")
                                .backupProgressInMegaBytes(done)
                                .actualIncrementalBackupSizeInMegaBytes(all));

        assertEquals(
                waits(75, "Snapshot headroom-sales-run-1 is creating%s.".formatted(percent), done),
                confirm(Given.ago(10, 0)));
    }

    @Test
    void isHungWhereItHasNotAdvancedForHalfAnHour() {
        aws.snapshot(it -> it.status("creating").backupProgressInMegaBytes(250.0));

        assertEquals(1, confirm(advanced(250.0, Given.ago(29, 59))).waitSeconds());
        assertFails(
                SnapshotFailed.class,
                "Snapshot headroom-sales-run-1 hangs: at 250 MB it has not advanced for 30 min,"
                    + " since 2026-11-22T04:00:00Z. See in the Redshift console what keeps it; AWS"
                    + " support can end it.",
                () -> confirm(advanced(250.0, Given.ago(30, 0))));
    }

    @Test
    void isNotHungWhereItAdvances() {
        aws.snapshot(it -> it.status("creating").backupProgressInMegaBytes(251.0));

        assertEquals(
                Optional.of(advanced(251.0, Given.NOW)),
                confirm(advanced(250.0, Given.ago(300, 0))).advance());
    }

    @Test
    void isNotHungWhereRedshiftDoesNotSayHowFarItIs() {
        aws.snapshot(it -> it.status("creating"));

        assertEquals(75, confirm(advanced(null, Given.ago(300, 0))).waitSeconds());
    }

    @Test
    void isGivenUpOnceTheResizeMayNotBegin() {
        aws.snapshot(it -> it.status("creating"));
        var budget = new PauseBudget(Given.ago(180, 0), Given.NOW.plusSeconds(20));

        assertEquals(20, confirm(budget, Optional.empty()).waitSeconds());
        var spent = new PauseBudget(Given.ago(180, 0), Given.NOW);
        assertFails(
                PauseBudgetSpent.class,
                "Given up after 3 h of pause: the resize had to begin within 3 h, so that the"
                        + " source's log outlasts it. Last seen: Snapshot headroom-sales-run-1 is"
                        + " creating.",
                () -> confirm(spent, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "deleted", "cancelled"})
    void failsWhenTheSnapshotEndedOtherwise(String status) {
        aws.snapshot(it -> it.status(status));

        assertFails(
                SnapshotFailed.class,
                "Snapshot headroom-sales-run-1 is "
                        + status
                        + ". It was asked for at 2026-11-22T04:20:00Z.",
                () -> confirm(Given.ago(10, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"final snapshot", "brand-new"})
    void waitsInAnyOtherStatus(String status) {
        aws.snapshot(it -> it.status(status));

        assertEquals(
                waits(25, "Snapshot headroom-sales-run-1 is " + status + ".", null),
                confirm(Given.NOW));
    }

    @Test
    void waitsNoLongerThanRedshiftExpects() {
        aws.snapshot(it -> it.status("creating").estimatedSecondsToCompletion(31L));

        assertEquals(31, confirm(Given.ago(10, 0)).waitSeconds());
    }

    @Test
    void waitsFiveMinutesForTheSnapshotToBeListed() {
        String sentence = "Snapshot headroom-sales-run-1 is not listed.";
        assertEquals(
                new ConfirmSnapshot.Answer(false, 37, Optional.empty(), sentence),
                confirm(Given.ago(5, 0)));

        assertFails(
                SnapshotFailed.class,
                "Snapshot headroom-sales-run-1 is not listed. It was asked for at"
                        + " 2026-11-22T04:24:59Z.",
                () -> confirm(Given.ago(5, 1)));
    }

    @Test
    void refusesTheSnapshotOfAnotherCluster() {
        aws.snapshot(it -> it.status("available").clusterIdentifier("stock"));

        assertFails(
                SnapshotFailed.class,
                "Snapshot headroom-sales-run-1 belongs to cluster stock, not to sales. Delete or"
                        + " rename it.",
                () -> confirm(Given.ago(10, 0)));
    }

    @Test
    void refusesTheSnapshotOfARunOfTheSameNameLongAgo() {
        Instant pausedAt = Given.BUDGET.pausedAt();
        aws.snapshot(it -> it.status("available").snapshotCreateTime(pausedAt.minusSeconds(301)));
        assertFails(
                SnapshotFailed.class,
                "Snapshot headroom-sales-run-1 was taken at %s, before this run's pause at %s, and is no way back from it. Start the run again under another name."
                        .formatted(pausedAt.minusSeconds(301), pausedAt),
                () -> confirm(Given.ago(10, 0)));

        aws.snapshot(it -> it.status("available").snapshotCreateTime(pausedAt.minusSeconds(300)));
        assertEquals(available("headroom-sales-run-1"), confirm(Given.ago(10, 0)));
    }

    @Test
    void waitsUpToItsLimitAndNoLonger() {
        aws.snapshot(it -> it.status("creating"));

        assertEquals(
                waits(900, "Snapshot headroom-sales-run-1 is creating.", null),
                confirm(Given.ago(360, 0)));
        assertFails(
                PhaseTimedOut.class,
                "The snapshot took longer than its limit of 6 h. Last seen: Snapshot"
                        + " headroom-sales-run-1 is creating.",
                () -> confirm(Given.ago(360, 1)));
    }

    @Test
    void tellsThePrecopyFromTheBackup() {
        aws.snapshot(
                it -> it.snapshotIdentifier("headroom-precopy-sales-run-1").status("available"));

        assertEquals(
                available("headroom-precopy-sales-run-1"),
                confirm(RunSnapshot.PRECOPY, Given.ago(20, 0)));
    }

    private static ConfirmSnapshot.Answer available(String snapshot) {
        return new ConfirmSnapshot.Answer(
                true, 0, Optional.empty(), "Snapshot " + snapshot + " is available.");
    }

    private static ConfirmSnapshot.Answer waits(
            int seconds, String sentence, @Nullable Double megabytes) {
        return new ConfirmSnapshot.Answer(
                false, seconds, Optional.of(advanced(megabytes, Given.NOW)), sentence);
    }

    private static SnapshotAdvance advanced(@Nullable Double megabytes, Instant since) {
        return new SnapshotAdvance("headroom-sales-run-1", Optional.ofNullable(megabytes), since);
    }

    private ConfirmSnapshot.Answer confirm(Instant since) {
        return confirm(RunSnapshot.BACKUP, since);
    }

    private ConfirmSnapshot.Answer confirm(RunSnapshot which, Instant since) {
        Optional<PauseBudget> budget =
                which == RunSnapshot.BACKUP ? Optional.of(Given.BUDGET) : Optional.empty();
        return confirm(new ConfirmSnapshot.Input("run-1", which, since, budget, Optional.empty()));
    }

    private ConfirmSnapshot.Answer confirm(SnapshotAdvance before) {
        return confirm(Given.BUDGET, Optional.of(before));
    }

    private ConfirmSnapshot.Answer confirm(PauseBudget budget, Optional<SnapshotAdvance> before) {
        return confirm(
                new ConfirmSnapshot.Input(
                        "run-1",
                        RunSnapshot.BACKUP,
                        Given.ago(10, 0),
                        Optional.of(budget),
                        before));
    }

    private ConfirmSnapshot.Answer confirm(ConfirmSnapshot.Input input) {
        return new ConfirmSnapshot(aws.redshift, Given.SETTINGS, Given.CLOCK).run(input);
    }
}
