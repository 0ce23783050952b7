package headroom.simulated.elasticache;

import headroom.simulated.aws.Refusal;

import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaResponse;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;

/// Service Quotas with the one that bounds a group.
///
/// @param nodes how many a group may have of one type
public record SimulatedQuotas(double nodes) implements ServiceQuotasClient {
    private static final String SERVICE = "elasticache";
    private static final String NODES_PER_CLUSTER = "L-85EED4F7";

    @Override
    public GetServiceQuotaResponse getServiceQuota(GetServiceQuotaRequest request) {
        if (!SERVICE.equals(request.serviceCode())
                || !NODES_PER_CLUSTER.equals(request.quotaCode())) {
            throw Refusal.of(
                    NoSuchResourceException.builder(),
                    "ServiceQuotas",
                    "NoSuchResourceException",
                    "The request failed because the specified service or quota does not exist");
        }
        return GetServiceQuotaResponse.builder()
                .quota(
                        quota ->
                                quota.serviceCode(SERVICE)
                                        .quotaCode(NODES_PER_CLUSTER)
                                        .quotaName("Nodes per cluster per instance type")
                                        .adjustable(true)
                                        .value(nodes))
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
