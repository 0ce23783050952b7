package headroom.rehearsal.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.stage.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.ResizeNotFoundException;
import software.amazon.awssdk.services.redshift.model.UnsupportedOptionException;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

final class ClassicResizeTest {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private final OneCluster story = OneCluster.of(1);

    @Test
    void isResizingForHoursAndThenAvailable() {
        story.resizeClassically(4);
        assertEquals(List.of("1 -> 4 nodes, classic"), story.changes());
        assertEquals("available", story.look().clusterStatus());
        assertEquals("resizing", story.look().clusterStatus());
        assertEquals(4, story.look().pendingModifiedValues().numberOfNodes());

        story.pass(Duration.ofHours(20).minus(MOMENT));
        assertEquals("resizing", story.look().clusterStatus());
        assertEquals(1, story.look().numberOfNodes());

        story.pass(MOMENT);
        assertEquals("available", story.look().clusterStatus());
        assertEquals(4, story.look().numberOfNodes());
        assertEquals("SUCCEEDED", story.lookAtResize().status());
        assertEquals(
                List.of("resizing, 1 nodes, disk 50.0 %", "available, 4 nodes, disk 12.5 %"),
                story.statuses());
    }

    @Test
    void mayShowAsAvailableWhileItMigratesData() {
        var dials = RedshiftDials.ORDINARY.with(Trouble.MIGRATION_SHOWN_AVAILABLE);
        var other = new OneCluster(4, 50, dials);
        other.resizeClassically(8);
        other.pass(Duration.ofHours(10));
        other.lookAtResize();

        assertEquals("available", other.look().clusterStatus());
        assertEquals("Available", other.look().clusterAvailabilityStatus());
        assertEquals(4, other.look().numberOfNodes());
        assertEquals("IN_PROGRESS", other.lookAtResize().status());
        assertThrows(InvalidClusterStateException.class, () -> other.resizeClassically(6));

        other.pass(Duration.ofHours(10).minus(MOMENT));
        assertEquals("resizing", other.look().clusterStatus());
        other.pass(MOMENT);
        assertEquals("SUCCEEDED", other.lookAtResize().status());
        assertEquals(8, other.look().numberOfNodes());
    }

    @Test
    void neverShowsAsAvailableOfAnOlderNodeType() {
        var dials =
                RedshiftDials.ORDINARY
                        .with(Trouble.MIGRATION_SHOWN_AVAILABLE)
                        .with(SimulatedNodeType.DC2_LARGE);
        var other = new OneCluster(4, 50, dials);
        other.redshift.resizeCluster(
                request ->
                        request.clusterIdentifier(Scene.CLUSTER)
                                .nodeType("dc2.large")
                                .numberOfNodes(8)
                                .classic(true));
        other.look();
        other.pass(Duration.ofHours(10));

        assertEquals("resizing", other.look().clusterStatus());
    }

    @Test
    void isDescribedWithAnEstimateNowAndThen() {
        story.resizeClassically(4);

        story.pass(Duration.ofHours(10));
        DescribeResizeResponse half = story.lookAtResize();
        assertEquals("ClassicResize", half.resizeType());
        assertEquals("multi-node", half.targetClusterType());
        assertEquals("ra3.4xlarge", half.targetNodeType());
        assertEquals(4, half.targetNumberOfNodes());
        assertEquals(50, half.dataTransferProgressPercent());
        assertEquals(Duration.ofHours(10).toSeconds(), half.estimatedTimeToCompletionInSeconds());

        story.pass(Duration.ofMinutes(12));
        assertEquals(51, story.lookAtResize().dataTransferProgressPercent());
        assertNull(story.lookAtResize().estimatedTimeToCompletionInSeconds());
    }

    @Test
    void takesAsLongAsTheSceneSays() {
        var quick = RedshiftDials.ORDINARY.withClassicResizeOf(Duration.ofHours(2));
        var other = new OneCluster(1, 50, quick);

        other.resizeClassically(4);
        other.pass(Duration.ofHours(2));

        assertEquals(4, other.redshift.nodes());
    }

    @Test
    void mayFallBackToTheOldSize() {
        var other = new OneCluster(4, 50, RedshiftDials.ORDINARY.with(Trouble.RESIZE_FAILS));

        other.resizeClassically(8);
        assertEquals("SUCCEEDED", other.lookAtResize().status());
        assertEquals("IN_PROGRESS", other.lookAtResize().status());
        other.pass(Duration.ofHours(20));

        assertEquals("FAILED", other.lookAtResize().status());
        assertEquals(4, other.redshift.nodes());
        assertTrue(other.redshift.takesWrites());
    }

    @Test
    void isRefusedUnlessTheRequestIsWhole() {
        assertIncomplete(request -> request.clusterType("multi-node").numberOfNodes(4));
        assertIncomplete(request -> request.clusterType("multi-node").nodeType("ra3.4xlarge"));
        assertIncomplete(request -> request.nodeType("ra3.4xlarge").numberOfNodes(4));

        assertEquals(List.of(), story.changes());
    }

    private void assertIncomplete(Consumer<ResizeClusterRequest.Builder> request) {
        ResizeClusterRequest.Builder classic =
                ResizeClusterRequest.builder().clusterIdentifier(Scene.CLUSTER).classic(true);
        request.accept(classic);
        var refusal =
                assertThrows(
                        RedshiftException.class,
                        () -> story.redshift.resizeCluster(classic.build()));
        assertEquals("InvalidParameterCombination", refusal.awsErrorDetails().errorCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 33})
    void isRefusedForSizesThatThereAreNot(int nodes) {
        assertThrows(UnsupportedOptionException.class, () -> story.resizeClassically(nodes));
    }

    @Test
    void isTheOnlyOneForASingleNode() {
        assertThrows(UnsupportedOptionException.class, () -> story.resizeElastically(2));
        assertThrows(ResizeNotFoundException.class, story::lookAtResize);
    }
}
