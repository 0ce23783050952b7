package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsRequest;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

final class SnapshotsTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String OLDEST = "rs:analytics-2026-11-21-12-00-00";
    private static final String OLDER = "rs:analytics-2026-11-21-20-00-00";
    private static final String CREATING = "rs:analytics-2026-11-22-04-00-00";

    private final OneCluster scenario =
            new OneCluster(4, 50, RedshiftBehaviour.ORDINARY.withAutomatedSnapshotOf(TEN_MINUTES));

    @Test
    void ofBothTypesAreListedPageByPage() {
        scenario.pass(TEN_MINUTES);
        scenario.takeSnapshot("by-hand");

        assertEquals(
                List.of(
                        OLDEST + " automated available",
                        OLDER + " automated available",
                        CREATING + " automated available",
                        "by-hand manual creating"),
                listed(request -> request.clusterIdentifier(OneCluster.NAME)));
    }

    @Test
    void areFoundByTypeAndTime() {
        scenario.pass(TEN_MINUTES);
        scenario.takeSnapshot("by-hand");
        Instant before = Instant.parse("2026-11-21T20:00:00Z");

        assertEquals(
                List.of("by-hand manual creating"),
                listed(
                        request ->
                                request.clusterIdentifier(OneCluster.NAME).snapshotType("manual")));
        assertEquals(
                List.of(OLDER + " automated available", CREATING + " automated available"),
                listed(request -> request.snapshotType("automated").startTime(before)));
        assertEquals(List.of(), listed(request -> request.clusterIdentifier("marketing")));
    }

    @Test
    void areFoundByName() {
        assertEquals(
                List.of(CREATING + " automated creating"),
                listed(request -> request.snapshotIdentifier(CREATING)));
        assertThrows(
                ClusterSnapshotNotFoundException.class,
                () -> listed(request -> request.snapshotIdentifier("none")));
    }

    @Test
    void thatRedshiftTakesLetNothingElseBegin() {
        assertThrows(InvalidClusterStateException.class, () -> scenario.takeSnapshot("by-hand"));
        assertThrows(InvalidClusterStateException.class, () -> scenario.resizeElastically(8));
        assertThrows(InvalidClusterStateException.class, () -> scenario.resizeClassically(8));

        scenario.pass(TEN_MINUTES);
        scenario.resizeElastically(8);

        assertEquals(
                List.of(
                        "automated snapshot is creating",
                        "automated snapshot is available",
                        "available, prep-for-resize, 4 nodes, disk 50.0 %"),
                scenario.statuses());
    }

    private List<String> listed(Consumer<DescribeClusterSnapshotsRequest.Builder> request) {
        return scenario.redshift.describeClusterSnapshotsPaginator(request).snapshots().stream()
                .map(SnapshotsTest::sentence)
                .toList();
    }

    private static String sentence(Snapshot snapshot) {
        return "%s %s %s"
                .formatted(
                        snapshot.snapshotIdentifier(), snapshot.snapshotType(), snapshot.status());
    }
}
