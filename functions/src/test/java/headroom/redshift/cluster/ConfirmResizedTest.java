package headroom.redshift.cluster;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

/// The planned number of nodes is 8.
final class ConfirmResizedTest {
    private final GivenAws aws = new GivenAws();

    @Test
    void isDoneWhenTheResizeSucceededAndTheClusterTakesWritesWithThePlannedNodes() {
        aws.clusterIs("available", 8).lastResize("SUCCEEDED", 8);

        assertEquals(
                new Progress.Done(
                        "sales is available (Available) with 8 x ra3.4xlarge; its last resize (to"
                                + " 8 nodes) is SUCCEEDED."),
                confirm(Given.ago(12, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Available", "Modifying"})
    void isDoneWhileOnlyDataIsMovedInTheBackground(String availability) {
        aws.clusterIs("available, resize-cleanup", 8)
                .cluster(it -> it.clusterAvailabilityStatus(availability))
                .lastResize("IN_PROGRESS", 8);

        assertInstanceOf(Progress.Done.class, confirm(Given.ago(12, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "resizing,                     8, SUCCEEDED, 8", // does not take writes
        "'available, prep-for-resize', 8, SUCCEEDED, 8",
        "available,                    4, SUCCEEDED, 8", // an old success
        "available,                    8, SUCCEEDED, 4", // another's success
        "available,                    8, CANCELLING, 8",
        "available,                    8, FAILED,    8",
        "available,                    8, NONE,      8"
    })
    void isNotDoneByAnyTwoSignsOfThree(String status, int nodes, String resize, int target) {
        aws.clusterIs(status, nodes).lastResize(resize, target);

        assertInstanceOf(Progress.Working.class, confirm(Given.ago(4, 0)));
    }

    @Test
    void isNotDoneForAClusterThatWasNeverResized() {
        aws.clusterIs("available", 8);

        assertEquals(
                new Progress.Working(
                        150,
                        null,
                        "sales is available (Available) with 8 x ra3.4xlarge; it has never been"
                                + " resized."),
                confirm(Given.ago(1, 0)));
    }

    @Test
    void isNotDoneBeforeQueriesAreAnswered() {
        aws.clusterIs("available", 8)
                .cluster(it -> it.clusterAvailabilityStatus("Maintenance"))
                .lastResize("SUCCEEDED", 8);

        assertInstanceOf(Progress.Working.class, confirm(Given.ago(12, 0)));
    }

    @Test
    void waitsWhileTheResizeIsInProgressAndSaysHowFarItIs() {
        aws.clusterIs("resizing", 4)
                .lastResize(
                        it ->
                                it.status("IN_PROGRESS")
                                        .targetNumberOfNodes(8)
                                        .dataTransferProgressPercent(55.5));

        assertEquals(
                new Progress.Working(
                        35,
                        55,
                        Given.NOW,
                        "sales is resizing (Available) with 4 x ra3.4xlarge; its last resize (to 8"
                                + " nodes) is IN_PROGRESS."),
                confirm(Given.ago(12, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "resizing, IN_PROGRESS",
        "'available, prep-for-resize', SUCCEEDED",
        "cancelling-resize, CANCELLING",
        "available, IN_PROGRESS"
    })
    void goesOnBeyondEveryLimitWhileAResizeIsInProgress(String status, String resize) {
        aws.clusterIs(status, 4).lastResize(resize, 8);

        assertEquals(
                900,
                assertInstanceOf(Progress.Working.class, confirm(Given.ago(14 * 24 * 60, 0)))
                        .waitSeconds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "SUCCEEDED", "NONE"})
    void doesNotBelieveThatNothingHappensWithinFiveMinutes(String resize) {
        aws.clusterIs("available", 4).lastResize(resize, 8);

        assertInstanceOf(Progress.Working.class, confirm(Given.ago(5, 0)));
        assertThrows(ResizeFailed.class, () -> confirm(Given.ago(5, 1)));
    }

    @Test
    void failsWhenTheClusterIsBackAtItsOldSize() {
        aws.clusterIs("available", 4).lastResize("FAILED", 8);

        assertFails(
                ResizeFailed.class,
                "The resize to 8 nodes did not happen: sales is available (Available) with 4 x"
                        + " ra3.4xlarge; its last resize (to 8 nodes) is FAILED.",
                () -> confirm(Given.ago(25, 0)));
    }

    @Test
    void failsWhenTheClusterHasAnotherSize() {
        aws.clusterIs("available", 6).lastResize("SUCCEEDED", 6);

        assertThrows(ResizeFailed.class, () -> confirm(Given.ago(25, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hardware-failure", "storage-full", "paused"})
    void doesNotWaitForAClusterThatNeedsAPersonUnlessAResizeIsReported(String status) {
        aws.clusterIs(status, 4).lastResize("FAILED", 8);

        assertInstanceOf(Progress.Working.class, confirm(Given.ago(5, 0)));
        assertThrows(ClusterUnusable.class, () -> confirm(Given.ago(5, 1)));
        aws.lastResize("IN_PROGRESS", 8);
        assertInstanceOf(Progress.Working.class, confirm(Given.ago(50, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"modifying", "brand-new"})
    void waitsUpToItsLimitInAnyOtherStatus(String status) {
        aws.clusterIs(status, 4).lastResize("FAILED", 8);

        assertInstanceOf(Progress.Working.class, confirm(Given.ago(60, 0)));
        assertFails(
                PhaseTimedOut.class,
                "The resize, which Redshift does not report, took longer than its limit of 1"
                        + " h. Last seen: sales is "
                        + status
                        + " (Available) with 4 x ra3.4xlarge; its last resize (to 8 nodes) is"
                        + " FAILED.",
                () -> confirm(Given.ago(60, 1)));
    }

    @Test
    void hasItsLimitFromTheEndOfTheResizeOn() {
        aws.clusterIs("rebooting", 8).lastResize("SUCCEEDED", 8);
        Instant workedAt = Given.ago(60, 0);

        assertEquals(
                workedAt,
                assertInstanceOf(
                                Progress.Working.class,
                                confirm(
                                        ResizeMethod.CLASSIC,
                                        Given.ago(1200, 0),
                                        Optional.of(workedAt)))
                        .workedAt());
        assertThrows(
                PhaseTimedOut.class,
                () ->
                        confirm(
                                ResizeMethod.CLASSIC,
                                Given.ago(1200, 0),
                                Optional.of(Given.ago(60, 1))));
    }

    @Test
    void looksAtAClassicResizeAtItsOwnPaceAndAsSoonAsRedshiftExpectsItsEnd() {
        aws.clusterIs("resizing", 4).lastResize("IN_PROGRESS", 8);
        assertEquals(745, wait(ResizeMethod.CLASSIC, Given.ago(720, 12)));

        aws.lastResize(
                it ->
                        it.status("IN_PROGRESS")
                                .targetNumberOfNodes(8)
                                .estimatedTimeToCompletionInSeconds(300L));
        assertEquals(300, wait(ResizeMethod.CLASSIC, Given.ago(720, 12)));
    }

    /// As a classic resize of ra3 or rg may show itself.
    @ParameterizedTest
    @CsvSource({"available, 4", "available, 8", "'available, resize-cleanup', 4"})
    void isNotDoneWhileDataIsMigratedInAClusterThatTakesWrites(String status, int nodes) {
        aws.clusterIs(status, nodes).lastResize("IN_PROGRESS", 8);

        assertEquals(745, wait(ResizeMethod.CLASSIC, Given.ago(720, 12)));
    }

    private int wait(ResizeMethod method, Instant since) {
        return assertInstanceOf(Progress.Working.class, confirm(method, since)).waitSeconds();
    }

    @Test
    void failsWithoutTheCluster() {
        aws.clusterIs("gone", 4);

        assertThrows(ClusterGone.class, () -> confirm(Given.ago(12, 0)));
    }

    private Progress confirm(Instant since) {
        return confirm(ResizeMethod.ELASTIC, since);
    }

    private Progress confirm(ResizeMethod method, Instant since) {
        return confirm(method, since, Optional.empty());
    }

    private Progress confirm(ResizeMethod method, Instant since, Optional<Instant> workedAt) {
        return new ConfirmResized(aws.redshift, Given.SETTINGS, Given.CLOCK)
                .run(new ConfirmResized.Input(8, method, since, workedAt));
    }
}
