package headroom.rehearsal.aws;

import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;

import java.time.Duration;
import java.time.Instant;

/// A resize, present or past, as DescribeResize shows it.
record SimulatedResize(String status, int nodes, Instant askedAt, Duration takes) {

    SimulatedResize with(String newStatus) {
        return new SimulatedResize(newStatus, nodes, askedAt, takes);
    }

    DescribeResizeResponse describe(Instant now) {
        var response =
                DescribeResizeResponse.builder()
                        .status(status)
                        .targetNumberOfNodes(nodes)
                        .targetClusterType("multi-node")
                        .resizeType("ElasticResize");
        if (status.equals("IN_PROGRESS")) {
            double share = (double) Duration.between(askedAt, now).toSeconds() / takes.toSeconds();
            response.dataTransferProgressPercent(Math.clamp(100 * share, 0, 99));
        }
        return response.build();
    }
}
