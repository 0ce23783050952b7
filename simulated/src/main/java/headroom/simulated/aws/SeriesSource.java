package headroom.simulated.aws;

import software.amazon.awssdk.services.cloudwatch.model.Metric;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;

/// A service that reports figures to CloudWatch, one series for each metric with each set of
/// dimensions.
public interface SeriesSource {
    /// All metrics that there are at this moment.
    Stream<Metric> metrics();

    /// What CloudWatch has by now of one of them, by the minute that it is about; several samples
    /// where several report to the same. Empty if there is no such metric, as with a set of
    /// dimensions that it is not published under.
    ///
    /// @param to not included
    NavigableMap<Instant, List<Double>> samples(Metric metric, Instant from, Instant to);
}
