package headroom.redshift.replication;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.RecentlyActive;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks CloudWatch how far tasks are behind.
///
/// A metric is found only by its exact set of dimensions. DMS names a task there by the last part
/// of its ARN, beside its instance's name; what it names a serverless replication by is documented
/// nowhere. So the metrics are listed, and a task's are those with a dimension that is its name or
/// the last part of its ARN.
public final class Lags {
    private static final String NAMESPACE = "AWS/DMS";

    /// At the source, what is not read yet; at the target, what is not applied yet.
    private static final List<String> METRICS = List.of("CDCLatencySource", "CDCLatencyTarget");

    /// May have the name of a task by chance.
    private static final String INSTANCE = "ReplicationInstanceIdentifier";

    /// How far back is looked: a figure comes each minute, with a gap now and then.
    private static final Duration RECENT = Duration.ofMinutes(15);

    private static final int PERIOD_SECONDS = 300;

    /// How many metrics one GetMetricData takes, by its model.
    private static final int QUERIES = 500;

    private Lags() {}

    /// Those of the tasks that CloudWatch has figures of, by ARN. The others are unknown.
    public static Map<String, Lag> of(
            CloudWatchClient cloudWatch, List<Replication> tasks, Instant now) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        Map<String, String> arns = new HashMap<>();
        tasks.forEach(
                each -> {
                    arns.put(key(each.name()), each.arn());
                    arns.put(key(lastPart(each.arn())), each.arn());
                });
        List<Series> series =
                METRICS.stream().flatMap(each -> listed(cloudWatch, each, arns)).toList();
        Map<String, Lag> lags = new HashMap<>();
        for (int from = 0; from < series.size(); from += QUERIES) {
            List<Series> some = series.subList(from, Math.min(series.size(), from + QUERIES));
            read(cloudWatch, some, now).forEach((arn, lag) -> lags.merge(arn, lag, Lag::further));
        }
        return lags;
    }

    /// A metric of a task.
    private record Series(String arn, Metric metric) {}

    private static Stream<Series> listed(
            CloudWatchClient cloudWatch, String metric, Map<String, String> arns) {
        return cloudWatch
                .listMetricsPaginator(
                        request ->
                                request.namespace(NAMESPACE)
                                        .metricName(metric)
                                        .recentlyActive(RecentlyActive.PT3_H))
                .metrics()
                .stream()
                .flatMap(each -> arn(each, arns).map(arn -> new Series(arn, each)).stream());
    }

    private static Optional<String> arn(Metric metric, Map<String, String> arns) {
        return metric.dimensions().stream()
                .filter(each -> !each.name().equals(INSTANCE))
                .map(Dimension::value)
                .flatMap(each -> Stream.of(each, lastPart(each)))
                .map(each -> arns.get(key(each)))
                .flatMap(arn -> Optional.ofNullable(arn).stream())
                .findFirst();
    }

    private static Map<String, Lag> read(
            CloudWatchClient cloudWatch, List<Series> some, Instant now) {
        List<MetricDataQuery> queries = new ArrayList<>();
        for (Series each : some) {
            queries.add(query("m" + queries.size(), each.metric()));
        }
        Map<String, List<Double>> values = new HashMap<>();
        cloudWatch
                .getMetricDataPaginator(
                        request ->
                                request.metricDataQueries(queries)
                                        .startTime(now.minus(RECENT))
                                        .endTime(now)
                                        .scanBy(ScanBy.TIMESTAMP_DESCENDING))
                .stream()
                .flatMap(page -> page.metricDataResults().stream())
                .forEach(each -> add(each, values));
        Map<String, Lag> lags = new HashMap<>();
        values.forEach(
                (id, newestFirst) ->
                        lags.merge(
                                some.get(Integer.parseInt(id.substring(1))).arn(),
                                new Lag(
                                        seconds(newestFirst.getFirst()),
                                        seconds(newestFirst.getLast())),
                                Lag::further));
        return lags;
    }

    /// A result may be spread over pages.
    private static void add(MetricDataResult result, Map<String, List<Double>> values) {
        if (!result.values().isEmpty()) {
            values.computeIfAbsent(result.id(), _ -> new ArrayList<>()).addAll(result.values());
        }
    }

    private static MetricDataQuery query(String id, Metric metric) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(metric).period(PERIOD_SECONDS).stat("Maximum"))
                .build();
    }

    private static Duration seconds(double value) {
        return Duration.ofSeconds(Math.max(0, Math.round(value)));
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
