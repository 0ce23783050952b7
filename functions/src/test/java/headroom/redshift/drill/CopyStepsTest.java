package headroom.redshift.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import headroom.redshift.ClusterNames;
import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.cluster.Attempt;
import headroom.redshift.cluster.ResizeMethod;
import headroom.step.PhaseTimedOut;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.RestoreFromClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.UnauthorizedOperationException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Whose a cluster is that bears the copy's name.
final class CopyStepsTest {
    private static final String CLUSTER = Given.SETTINGS.cluster();
    private static final String COPY = new ClusterNames(CLUSTER).copy();
    private static final CopyRecord RECORD =
            new CopyRecord(
                    "drill-1",
                    Given.NOW,
                    Given.NOW.plus(Duration.ofHours(2)),
                    Given.NOW.plus(Duration.ofHours(3)),
                    8);

    private final GivenAws aws = new GivenAws();

    @Test
    void aClusterWithoutOurTagsThatWasThereBeforeIsLeftAlone() {
        aws.redshift.copies().put(COPY, Map.of("team", "data"));
        delete(Optional.of(RECORD));
        delete(Optional.empty());
        assertFalse(aws.redshift.copies().isDeleting(COPY));
        assertThrows(
                RestoreRefused.class,
                () ->
                        new RestoreCopy(aws.redshift, Given.SETTINGS, Given.CLOCK)
                                .run(new RestoreCopy.Input("rs:s", RECORD)));
    }

    @Test
    void aRestoreThatIsNotAllowedNamesBothWhatMayBeMissing() {
        doThrow(UnauthorizedOperationException.builder().message("Access Denied.").build())
                .when(aws.redshift)
                .restoreFromClusterSnapshot(any(RestoreFromClusterSnapshotRequest.class));
        RestoreRefused refused =
                assertThrows(
                        RestoreRefused.class,
                        () ->
                                new RestoreCopy(aws.redshift, Given.SETTINGS, Given.CLOCK)
                                        .run(new RestoreCopy.Input("rs:s", RECORD)));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("looking at networks (ec2:Describe...)"), message);
        assertTrue(message.contains("the key's policy has to let the role"), message);
    }

    @Test
    void aCopyOfAnotherClusterIsLeftAlone() {
        aws.redshift.copies().put(COPY, Map.of("headroom-drill", "another"));
        delete(Optional.of(RECORD));
        assertFalse(aws.redshift.copies().isDeleting(COPY));
    }

    @Test
    void aTaggedCopyIsDeletedWhateverIsOnRecord() {
        aws.redshift.copies().put(COPY, Map.of("headroom-drill", CLUSTER));
        delete(Optional.empty());
        assertTrue(aws.redshift.copies().isDeleting(COPY));
        // Once more, as a repetition does.
        delete(Optional.empty());
    }

    @Test
    void thatNoneIsThereIsBelievedAfterTwoLooksAndLaterWhereNoneWasSeen() {
        assertFalse(gone(true, 0, Duration.ofMinutes(1)));
        assertTrue(gone(true, 1, Duration.ofMinutes(1)));
        assertFalse(gone(false, 1, Duration.ofMinutes(4)));
        assertTrue(gone(false, 1, Duration.ofMinutes(5)));
    }

    @Test
    void aDeletionIsGivenUpSixHoursAfterItBeganOrTheCopyWasResizedLast() {
        aws.redshift.copies().put(COPY, Map.of("headroom-drill", CLUSTER));
        Optional<Instant> lately = Optional.of(Given.ago(360, 0));

        assertEquals(lately, stays(Duration.ofHours(20), lately).resizedAt());
        assertEquals(Optional.empty(), stays(Duration.ofHours(6), Optional.empty()).resizedAt());
        assertThrows(
                PhaseTimedOut.class,
                () -> stays(Duration.ofHours(20), Optional.of(Given.ago(360, 1))));
        assertThrows(
                PhaseTimedOut.class,
                () -> stays(Duration.ofHours(6).plusSeconds(1), Optional.empty()));
    }

    /// Of a cluster it is waited for half a day from the pause on; nobody waits for a drill.
    @Test
    void aSnapshotOfACopyThatWasRestoredForHalfADayIsWaitedFor() {
        aws.redshift.copies().put(COPY, Map.of("headroom-drill", CLUSTER));
        aws.snapshot(
                it ->
                        it.clusterIdentifier(COPY)
                                .status("creating")
                                .snapshotCreateTime(Given.ago(5, 0)));
        var record =
                new CopyRecord(
                        "drill-1",
                        Given.ago(13 * 60, 0),
                        Given.NOW.plus(Duration.ofHours(2)),
                        Given.NOW.plus(Duration.ofHours(3)),
                        8);

        Attempt attempt =
                new ResizeCopy(aws.redshift, Given.SETTINGS, Given.CLOCK)
                        .run(
                                new ResizeCopy.Input(
                                        2,
                                        4,
                                        "ra3.4xlarge",
                                        ResizeMethod.ELASTIC,
                                        record,
                                        Optional.empty(),
                                        Optional.empty()));

        assertFalse(attempt.begun());
        assertTrue(attempt.sentence().startsWith("A resize that begins beside a snapshot may"));
    }

    private ConfirmDeleted.Answer stays(Duration ago, Optional<Instant> resizedAt) {
        return confirmDeleted(true, 0, ago, resizedAt);
    }

    @Test
    void namesOfCopiesFitAndDiffer() {
        String longest = "a".repeat(62);
        String first = new ClusterNames(longest + "b").copy();
        assertEquals("headroom-drill-sales", new ClusterNames("sales").copy());
        assertEquals(63, first.length());
        assertFalse(first.equals(new ClusterNames(longest + "c").copy()));
    }

    private void delete(Optional<CopyRecord> record) {
        new DeleteCopy(aws.redshift, Given.SETTINGS).run(new DeleteCopy.Input(record, false));
    }

    private boolean gone(boolean seen, int looks, Duration ago) {
        return confirmDeleted(seen, looks, ago, Optional.empty()).gone();
    }

    private ConfirmDeleted.Answer confirmDeleted(
            boolean seen, int looks, Duration ago, Optional<Instant> resizedAt) {
        return new ConfirmDeleted(aws.redshift, Given.SETTINGS, Given.CLOCK)
                .run(
                        new ConfirmDeleted.Input(
                                Optional.of(RECORD), Given.NOW.minus(ago), seen, looks, resizedAt));
    }
}
