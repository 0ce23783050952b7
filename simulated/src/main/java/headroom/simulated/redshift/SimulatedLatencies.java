package headroom.simulated.redshift;

import headroom.simulated.aws.Pages;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What CloudWatch knows of how far DMS tasks are behind: two metrics of each, once a minute while
/// it runs. What the target waits for includes what the source does.
final class SimulatedLatencies {
    private static final Set<String> NAMES = Set.of("CDCLatencySource", "CDCLatencyTarget");

    private final Supplier<List<SimulatedTask>> tasks;

    SimulatedLatencies(Supplier<List<SimulatedTask>> tasks) {
        this.tasks = tasks;
    }

    ListMetricsResponse list(ListMetricsRequest request) {
        Pages<Metric> pages =
                Pages.cut(
                        tasks.get().stream()
                                .flatMap(each -> metrics(each, request.metricName()))
                                .toList(),
                        request.nextToken());
        return ListMetricsResponse.builder()
                .metrics(pages.page())
                .nextToken(pages.marker())
                .build();
    }

    private static Stream<Metric> metrics(SimulatedTask task, String name) {
        Optional<Dimension> own = task.latencyDimension();
        return NAMES.contains(name)
                ? own.map(each -> metric(task, name, each)).stream()
                : Stream.empty();
    }

    private static Metric metric(SimulatedTask task, String name, Dimension own) {
        List<Dimension> dimensions = new ArrayList<>(List.of(own));
        if (task instanceof ProvisionedTask) {
            dimensions.addFirst(
                    Dimension.builder()
                            .name("ReplicationInstanceIdentifier")
                            .value("large")
                            .build());
        }
        return Metric.builder()
                .namespace("AWS/DMS")
                .metricName(name)
                .dimensions(dimensions)
                .build();
    }

    GetMetricDataResponse read(GetMetricDataRequest request) {
        Map<Metric, SimulatedTask> measured = new HashMap<>();
        for (SimulatedTask task : tasks.get()) {
            NAMES.stream()
                    .flatMap(each -> metrics(task, each))
                    .forEach(each -> measured.putIfAbsent(each, task));
        }
        return GetMetricDataResponse.builder()
                .metricDataResults(
                        request.metricDataQueries().stream()
                                .map(each -> result(each, measured, request))
                                .toList())
                .build();
    }

    private static MetricDataResult result(
            MetricDataQuery query,
            Map<Metric, SimulatedTask> measured,
            GetMetricDataRequest request) {
        SimulatedTask task = measured.get(query.metricStat().metric());
        return MetricDataResult.builder()
                .id(query.id())
                .values(task == null ? List.of() : values(task, query, request))
                .build();
    }

    /// The highest of each period, newest first.
    private static List<Double> values(
            SimulatedTask task, MetricDataQuery query, GetMetricDataRequest request) {
        Duration period = Duration.ofSeconds(query.metricStat().period());
        List<Double> values = new ArrayList<>();
        Instant end = request.endTime();
        while (end.isAfter(request.startTime())) {
            Instant begin = end.minus(period);
            Stream.iterate(end, each -> each.isAfter(begin), each -> each.minusSeconds(60))
                    .flatMap(each -> task.latencyShown(each).stream())
                    .max(Duration::compareTo)
                    .ifPresent(each -> values.add((double) each.toSeconds()));
            end = begin;
        }
        return values;
    }
}
