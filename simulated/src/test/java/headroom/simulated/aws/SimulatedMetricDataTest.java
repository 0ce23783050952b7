package headroom.simulated.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class SimulatedMetricDataTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Metric LENGTH =
            Metric.builder()
                    .namespace("Shop")
                    .metricName("QueueLength")
                    .dimensions(Dimension.builder().name("Till").value("one").build())
                    .build();

    /// Two samples a minute: its number, and ten times that.
    private static final SeriesSource SHOP =
            new SeriesSource() {
                @Override
                public Stream<Metric> metrics() {
                    return Stream.of(LENGTH, LENGTH.toBuilder().metricName("Sales").build());
                }

                @Override
                public NavigableMap<Instant, List<Double>> samples(
                        Metric metric, Instant from, Instant to) {
                    NavigableMap<Instant, List<Double>> found = new TreeMap<>();
                    for (Instant each = from;
                            each.isBefore(to) && metric.equals(LENGTH);
                            each = each.plusSeconds(60)) {
                        double minute = Duration.between(TEN, each).toMinutes();
                        found.put(each, List.of(minute, 10 * minute));
                    }
                    return found;
                }
            };

    private final SimulatedMetricData data = new SimulatedMetricData(SHOP);

    private static MetricDataQuery query(String id, String stat, int period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(each -> each.metric(LENGTH).stat(stat).period(period))
                .build();
    }

    private static GetMetricDataRequest request(MetricDataQuery... queries) {
        return GetMetricDataRequest.builder()
                .startTime(TEN)
                .endTime(TEN.plusSeconds(300))
                .metricDataQueries(queries)
                .build();
    }

    private List<Double> values(String stat, int period) {
        return data.read(request(query("a", stat, period))).metricDataResults().getFirst().values();
    }

    @Test
    void answersWithThePeriodsNewestFirst() {
        assertEquals(List.of(40.0, 30.0, 20.0, 10.0, 0.0), values("Maximum", 60));
        assertEquals(List.of(4.0, 3.0, 2.0, 1.0, 0.0), values("Minimum", 60));
        assertEquals(List.of(44.0, 33.0, 22.0, 11.0, 0.0), values("Sum", 60));
        assertEquals(List.of(11.0), values("Average", 300));
        assertEquals(List.of(10.0), values("SampleCount", 300));
        assertThrows(UnsupportedOperationException.class, () -> values("p99", 60));
    }

    @Test
    void orOldestFirst() {
        GetMetricDataRequest asked =
                request(query("a", "Maximum", 60)).toBuilder()
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .build();
        MetricDataResult found = data.read(asked).metricDataResults().getFirst();
        assertEquals(List.of(0.0, 10.0, 20.0, 30.0, 40.0), found.values());
        assertEquals(TEN, found.timestamps().getFirst());
    }

    /// Unit and metric have to match, or there is nothing.
    @Test
    void whatThereIsNotIsEmpty() {
        MetricDataQuery inPercent =
                query("a", "Maximum", 60).toBuilder()
                        .metricStat(
                                each ->
                                        each.metric(LENGTH)
                                                .stat("Maximum")
                                                .period(60)
                                                .unit("Percent"))
                        .build();
        assertEquals(
                List.of(), data.read(request(inPercent)).metricDataResults().getFirst().values());
    }

    @Test
    void longListsComeInPages() {
        List<MetricDataQuery> many =
                IntStream.range(0, 500).mapToObj(each -> query("q" + each, "Maximum", 60)).toList();
        GetMetricDataRequest asked = request(many.toArray(MetricDataQuery[]::new));
        List<String> ids = new ArrayList<>();
        GetMetricDataResponse page = data.read(asked);
        while (page.nextToken() != null) {
            page.metricDataResults().forEach(each -> ids.add(each.id()));
            page = data.read(asked.toBuilder().nextToken(page.nextToken()).build());
        }
        page.metricDataResults().forEach(each -> ids.add(each.id()));
        assertEquals(many.stream().map(MetricDataQuery::id).toList(), ids);
        assertEquals(100, page.metricDataResults().size());
        assertNull(page.nextToken());
    }

    @Test
    void refusesWhatCloudWatchRefuses() {
        List<MetricDataQuery> many =
                IntStream.rangeClosed(0, 500)
                        .mapToObj(each -> query("q" + each, "Maximum", 60))
                        .toList();
        refuses(request(many.toArray(MetricDataQuery[]::new)));
        refuses(request(query("a", "Maximum", 60), query("a", "Minimum", 60)));
        refuses(request(query("Upper", "Maximum", 60)));
        refuses(request(query("a", "Maximum", 61)));
        refuses(
                request(query("a", "Maximum", 60)).toBuilder()
                        .startTime(TEN.minus(Duration.ofDays(71)))
                        .build());
        refuses(request(query("a", "Maximum", 60)).toBuilder().endTime(TEN).build());
        MetricDataQuery expression = MetricDataQuery.builder().id("a").expression("1").build();
        assertThrows(UnsupportedOperationException.class, () -> data.read(request(expression)));
    }

    private void refuses(GetMetricDataRequest request) {
        assertThrows(CloudWatchException.class, () -> data.read(request));
    }

    @Test
    void listsMetricsByNameAndDimension() {
        assertEquals(2, list(ListMetricsRequest.builder().namespace("Shop")));
        assertEquals(1, list(ListMetricsRequest.builder().metricName("Sales")));
        assertEquals(2, list(with(DimensionFilter.builder().name("Till"))));
        assertEquals(0, list(with(DimensionFilter.builder().name("Till").value("two"))));
    }

    private static ListMetricsRequest.Builder with(DimensionFilter.Builder dimension) {
        return ListMetricsRequest.builder().dimensions(dimension.build());
    }

    private int list(ListMetricsRequest.Builder request) {
        return data.list(request.build()).metrics().size();
    }
}
