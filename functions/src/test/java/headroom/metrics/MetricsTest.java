package headroom.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;
import headroom.redshift.report.Ending;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class MetricsTest {
    private final List<String> lines = new ArrayList<>();
    private final Metrics metrics = new Metrics("sales", Given.CLOCK, lines::add);

    @Test
    void writesOneLineInTheEmbeddedMetricFormat() {
        metrics.write(Map.of(Measure.WATCHED, 1L, Measure.LEASE_HELD_SECONDS, 0L));

        assertEquals(
                List.of(
                        "{\"_aws\":{\"Timestamp\":1795321800000,\"CloudWatchMetrics\":["
                            + "{\"Namespace\":\"Headroom\",\"Dimensions\":[[\"Resource\"]],\"Metrics\":["
                            + "{\"Name\":\"LeaseHeldSeconds\",\"Unit\":\"Seconds\"}]},"
                            + "{\"Namespace\":\"Headroom\",\"Dimensions\":[[\"Resource\"]],\"Metrics\":["
                            + "{\"Name\":\"Watched\",\"Unit\":\"Count\"}]}]},"
                            + "\"Resource\":\"sales\",\"LeaseHeldSeconds\":0,\"Watched\":1}"),
                lines);
    }

    @Test
    void givesTheOutcomeToTheRunsAlone() {
        metrics.write("resized", Map.of(Measure.RUNS, 1L, Measure.PAUSE_SECONDS, 3665L));

        assertEquals(
                List.of(
                        "{\"_aws\":{\"Timestamp\":1795321800000,\"CloudWatchMetrics\":["
                            + "{\"Namespace\":\"Headroom\",\"Dimensions\":[[\"Resource\",\"Outcome\"]],"
                            + "\"Metrics\":[{\"Name\":\"Runs\",\"Unit\":\"Count\"}]},"
                            + "{\"Namespace\":\"Headroom\",\"Dimensions\":[[\"Resource\"]],\"Metrics\":["
                            + "{\"Name\":\"PauseSeconds\",\"Unit\":\"Seconds\"}]}]},"
                            + "\"Resource\":\"sales\",\"Outcome\":\"resized\",\"Runs\":1,\"PauseSeconds\":3665}"),
                lines);
    }

    /// The first ten of an account are free. Drills have one more.
    @Test
    void areTenForACluster() {
        assertEquals(
                10,
                Arrays.stream(Measure.values())
                        .filter(each -> each != Measure.COPY_NODE_MINUTES)
                        .mapToInt(
                                each ->
                                        each.dimensions().contains(Measure.OUTCOME)
                                                ? Ending.values().length
                                                : 1)
                        .sum());
    }
}
