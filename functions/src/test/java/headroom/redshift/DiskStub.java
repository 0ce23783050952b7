package headroom.redshift;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// CloudWatch with figures of the disk alone, or out of reach.
public final class DiskStub implements CloudWatchClient {
    private final List<Datapoint> points = new ArrayList<>();
    private boolean outOfReach;

    public DiskStub at(Instant moment, double percent) {
        points.add(Datapoint.builder().timestamp(moment).maximum(percent).build());
        return this;
    }

    public DiskStub outOfReach() {
        outOfReach = true;
        return this;
    }

    @Override
    public GetMetricStatisticsResponse getMetricStatistics(GetMetricStatisticsRequest request) {
        if (outOfReach) {
            throw SdkClientException.create("No route.");
        }
        return GetMetricStatisticsResponse.builder()
                .datapoints(
                        points.stream()
                                .filter(each -> !each.timestamp().isBefore(request.startTime()))
                                .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
