package headroom.elasticache.plan;

import headroom.elasticache.ElastiCacheStub;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsResponse;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsRequest;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsResponse;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import software.amazon.awssdk.services.elasticache.model.UpdateAction;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.GetAwsDefaultServiceQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.GetAwsDefaultServiceQuotaResponse;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaResponse;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

import java.util.ArrayList;
import java.util.List;

/// A group, and what is around it, as a test has set them.
final class AroundStub extends ElastiCacheStub {
    int quota = 90;
    boolean quotaIsDefault;
    @Nullable String update;

    private final List<ScalableTarget> targets = new ArrayList<>();
    private boolean isDenied;

    void deny() {
        isDenied = true;
    }

    void scaled(boolean suspended) {
        targets.clear();
        targets.add(
                ScalableTarget.builder()
                        .resourceId("replication-group/sessions")
                        .scalableDimension("elasticache:replication-group:NodeGroups")
                        .minCapacity(2)
                        .maxCapacity(10)
                        .suspendedState(
                                it ->
                                        it.dynamicScalingInSuspended(suspended)
                                                .dynamicScalingOutSuspended(suspended)
                                                .scheduledScalingSuspended(true))
                        .build());
    }

    private void orDenied() {
        if (isDenied) {
            throw AwsServiceException.builder()
                    .statusCode(403)
                    .awsErrorDetails(
                            AwsErrorDetails.builder()
                                    .errorCode("AccessDenied")
                                    .errorMessage("No.")
                                    .build())
                    .build();
        }
    }

    @Override
    public DescribeCacheSubnetGroupsResponse describeCacheSubnetGroups(
            DescribeCacheSubnetGroupsRequest request) {
        orDenied();
        return DescribeCacheSubnetGroupsResponse.builder()
                .cacheSubnetGroups(
                        CacheSubnetGroup.builder()
                                .cacheSubnetGroupName(request.cacheSubnetGroupName())
                                .subnets(subnet("subnet-1"), subnet("subnet-2"))
                                .build())
                .build();
    }

    @Override
    public ListAllowedNodeTypeModificationsResponse listAllowedNodeTypeModifications(
            ListAllowedNodeTypeModificationsRequest request) {
        orDenied();
        return ListAllowedNodeTypeModificationsResponse.builder()
                .scaleUpModifications("cache.r7g.xlarge")
                .build();
    }

    @Override
    public DescribeUpdateActionsResponse describeUpdateActions(
            DescribeUpdateActionsRequest request) {
        orDenied();
        return DescribeUpdateActionsResponse.builder()
                .updateActions(
                        update == null
                                ? List.of()
                                : List.of(
                                        UpdateAction.builder()
                                                .serviceUpdateName("patch")
                                                .updateActionStatus(update)
                                                .build()))
                .build();
    }

    private static Subnet subnet(String id) {
        return Subnet.builder().subnetIdentifier(id).build();
    }

    ApplicationAutoScalingClient autoScaling() {
        return new ApplicationAutoScalingClient() {
            @Override
            public DescribeScalableTargetsResponse describeScalableTargets(
                    DescribeScalableTargetsRequest request) {
                orDenied();
                return DescribeScalableTargetsResponse.builder().scalableTargets(targets).build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
    }

    ServiceQuotasClient quotas() {
        return new ServiceQuotasClient() {
            @Override
            public GetServiceQuotaResponse getServiceQuota(GetServiceQuotaRequest request) {
                orDenied();
                if (quotaIsDefault) {
                    throw NoSuchResourceException.builder().message("Never raised.").build();
                }
                return GetServiceQuotaResponse.builder().quota(nodes(request.quotaCode())).build();
            }

            @Override
            public GetAwsDefaultServiceQuotaResponse getAWSDefaultServiceQuota(
                    GetAwsDefaultServiceQuotaRequest request) {
                return GetAwsDefaultServiceQuotaResponse.builder()
                        .quota(nodes(request.quotaCode()))
                        .build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
    }

    private ServiceQuota nodes(String code) {
        return ServiceQuota.builder()
                .quotaCode(code)
                .value(code.equals("L-85EED4F7") ? (double) quota : 0)
                .build();
    }
}
