package headroom.benchmarks.relief;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts the metrics that are asked for: each is paid for. The next page of an answer is no other
/// question.
record MeteredCloudWatch(CloudWatchClient real, AtomicInteger metrics) implements CloudWatchClient {
    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        if (request.nextToken() == null) {
            metrics.addAndGet(request.metricDataQueries().size());
        }
        return real.getMetricData(request);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        real.close();
    }
}
