package headroom.redshift.cluster;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.cluster.ConfirmWritable.Answer;
import headroom.step.PhaseTimedOut;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

final class ConfirmWritableTest {
    private static final String AVAILABLE =
            "sales is available (Available) with 4 x ra3.4xlarge; it has never been resized.";

    private final GivenAws aws = new GivenAws();

    @Test
    void looksTwice() {
        assertEquals(
                new Answer(false, 30, 1, Optional.empty(), 4, AVAILABLE), confirm(Given.NOW, 0));
        assertEquals(
                new Answer(true, 30, 2, Optional.empty(), 4, AVAILABLE), confirm(Given.NOW, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "available,                   SUCCEEDED,   8",
        "available,                   FAILED,      8",
        "available,                   IN_PROGRESS, 4",
        "'available, resize-cleanup', IN_PROGRESS, 4",
        "'available, resize-cleanup', SUCCEEDED,   4"
    })
    void findsItWritableWhateverBecameOfTheResize(String status, String resize, int target) {
        aws.clusterIs(status, 4).lastResize(resize, target);

        assertEquals(true, confirm(Given.NOW, 1).writable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resizing",
                "available, prep-for-resize",
                "cancelling-resize",
                "modifying",
                "brand-new"
            })
    void beginsAnewAfterALookThatDisagrees(String status) {
        aws.clusterIs(status, 4);

        assertEquals(
                notYet(
                        75,
                        Optional.of(Given.NOW).filter(_ -> status.contains("resiz")),
                        AVAILABLE.replace("is available", "is " + status)),
                confirm(Given.ago(10, 0), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IN_PROGRESS", "CANCELLING"})
    void doesNotTrustAnAvailableClusterWithAResizeAhead(String resize) {
        aws.lastResize(resize, 8);

        assertEquals(
                notYet(
                        25,
                        Optional.of(Given.NOW),
                        "sales is available (Available) with 4 x ra3.4xlarge; its last resize (to"
                                + " 8 nodes) is %s.".formatted(resize)),
                confirm(Given.NOW, 1));
    }

    @Test
    void doesNotTrustAnAvailableClusterWithAResizeToAnUnknownSize() {
        aws.lastResize(it -> it.status("IN_PROGRESS"));

        assertEquals(false, confirm(Given.NOW, 1).writable());
    }

    @Test
    void doesNotTrustAnAvailableClusterWithAChangePending() {
        aws.cluster(it -> it.pendingModifiedValues(pending -> pending.numberOfNodes(8)));

        assertEquals(0, confirm(Given.NOW, 1).looks());
    }

    @ParameterizedTest
    @CsvSource({
        "paused, it is paused; resume it",
        "storage-full, 'its disk is full: writes fail, and no snapshot can be taken'",
        "hardware-failure, 'its hardware failed; restore a snapshot, or ask AWS support'",
        "incompatible-network," + " its network is wrong; look at its subnets and security groups",
        "deleting, it is being deleted",
        "final-snapshot, its last snapshot is taken before it is deleted"
    })
    void doesNotWaitForAClusterThatNeedsAPerson(String status, String why) {
        aws.clusterIs(status, 4);

        assertFails(
                ClusterUnusable.class,
                "sales is %s (Available) with 4 x ra3.4xlarge; it has never been resized. It needs a person: %s."
                        .formatted(status, why),
                () -> confirm(Given.NOW, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"modifying", "rebooting", "brand-new"})
    void waitsUpToItsLimitAndNoLonger(String status) {
        aws.clusterIs(status, 4);

        assertEquals(900, confirm(Given.ago(120, 0), 0).waitSeconds());
        assertFails(
                PhaseTimedOut.class,
                "The wait for a cluster that takes writes took longer than its limit of 2 h. Last"
                        + " seen: sales is "
                        + status
                        + " (Available) with 4 x ra3.4xlarge; it has never been resized.",
                () -> confirm(Given.ago(120, 1), 0));
    }

    @ParameterizedTest
    @CsvSource({"resizing, NONE", "cancelling-resize, CANCELLING", "modifying, IN_PROGRESS"})
    void goesOnBeyondItsLimitWhileAResizeIsInProgress(String status, String resize) {
        aws.clusterIs(status, 4).lastResize(resize, 8);

        assertEquals(900, confirm(Given.ago(14 * 24 * 60, 0), 0).waitSeconds());
    }

    @Test
    void hasItsLimitFromTheEndOfAResizeOn() {
        aws.clusterIs("rebooting", 4);
        Optional<Instant> resizedAt = Optional.of(Given.ago(120, 0));

        assertEquals(resizedAt, confirm(Given.ago(600, 0), 0, resizedAt).resizedAt());
        assertThrows(
                PhaseTimedOut.class,
                () -> confirm(Given.ago(600, 0), 0, Optional.of(Given.ago(120, 1))));
        // One that was over when the wait began says nothing of it.
        confirm(Given.ago(120, 0), 0, Optional.of(Given.ago(600, 0)));
    }

    /// As a classic resize of ra3 or rg may show itself for hours.
    @Test
    void waitsForTheEndOfAMigrationThoughTheClusterTakesWrites() {
        aws.lastResize("IN_PROGRESS", 8);
        assertEquals(false, confirm(Given.ago(14 * 24 * 60, 0), 1).writable());

        aws.lastResize("FAILED", 8);
        assertEquals(true, confirm(Given.ago(14 * 24 * 60, 0), 1).writable());
    }

    @Test
    void finishesItsSecondLookAfterTheLimit() {
        assertEquals(true, confirm(Given.ago(300, 0), 1).writable());
        assertEquals(false, confirm(Given.ago(300, 0), 0).writable());
    }

    private static Answer notYet(int waitSeconds, Optional<Instant> resizedAt, String sentence) {
        return new Answer(false, waitSeconds, 0, resizedAt, 4, sentence);
    }

    private Answer confirm(Instant since, int looks) {
        return confirm(since, looks, Optional.empty());
    }

    private Answer confirm(Instant since, int looks, Optional<Instant> resizedAt) {
        return new ConfirmWritable(aws.redshift, Given.SETTINGS, Given.CLOCK)
                .run(new ConfirmWritable.Input(since, looks, resizedAt));
    }
}
