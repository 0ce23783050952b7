package headroom.infra.workflow;

import headroom.metrics.Measure;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;

import java.util.Map;

/// What the functions of one cluster measure, as CloudWatch knows it.
///
/// @param cluster the value of the dimension that all of it has
public record OwnMetrics(String cluster) {

    /// The highest value of a period: a line that CloudWatch took twice makes no difference.
    /// Without a label, which would make an expression of it that an alarm cannot list directly.
    public Metric highest(Measure measure, Duration period) {
        return metric(measure, period)
                .dimensionsMap(Map.of(Measure.CLUSTER, cluster))
                .statistic(Stats.MAXIMUM)
                .build();
    }

    /// How many runs ended like this.
    public Metric runs(String outcome, Duration period) {
        return metric(Measure.RUNS, period)
                .dimensionsMap(Map.of(Measure.CLUSTER, cluster, Measure.OUTCOME, outcome))
                .statistic(Stats.SUM)
                .label(outcome)
                .build();
    }

    private static Metric.Builder metric(Measure measure, Duration period) {
        return Metric.Builder.create()
                .namespace(Measure.NAMESPACE)
                .metricName(measure.title())
                .period(period);
    }
}
