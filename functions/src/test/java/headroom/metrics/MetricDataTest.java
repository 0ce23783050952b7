package headroom.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

final class MetricDataTest {
    private static final Instant FROM = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-22T04:15:00Z");

    private final List<GetMetricDataRequest> calls = new ArrayList<>();
    private final List<GetMetricDataResponse> answers = new ArrayList<>();

    /// Answers in order.
    private final CloudWatchClient cloudWatch =
            new CloudWatchClient() {
                @Override
                public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
                    calls.add(request);
                    return answers.get(calls.size() - 1);
                }

                @Override
                public String serviceName() {
                    return SERVICE_NAME;
                }

                @Override
                public void close() {}
            };

    @Test
    void putsTogetherWhatIsSpreadOverPages() {
        answers.add(page("next", result(0, StatusCode.PARTIAL_DATA, 3, 1.5)));
        answers.add(page(null, result(0, StatusCode.COMPLETE, 4, 2.5)));

        assertEquals(Map.of("key 0", series(3, 1.5, 4, 2.5)), read(1));
        assertEquals("next", calls.get(1).nextToken());
        assertEquals(2, calls.size());
    }

    @Test
    void asksOnceMoreForWhatCouldNotBeRead() {
        answers.add(
                page(
                        null,
                        result(0, StatusCode.COMPLETE, 3, 1),
                        result(1, StatusCode.INTERNAL_ERROR, 3, 1)));
        answers.add(page(null, result(0, StatusCode.COMPLETE, 4, 2)));

        assertEquals(Map.of("key 0", series(3, 1.0), "key 1", series(3, 1.0, 4, 2.0)), read(3));
        assertEquals(
                List.of("metric 1", "metric 2"),
                calls.get(1).metricDataQueries().stream()
                        .map(each -> each.metricStat().metric().metricName())
                        .toList());
        assertEquals(2, calls.size());
    }

    @Test
    void leavesMissingWhatHasNoFigure() {
        answers.add(page(null, MetricDataResult.builder().id("m0").build()));

        assertEquals(Map.of(), read(1));
    }

    @Test
    void leavesOutWhatIsNotOfTheseMinutes() {
        answers.add(
                page(
                        null,
                        result(0, StatusCode.COMPLETE, -1, 1),
                        result(1, StatusCode.COMPLETE, 0, 1),
                        result(2, StatusCode.COMPLETE, 14, 1),
                        result(3, StatusCode.COMPLETE, 15, 1)));

        assertEquals(Map.of("key 1", series(0, 1.0), "key 2", series(14, 1.0)), read(4));
    }

    @Test
    void asksForFiveHundredAtOnceAndNoMore() {
        answers.add(complete(500));
        answers.add(complete(1));
        read(501);

        assertEquals(
                List.of(500, 1),
                calls.stream().map(each -> each.metricDataQueries().size()).toList());
    }

    @Test
    void asksByTheMinuteAndWithoutAUnit() {
        answers.add(complete(1));
        read(1);

        var stat = calls.getFirst().metricDataQueries().getFirst().metricStat();
        assertEquals(60, stat.period());
        assertEquals("Sum", stat.stat());
        assertNull(stat.unit());
        assertEquals(FROM, calls.getFirst().startTime());
        assertEquals(TO, calls.getFirst().endTime());
    }

    private Map<String, NavigableMap<Instant, Double>> read(int metrics) {
        return MetricData.read(
                cloudWatch,
                IntStream.range(0, metrics)
                        .mapToObj(
                                each ->
                                        new MetricData.Query<>(
                                                "key " + each,
                                                Metric.builder()
                                                        .metricName("metric " + each)
                                                        .build(),
                                                Statistic.SUM))
                        .toList(),
                FROM,
                TO);
    }

    private static GetMetricDataResponse complete(int results) {
        return page(
                null,
                IntStream.range(0, results)
                        .mapToObj(each -> result(each, StatusCode.COMPLETE, 0, 1))
                        .toArray(MetricDataResult[]::new));
    }

    private static GetMetricDataResponse page(@Nullable String next, MetricDataResult... results) {
        return GetMetricDataResponse.builder().metricDataResults(results).nextToken(next).build();
    }

    private static MetricDataResult result(int id, StatusCode status, int minute, double value) {
        return MetricDataResult.builder()
                .id("m" + id)
                .statusCode(status)
                .timestamps(at(minute))
                .values(value)
                .build();
    }

    private static NavigableMap<Instant, Double> series(int minute, double value) {
        return new TreeMap<>(Map.of(at(minute), value));
    }

    private static NavigableMap<Instant, Double> series(
            int minute, double value, int next, double then) {
        return new TreeMap<>(Map.of(at(minute), value, at(next), then));
    }

    private static Instant at(int minute) {
        return FROM.plusSeconds(60L * minute);
    }
}
