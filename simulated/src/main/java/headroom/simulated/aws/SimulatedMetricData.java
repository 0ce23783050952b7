package headroom.simulated.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What CloudWatch answers with of the series that a service reports.
///
/// @param source that reports them
public record SimulatedMetricData(SeriesSource source) {
    private static final int MOST_QUERIES = 500;
    private static final int MOST_DATAPOINTS = 100_800;
    private static final int MINUTE = 60;

    /// Page by page. A metric that there is not has no figures, and is no error.
    public GetMetricDataResponse read(GetMetricDataRequest request) {
        require(request);
        Pages<MetricDataQuery> pages = Pages.cut(request.metricDataQueries(), request.nextToken());
        return GetMetricDataResponse.builder()
                .metricDataResults(
                        pages.page().stream().map(each -> result(each, request)).toList())
                .nextToken(pages.marker())
                .build();
    }

    private static void require(GetMetricDataRequest request) {
        List<MetricDataQuery> queries = request.metricDataQueries();
        if (queries.size() > MOST_QUERIES) {
            throw refusal(
                    "The collection MetricDataQueries must not have a size greater than "
                            + MOST_QUERIES);
        }
        var ids = new HashSet<String>();
        for (MetricDataQuery each : queries) {
            if (each.metricStat() == null) {
                throw new UnsupportedOperationException("an expression is not modelled: " + each);
            }
            if (!each.id().matches("[a-z][a-zA-Z0-9_]{0,254}") || !ids.add(each.id())) {
                throw refusal("Invalid or duplicate id %s".formatted(each.id()));
            }
            if (each.metricStat().period() % MINUTE != 0) {
                throw refusal("Period must be a multiple of 60");
            }
        }
        if (!request.startTime().isBefore(request.endTime())) {
            throw refusal("StartTime must be before EndTime");
        }
        long seconds = Duration.between(request.startTime(), request.endTime()).toSeconds();
        long points =
                queries.stream().mapToLong(each -> seconds / each.metricStat().period()).sum();
        if (points > MOST_DATAPOINTS) {
            throw refusal("You have requested up to %d datapoints".formatted(points));
        }
    }

    /// The newest first, unless it is asked for otherwise. A unit that it is asked for in is one
    /// that nothing here was reported in.
    private MetricDataResult result(MetricDataQuery query, GetMetricDataRequest request) {
        NavigableMap<Instant, List<Double>> periods = new TreeMap<>();
        long period = query.metricStat().period();
        Metric metric = query.metricStat().metric();
        if (query.metricStat().unit() == null) {
            source.samples(metric, floor(request.startTime(), period), request.endTime())
                    .forEach(
                            (at, samples) ->
                                    periods.computeIfAbsent(
                                                    floor(at, period), _ -> new ArrayList<>())
                                            .addAll(samples));
        }
        Map<Instant, List<Double>> ordered =
                request.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? periods : periods.descendingMap();
        return MetricDataResult.builder()
                .id(query.id())
                .label(metric.metricName())
                .statusCode(StatusCode.COMPLETE)
                .timestamps(ordered.keySet())
                .values(
                        ordered.values().stream()
                                .map(each -> statistic(each, query.metricStat().stat()))
                                .toList())
                .build();
    }

    private static Instant floor(Instant moment, long period) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), period) * period);
    }

    static double statistic(List<Double> samples, String name) {
        DoubleSummaryStatistics all =
                samples.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return switch (name) {
            case "Average" -> all.getAverage();
            case "Maximum" -> all.getMax();
            case "Minimum" -> all.getMin();
            case "Sum" -> all.getSum();
            case "SampleCount" -> all.getCount();
            default ->
                    throw new UnsupportedOperationException(
                            "the statistic %s is not modelled".formatted(name));
        };
    }

    /// Page by page; dimensions that are asked for have to be among a metric's.
    public ListMetricsResponse list(ListMetricsRequest request) {
        Pages<Metric> pages =
                Pages.cut(
                        source.metrics().filter(each -> suits(each, request)).toList(),
                        request.nextToken());
        return ListMetricsResponse.builder()
                .metrics(pages.page())
                .nextToken(pages.marker())
                .build();
    }

    private static boolean suits(Metric metric, ListMetricsRequest request) {
        boolean named =
                request.metricName() == null || request.metricName().equals(metric.metricName());
        boolean placed =
                request.namespace() == null || request.namespace().equals(metric.namespace());
        return named
                && placed
                && request.dimensions().stream()
                        .allMatch(
                                wanted ->
                                        metric.dimensions().stream()
                                                .anyMatch(each -> suits(each, wanted)));
    }

    private static boolean suits(Dimension dimension, DimensionFilter wanted) {
        return dimension.name().equals(wanted.name())
                && (wanted.value() == null || dimension.value().equals(wanted.value()));
    }

    private static AwsServiceException refusal(String message) {
        return Refusal.of(CloudWatchException.builder(), "CloudWatch", "ValidationError", message);
    }
}
