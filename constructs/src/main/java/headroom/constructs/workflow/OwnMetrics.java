package headroom.constructs.workflow;

import headroom.metrics.Measure;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;

import java.util.Map;

/// What the functions of one resource measure, as CloudWatch knows it.
///
/// @param resource the value of the dimension that all of it has
public record OwnMetrics(String resource) {

    /// The highest value of a period: a line that CloudWatch took twice makes no difference.
    /// Without a label, which would make an expression of it that an alarm cannot list directly.
    public Metric highest(Measure measure, Duration period) {
        return metric(measure, period)
                .dimensionsMap(Map.of(Measure.RESOURCE, resource))
                .statistic(Stats.MAXIMUM)
                .build();
    }

    /// How many runs ended like this.
    public Metric runs(String outcome, Duration period) {
        return metric(Measure.RUNS, period)
                .dimensionsMap(Map.of(Measure.RESOURCE, resource, Measure.OUTCOME, outcome))
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
