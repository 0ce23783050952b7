package headroom.elasticache;

import headroom.priming.Primed;

import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/// The clients that this workflow's functions hold, beside those that any has.
public final class Clients {
    /// The shortest answers with a group and a node in them.
    private static final String LOOK =
            """
            <A><R><ReplicationGroups><ReplicationGroup/></ReplicationGroups>\
            <CacheClusters><CacheCluster/></CacheClusters></R></A>
            """;

    private Clients() {}

    public static ElastiCacheClient elastiCache() {
        return Primed.client(
                ElastiCacheClient::builder,
                elastiCache -> {
                    elastiCache.describeReplicationGroups();
                    elastiCache.describeCacheClusters();
                },
                LOOK);
    }

    /// For calls that change something: no repetition by itself, since an accepted change turns the
    /// next call into an error. A look tells what became of the first.
    public static ElastiCacheClient elastiCacheThatAsksOnce() {
        return Primed.client(
                () ->
                        ElastiCacheClient.builder()
                                .overrideConfiguration(
                                        ClientOverrideConfiguration.builder()
                                                .retryStrategy(each -> each.maxAttempts(1))
                                                .build()),
                elastiCache -> {
                    elastiCache.describeReplicationGroups();
                    elastiCache.describeCacheClusters();
                },
                LOOK);
    }

    /// Names whatever else scales a group.
    public static ApplicationAutoScalingClient autoScaling() {
        return Primed.client(
                ApplicationAutoScalingClient::builder,
                autoScaling ->
                        autoScaling.describeScalableTargets(
                                request -> request.serviceNamespace("elasticache")),
                "{\"ScalableTargets\":[{}]}");
    }

    /// Knows how many nodes a group may have.
    public static ServiceQuotasClient quotas() {
        return Primed.client(
                ServiceQuotasClient::builder,
                quotas -> quotas.getServiceQuota(request -> request.serviceCode("elasticache")),
                "{\"Quota\":{}}");
    }
}
