package headroom.redshift.cluster;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How full the disk of a cluster is, as CloudWatch knows it from Redshift: one datapoint a minute,
/// with a gap now and then, and none while the cluster is paused or resized.
///
/// @param cluster its identifier, the metric's only dimension: with a node beside it, the metric is
///   that of the node
public record DiskMetric(CloudWatchClient cloudWatch, String cluster) {
    public static final String NAMESPACE = "AWS/Redshift";
    public static final String NAME = "PercentageDiskSpaceUsed";

    /// The dimension that names the cluster.
    public static final String DIMENSION = "ClusterIdentifier";

    /// The highest value of each period that has any, in no certain order.
    ///
    /// @param period at least a minute; CloudWatch answers with 1,440 of them at most
    public List<Datapoint> maxima(Instant from, Instant to, Duration period) {
        Dimension dimension = Dimension.builder().name(DIMENSION).value(cluster).build();
        return cloudWatch
                .getMetricStatistics(
                        request ->
                                request.namespace(NAMESPACE)
                                        .metricName(NAME)
                                        .dimensions(dimension)
                                        .startTime(from)
                                        .endTime(to)
                                        .period(Math.toIntExact(period.toSeconds()))
                                        .statistics(Statistic.MAXIMUM))
                .datapoints();
    }
}
