package headroom.elasticache.plan;

import headroom.elasticache.group.Group;
import headroom.step.AwsSays;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Looks at what is around a group and no part of it. None of it is needed for a plan: what cannot
/// be looked at, for want of a right or of the service itself, is unknown, and a remark says so.
final class Surroundings {
    private static final String SERVICE = "elasticache";

    /// Nodes of one type in a cluster.
    private static final String NODES_QUOTA = "L-85EED4F7";

    /// At these ElastiCache is at work, or will be any moment. One that is "scheduled" comes in the
    /// maintenance window.
    private static final List<UpdateActionStatus> BUSY =
            List.of(
                    UpdateActionStatus.WAITING_TO_START,
                    UpdateActionStatus.IN_PROGRESS,
                    UpdateActionStatus.STOPPING);

    private final Group group;
    private final List<String> unseen = new ArrayList<>();

    Surroundings(Group group) {
        this.group = group;
    }

    /// For people, in the order in which they were looked for.
    List<String> unseen() {
        return unseen;
    }

    private <T> T orUnseen(String what, Supplier<T> look, T unknown) {
        try {
            return look.get();
        } catch (SdkException problem) {
            unseen.add("%s could not be seen: %s.".formatted(what, AwsSays.of(problem)));
            return unknown;
        }
    }

    /// What the plan itself says is unknown.
    private static <T> T orUnknown(Supplier<T> look, T unknown) {
        try {
            return look.get();
        } catch (SdkException unreadable) {
            return unknown;
        }
    }

    /// Empty as well while the group is not settled, as ElastiCache permits no other type then.
    List<String> allowedTypes(ElastiCacheClient elastiCache) {
        return group.isSettled()
                ? orUnseen(
                        "The node types that the group may grow to",
                        () ->
                                elastiCache
                                        .listAllowedNodeTypeModifications(
                                                request -> request.replicationGroupId(group.id()))
                                        .scaleUpModifications(),
                        List.of())
                : List.of();
    }

    List<String> subnets(ElastiCacheClient elastiCache) {
        return group.subnetGroup()
                .map(name -> orUnknown(() -> subnets(elastiCache, name), List.<String>of()))
                .orElse(List.of());
    }

    private static List<String> subnets(ElastiCacheClient elastiCache, String name) {
        return elastiCache
                .describeCacheSubnetGroups(request -> request.cacheSubnetGroupName(name))
                .cacheSubnetGroups()
                .stream()
                .flatMap(each -> each.subnets().stream())
                .map(Subnet::subnetIdentifier)
                .distinct()
                .toList();
    }

    List<String> updates(ElastiCacheClient elastiCache) {
        return orUnseen(
                "Service updates under way",
                () ->
                        elastiCache
                                .describeUpdateActionsPaginator(
                                        request ->
                                                request.replicationGroupIds(group.id())
                                                        .updateActionStatus(BUSY))
                                .updateActions()
                                .stream()
                                .filter(each -> BUSY.contains(each.updateActionStatus()))
                                .map(
                                        each ->
                                                "%s (%s)"
                                                        .formatted(
                                                                each.serviceUpdateName(),
                                                                each.updateActionStatusAsString()))
                                .toList(),
                List.of());
    }

    /// A target whose scaling is all suspended does nothing.
    Optional<String> otherScaling(ApplicationAutoScalingClient autoScaling) {
        return orUnseen(
                "Whether Application Auto Scaling scales the group",
                () ->
                        Optional.of(
                                        autoScaling
                                                .describeScalableTargetsPaginator(
                                                        request ->
                                                                request.serviceNamespace(
                                                                                ServiceNamespace
                                                                                        .ELASTICACHE)
                                                                        .resourceIds(
                                                                                "replication-group/"
                                                                                        + group
                                                                                                .id()))
                                                .scalableTargets()
                                                .stream()
                                                .filter(each -> !isSuspended(each))
                                                .map(Surroundings::inWords)
                                                .collect(Collectors.joining(", ")))
                                .filter(each -> !each.isEmpty()),
                Optional.empty());
    }

    private static boolean isSuspended(ScalableTarget target) {
        SuspendedState state = target.suspendedState();
        return state != null
                && Boolean.TRUE.equals(state.dynamicScalingInSuspended())
                && Boolean.TRUE.equals(state.dynamicScalingOutSuspended())
                && Boolean.TRUE.equals(state.scheduledScalingSuspended());
    }

    private static String inWords(ScalableTarget target) {
        return "Application Auto Scaling (%s, from %d to %d)"
                .formatted(
                        target.scalableDimensionAsString(),
                        target.minCapacity(),
                        target.maxCapacity());
    }

    /// One that nobody has had raised may be known by its default alone.
    Optional<Integer> nodeQuota(ServiceQuotasClient quotas) {
        return orUnknown(
                () -> {
                    try {
                        return nodes(
                                quotas.getServiceQuota(
                                                request ->
                                                        request.serviceCode(SERVICE)
                                                                .quotaCode(NODES_QUOTA))
                                        .quota());
                    } catch (NoSuchResourceException neverRaised) {
                        return nodes(
                                quotas.getAWSDefaultServiceQuota(
                                                request ->
                                                        request.serviceCode(SERVICE)
                                                                .quotaCode(NODES_QUOTA))
                                        .quota());
                    }
                },
                Optional.empty());
    }

    private static Optional<Integer> nodes(ServiceQuota quota) {
        return Optional.ofNullable(quota).map(ServiceQuota::value).map(Double::intValue);
    }
}
