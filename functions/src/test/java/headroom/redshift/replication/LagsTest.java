package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Given;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class LagsTest {
    private static final String SOURCE = "CDCLatencySource";
    private static final String TARGET = "CDCLatencyTarget";
    private static final String INSTANCE = "ReplicationInstanceIdentifier";
    private static final String TASK = "ReplicationTaskIdentifier";
    private static final Replication ORDERS =
            task("arn:aws:dms:eu-west-1:111122223333:task:ABC", "orders");

    private final Stub cloudWatch = new Stub();

    /// Lists metrics one on a page, and answers with a result's values one on a page as well.
    private static final class Stub implements CloudWatchClient {
        private final Map<Metric, List<Double>> metrics = new LinkedHashMap<>();
        private final List<GetMetricDataRequest> reads = new ArrayList<>();

        private void has(String name, List<Double> newestFirst, String... dimensions) {
            List<Dimension> pairs = new ArrayList<>();
            for (int each = 0; each < dimensions.length; each += 2) {
                pairs.add(
                        Dimension.builder()
                                .name(dimensions[each])
                                .value(dimensions[each + 1])
                                .build());
            }
            metrics.put(
                    Metric.builder()
                            .namespace("AWS/DMS")
                            .metricName(name)
                            .dimensions(pairs)
                            .build(),
                    newestFirst);
        }

        @Override
        public ListMetricsResponse listMetrics(ListMetricsRequest request) {
            List<Metric> named =
                    metrics.keySet().stream()
                            .filter(each -> each.namespace().equals(request.namespace()))
                            .filter(each -> each.metricName().equals(request.metricName()))
                            .toList();
            int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
            return ListMetricsResponse.builder()
                    .metrics(named.stream().skip(page).limit(1).toList())
                    .nextToken(page + 1 < named.size() ? Integer.toString(page + 1) : null)
                    .build();
        }

        @Override
        public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
            reads.add(request);
            int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
            List<MetricDataResult> results =
                    request.metricDataQueries().stream().map(each -> result(each, page)).toList();
            boolean more =
                    request.metricDataQueries().stream()
                            .anyMatch(each -> values(each).size() > page + 1);
            return GetMetricDataResponse.builder()
                    .metricDataResults(results)
                    .nextToken(more ? Integer.toString(page + 1) : null)
                    .build();
        }

        private MetricDataResult result(MetricDataQuery query, int page) {
            return MetricDataResult.builder()
                    .id(query.id())
                    .values(values(query).stream().skip(page).limit(1).toList())
                    .build();
        }

        private List<Double> values(MetricDataQuery query) {
            return metrics.getOrDefault(query.metricStat().metric(), List.of());
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    @Test
    void isTheFurtherEndOfATaskNowAndAQuarterOfAnHourAgo() {
        cloudWatch.has(SOURCE, List.of(30.0, 40.0, 50.0), INSTANCE, "large", TASK, "ABC");
        cloudWatch.has(TARGET, List.of(7200.4, 7300.0), INSTANCE, "large", TASK, "ABC");

        assertEquals(
                Map.of(ORDERS.arn(), new Lag(Duration.ofSeconds(7200), Duration.ofSeconds(7300))),
                lags(ORDERS));
    }

    @Test
    void isFoundByTheNameOfTheTaskAsWell() {
        cloudWatch.has(TARGET, List.of(7.0), INSTANCE, "large", TASK, "Orders");

        assertEquals(Map.of(ORDERS.arn(), seconds(7)), lags(ORDERS));
    }

    @Test
    void isFoundByAnyDimensionOfAServerlessReplication() {
        Replication clicks =
                new ServerlessReplication(
                        "arn:aws:dms:eu-west-1:111122223333:replication-config:XYZ",
                        "clicks",
                        Given.TARGET,
                        "running",
                        null,
                        false,
                        null,
                        null,
                        0,
                        null);
        cloudWatch.has(TARGET, List.of(7.0), "ReplicationConfigArn", clicks.arn());

        assertEquals(Map.of(clicks.arn(), seconds(7)), lags(clicks));
    }

    @Test
    void isNotThatOfAnInstanceOrOfAnotherTask() {
        cloudWatch.has(TARGET, List.of(7.0), INSTANCE, "orders", TASK, "DEF");
        cloudWatch.has(TARGET, List.of(7.0), INSTANCE, "orders");

        assertEquals(Map.of(), lags(ORDERS));
    }

    @Test
    void isUnknownWhereThereIsNoFigure() {
        cloudWatch.has(TARGET, List.of(), INSTANCE, "large", TASK, "ABC");

        assertEquals(Map.of(), lags(ORDERS));
        assertEquals(Map.of(), lags());
    }

    @Test
    void isReadForFiveHundredMetricsAtATime() {
        List<Replication> tasks =
                IntStream.range(0, 501)
                        .mapToObj(each -> task("arn:task:T" + each, "task-" + each))
                        .toList();
        for (int each = 0; each < tasks.size(); each++) {
            cloudWatch.has(TARGET, List.of(1.0 * each), INSTANCE, "large", TASK, "T" + each);
        }

        Map<String, Lag> lags = Lags.of(cloudWatch, tasks, Given.NOW);

        assertEquals(seconds(500), lags.get("arn:task:T500"));
        assertEquals(
                List.of(500, 1),
                cloudWatch.reads.stream().map(each -> each.metricDataQueries().size()).toList());
    }

    @Test
    void asksForTheLastQuarterOfAnHour() {
        cloudWatch.has(TARGET, List.of(7.0), INSTANCE, "large", TASK, "ABC");
        lags(ORDERS);

        GetMetricDataRequest read = cloudWatch.reads.getFirst();
        assertEquals(Given.ago(15, 0), read.startTime());
        assertEquals(Given.NOW, read.endTime());
        assertEquals("TimestampDescending", read.scanByAsString());
        assertEquals(300, read.metricDataQueries().getFirst().metricStat().period());
        assertEquals("Maximum", read.metricDataQueries().getFirst().metricStat().stat());
    }

    @Test
    void shrinksWhereItWasLarger() {
        assertTrue(new Lag(Duration.ofSeconds(9), Duration.ofSeconds(10)).shrinks());
        assertFalse(seconds(10).shrinks());
    }

    private static Lag seconds(int count) {
        return new Lag(Duration.ofSeconds(count), Duration.ofSeconds(count));
    }

    private static Replication task(String arn, String name) {
        return new ReplicationTask(arn, name, Given.TARGET, "running", null, false, null, null, 0);
    }

    private Map<String, Lag> lags(Replication... tasks) {
        return Lags.of(cloudWatch, Stream.of(tasks).toList(), Given.NOW);
    }
}
