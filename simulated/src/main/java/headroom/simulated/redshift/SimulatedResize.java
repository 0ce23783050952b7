package headroom.simulated.redshift;

import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;

import java.time.Duration;
import java.time.Instant;

/// A resize, present or past, as DescribeResize shows it.
///
/// @param nodes its target
/// @param takes how long it takes from end to end
/// @param estimates of how long that still is
record SimulatedResize(
        String status,
        Way way,
        SimulatedNodeType nodeType,
        int nodes,
        Instant askedAt,
        Duration takes,
        Estimates estimates) {

    /// Which of the two kinds of resize.
    enum Way {
        ELASTIC("ElasticResize"),
        CLASSIC("ClassicResize");

        private final String shown;

        Way(String shown) {
            this.shown = shown;
        }
    }

    SimulatedResize with(String newStatus) {
        return new SimulatedResize(newStatus, way, nodeType, nodes, askedAt, takes, estimates);
    }

    DescribeResizeResponse describe(Instant now) {
        var response =
                DescribeResizeResponse.builder()
                        .status(status)
                        .targetNumberOfNodes(nodes)
                        .targetNodeType(nodeType.shown())
                        .targetClusterType(SimulatedRedshift.MULTI_NODE)
                        .resizeType(way.shown);
        if (status.equals("IN_PROGRESS")) {
            long elapsed = Duration.between(askedAt, now).toSeconds();
            double percent = Math.clamp(100.0 * elapsed / takes.toSeconds(), 0, 99);
            response.dataTransferProgressPercent(percent).elapsedTimeInSeconds(elapsed);
            response.estimatedTimeToCompletionInSeconds(
                    estimates.shown(
                            way == Way.CLASSIC && isEstimated(percent),
                            Math.max(0, takes.toSeconds() - elapsed)));
        }
        return response.build();
    }

    private static boolean isEstimated(double percent) {
        return (int) percent % 2 == 0;
    }
}
