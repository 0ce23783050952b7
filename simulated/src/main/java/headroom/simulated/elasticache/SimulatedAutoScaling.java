package headroom.simulated.elasticache;

import headroom.simulated.aws.Pages;

import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

import java.util.List;

/// Application Auto Scaling with what somebody has registered there.
public final class SimulatedAutoScaling implements ApplicationAutoScalingClient {
    private final List<ScalableTarget> targets;

    private SimulatedAutoScaling(List<ScalableTarget> targets) {
        this.targets = List.copyOf(targets);
    }

    public static SimulatedAutoScaling nobody() {
        return new SimulatedAutoScaling(List.of());
    }

    public static SimulatedAutoScaling of(ScalableTarget... targets) {
        return new SimulatedAutoScaling(List.of(targets));
    }

    /// @param dimension such as `NodeGroups` or `Replicas`
    /// @param suspended whether somebody has switched it off without taking it away
    public static ScalableTarget target(String group, String dimension, boolean suspended) {
        return ScalableTarget.builder()
                .serviceNamespace("elasticache")
                .resourceId("replication-group/" + group)
                .scalableDimension("elasticache:replication-group:" + dimension)
                .minCapacity(1)
                .maxCapacity(10)
                .suspendedState(
                        SuspendedState.builder()
                                .dynamicScalingInSuspended(suspended)
                                .dynamicScalingOutSuspended(suspended)
                                .scheduledScalingSuspended(suspended)
                                .build())
                .build();
    }

    @Override
    public DescribeScalableTargetsResponse describeScalableTargets(
            DescribeScalableTargetsRequest request) {
        Pages<ScalableTarget> pages =
                Pages.cut(
                        targets.stream()
                                .filter(
                                        each ->
                                                each.serviceNamespaceAsString()
                                                        .equals(request.serviceNamespaceAsString()))
                                .filter(
                                        each ->
                                                !request.hasResourceIds()
                                                        || request.resourceIds()
                                                                .contains(each.resourceId()))
                                .toList(),
                        request.nextToken());
        return DescribeScalableTargetsResponse.builder()
                .scalableTargets(pages.page())
                .nextToken(pages.marker())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }
}
