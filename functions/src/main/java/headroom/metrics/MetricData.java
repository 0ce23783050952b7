package headroom.metrics;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Reads many metrics of CloudWatch's, minute by minute, in as few calls as it takes.
public final class MetricData {
    /// How many metrics one call takes, by CloudWatch's model.
    public static final int QUERIES = 500;

    private static final int MINUTE = 60;

    private MetricData() {}

    /// One metric. It is asked for without a unit: with another than the metric's own, CloudWatch
    /// answers with nothing, and with no error.
    ///
    /// @param key whose figures these are, for who asks
    /// @param metric with exactly the dimensions that it is published with
    public record Query<K>(K key, Metric metric, Statistic statistic) {
        /// @param id by which the answer is told from others, in the form that CloudWatch permits
        public MetricDataQuery inCloudWatch(String id) {
            return MetricDataQuery.builder()
                    .id(id)
                    .metricStat(
                            stat -> stat.metric(metric).period(MINUTE).stat(statistic.toString()))
                    .build();
        }
    }

    /// What each metric was in the minutes that have a figure. Of a metric without any there is
    /// none, as of one that CloudWatch could not read when asked twice.
    ///
    /// @param from a full minute, included
    /// @param to a full minute, not included
    public static <K> Map<K, NavigableMap<Instant, Double>> read(
            CloudWatchClient cloudWatch, List<Query<K>> queries, Instant from, Instant to) {
        Map<K, NavigableMap<Instant, Double>> found = new HashMap<>();
        List<Query<K>> unanswered = pass(cloudWatch, queries, from, to, found);
        pass(cloudWatch, unanswered, from, to, found);
        return found;
    }

    /// @return those that were not answered, or not in full
    private static <K> List<Query<K>> pass(
            CloudWatchClient cloudWatch,
            List<Query<K>> queries,
            Instant from,
            Instant to,
            Map<K, NavigableMap<Instant, Double>> found) {
        List<Query<K>> unanswered = new ArrayList<>();
        for (int first = 0; first < queries.size(); first += QUERIES) {
            List<Query<K>> some = queries.subList(first, Math.min(queries.size(), first + QUERIES));
            Map<String, Boolean> answered = new HashMap<>();
            cloudWatch
                    .getMetricDataPaginator(
                            request ->
                                    request.metricDataQueries(inCloudWatch(some))
                                            .startTime(from)
                                            .endTime(to))
                    .stream()
                    .flatMap(page -> page.metricDataResults().stream())
                    .forEach(
                            each -> {
                                add(each, some.get(number(each)).key(), from, to, found);
                                answered.put(each.id(), isWhole(each));
                            });
            for (int i = 0; i < some.size(); i++) {
                if (!answered.getOrDefault(id(i), false)) {
                    unanswered.add(some.get(i));
                }
            }
        }
        return unanswered;
    }

    private static <K> List<MetricDataQuery> inCloudWatch(List<Query<K>> some) {
        List<MetricDataQuery> queries = new ArrayList<>();
        for (Query<K> each : some) {
            queries.add(each.inCloudWatch(id(queries.size())));
        }
        return queries;
    }

    /// A result may be spread over pages: each but the last says that it is not whole.
    private static <K> void add(
            MetricDataResult result,
            K key,
            Instant from,
            Instant to,
            Map<K, NavigableMap<Instant, Double>> found) {
        int figures = Math.min(result.timestamps().size(), result.values().size());
        for (int i = 0; i < figures; i++) {
            Instant minute = result.timestamps().get(i);
            if (!minute.isBefore(from) && minute.isBefore(to)) {
                found.computeIfAbsent(key, _ -> new TreeMap<>())
                        .put(minute, result.values().get(i));
            }
        }
    }

    private static boolean isWhole(MetricDataResult result) {
        return Optional.ofNullable(result.statusCode())
                .filter(
                        each ->
                                each == StatusCode.INTERNAL_ERROR
                                        || each == StatusCode.PARTIAL_DATA)
                .isEmpty();
    }

    private static String id(int number) {
        return "m" + number;
    }

    private static int number(MetricDataResult result) {
        return Integer.parseInt(result.id().substring(1));
    }
}
