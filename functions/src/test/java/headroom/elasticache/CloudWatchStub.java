package headroom.elasticache;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Has one figure for each minute of a node's metric, and answers queries of another set of
/// dimensions with nothing, as CloudWatch does. Any other call of the client fails.
public final class CloudWatchStub implements CloudWatchClient {
    private static final int MINUTE = 60;

    /// What was asked, in order.
    public final List<GetMetricDataRequest> calls = new ArrayList<>();

    private Figure figures = (_, _) -> null;
    private @Nullable CloudWatchException refusal;

    /// What a node's metric is, or null.
    public interface Figure {
        @Nullable Double of(String node, String metric);
    }

    public CloudWatchStub answer(Figure figure) {
        figures = figure;
        return this;
    }

    public CloudWatchStub refuses(CloudWatchException answer) {
        refusal = answer;
        return this;
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        calls.add(request);
        if (refusal != null) {
            throw refusal;
        }
        return GetMetricDataResponse.builder()
                .metricDataResults(
                        request.metricDataQueries().stream()
                                .map(each -> result(each, request))
                                .toList())
                .build();
    }

    private MetricDataResult result(MetricDataQuery query, GetMetricDataRequest request) {
        Metric metric = query.metricStat().metric();
        Map<String, String> dimensions =
                metric.dimensions().stream()
                        .collect(Collectors.toMap(Dimension::name, Dimension::value));
        String node = dimensions.get("CacheClusterId");
        @Nullable Double figure =
                dimensions.size() == 2 && "0001".equals(dimensions.get("CacheNodeId"))
                        ? figures.of(String.valueOf(node), metric.metricName())
                        : null;
        List<Instant> minutes =
                figure == null
                        ? List.of()
                        : Stream.iterate(
                                        request.startTime(),
                                        each -> each.isBefore(request.endTime()),
                                        each -> each.plusSeconds(MINUTE))
                                .toList();
        return MetricDataResult.builder()
                .id(query.id())
                .statusCode(StatusCode.COMPLETE)
                .timestamps(minutes)
                .values(minutes.stream().map(_ -> figure).toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
