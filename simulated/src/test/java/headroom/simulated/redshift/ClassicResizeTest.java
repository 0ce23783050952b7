package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

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
    private final OneCluster scenario = OneCluster.of(1);

    @Test
    void isResizingForHoursAndThenAvailable() {
        scenario.resizeClassically(4);
        assertEquals(List.of("1 -> 4 nodes, classic"), scenario.changes());
        assertEquals("available", scenario.look().clusterStatus());
        assertEquals("resizing", scenario.look().clusterStatus());
        assertEquals(4, scenario.look().pendingModifiedValues().numberOfNodes());

        scenario.pass(Duration.ofHours(20).minus(MOMENT));
        assertEquals("resizing", scenario.look().clusterStatus());
        assertEquals(1, scenario.look().numberOfNodes());

        scenario.pass(MOMENT);
        assertEquals("available", scenario.look().clusterStatus());
        assertEquals(4, scenario.look().numberOfNodes());
        assertEquals("SUCCEEDED", scenario.lookAtResize().status());
        assertEquals(
                List.of("resizing, 1 nodes, disk 50.0 %", "available, 4 nodes, disk 12.5 %"),
                scenario.statuses());
    }

    @Test
    void mayShowAsAvailableWhileItMigratesData() {
        var behaviour = RedshiftBehaviour.ORDINARY.with(Quirk.MIGRATION_SHOWN_AVAILABLE);
        var other = new OneCluster(4, 50, behaviour);
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
        var behaviour =
                RedshiftBehaviour.ORDINARY
                        .with(Quirk.MIGRATION_SHOWN_AVAILABLE)
                        .with(SimulatedNodeType.DC2_LARGE);
        var other = new OneCluster(4, 50, behaviour);
        other.redshift.resizeCluster(
                request ->
                        request.clusterIdentifier(OneCluster.NAME)
                                .nodeType("dc2.large")
                                .numberOfNodes(8)
                                .classic(true));
        other.look();
        other.pass(Duration.ofHours(10));

        assertEquals("resizing", other.look().clusterStatus());
    }

    @Test
    void isDescribedWithAnEstimateNowAndThen() {
        scenario.resizeClassically(4);

        scenario.pass(Duration.ofHours(10));
        DescribeResizeResponse half = scenario.lookAtResize();
        assertEquals("ClassicResize", half.resizeType());
        assertEquals("multi-node", half.targetClusterType());
        assertEquals("ra3.4xlarge", half.targetNodeType());
        assertEquals(4, half.targetNumberOfNodes());
        assertEquals(50, half.dataTransferProgressPercent());
        assertEquals(Duration.ofHours(10).toSeconds(), half.estimatedTimeToCompletionInSeconds());

        scenario.pass(Duration.ofMinutes(12));
        assertEquals(51, scenario.lookAtResize().dataTransferProgressPercent());
        assertNull(scenario.lookAtResize().estimatedTimeToCompletionInSeconds());
    }

    @Test
    void takesAsLongAsTheSceneSays() {
        var quick = RedshiftBehaviour.ORDINARY.withClassicResizeOf(Duration.ofHours(2));
        var other = new OneCluster(1, 50, quick);

        other.resizeClassically(4);
        other.pass(Duration.ofHours(2));

        assertEquals(4, other.redshift.nodes());
    }

    @Test
    void mayFallBackToTheOldSize() {
        var other = new OneCluster(4, 50, RedshiftBehaviour.ORDINARY.with(Quirk.RESIZE_FAILS));

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

        assertEquals(List.of(), scenario.changes());
    }

    private void assertIncomplete(Consumer<ResizeClusterRequest.Builder> request) {
        ResizeClusterRequest.Builder classic =
                ResizeClusterRequest.builder().clusterIdentifier(OneCluster.NAME).classic(true);
        request.accept(classic);
        var refusal =
                assertThrows(
                        RedshiftException.class,
                        () -> scenario.redshift.resizeCluster(classic.build()));
        assertEquals("InvalidParameterCombination", refusal.awsErrorDetails().errorCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 33})
    void isRefusedForSizesThatThereAreNot(int nodes) {
        assertThrows(UnsupportedOptionException.class, () -> scenario.resizeClassically(nodes));
    }

    @Test
    void isTheOnlyOneForASingleNode() {
        assertThrows(UnsupportedOptionException.class, () -> scenario.resizeElastically(2));
        assertThrows(ResizeNotFoundException.class, scenario::lookAtResize);
    }
}
