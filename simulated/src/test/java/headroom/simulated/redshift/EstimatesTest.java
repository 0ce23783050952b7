package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

final class EstimatesTest {
    private static final String BY_HAND = "by-hand";

    /// The ordinary resize takes 900 seconds with its cleanup, the ordinary snapshot 360.
    @ParameterizedTest
    @CsvSource({
        "COME_AND_GO,  ,  ",
        "ABSENT,       ,  ",
        "RIGHT,     600, 60",
        "TOO_SHORT, 200, 20",
        "TOO_LONG, 1800, 180"
    })
    void areShownAfterFiveMinutes(
            Estimates kind, @Nullable Long ofAResize, @Nullable Long ofASnapshot) {
        OneCluster resizing = with(kind);
        resizing.resizeElastically(8);
        resizing.pass(Duration.ofMinutes(5));
        resizing.lookAtResize();
        assertEquals(ofAResize, resizing.lookAtResize().estimatedTimeToCompletionInSeconds());

        OneCluster copying = with(kind);
        copying.takeSnapshot(BY_HAND);
        copying.pass(Duration.ofMinutes(5));
        assertEquals(ofASnapshot, ofSnapshot(copying));
    }

    @Test
    void areNotOfWhatHasEnded() {
        OneCluster copying = with(Estimates.RIGHT);
        copying.takeSnapshot(BY_HAND);
        copying.pass(Duration.ofMinutes(7));
        assertNull(ofSnapshot(copying));
    }

    private static OneCluster with(Estimates kind) {
        return new OneCluster(4, 50, RedshiftBehaviour.ORDINARY.with(kind));
    }

    private static @Nullable Long ofSnapshot(OneCluster cluster) {
        return cluster.redshift
                .describeClusterSnapshots(request -> request.snapshotIdentifier(BY_HAND))
                .snapshots()
                .getFirst()
                .estimatedSecondsToCompletion();
    }
}
