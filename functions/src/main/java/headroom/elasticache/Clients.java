package headroom.elasticache;

import headroom.priming.Primed;

import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/// The clients that this workflow's functions hold, beside those that any has.
public final class Clients {
    private Clients() {}

    public static ElastiCacheClient elastiCache() {
        return Primed.client(
                ElastiCacheClient::builder,
                ElastiCacheClient::describeReplicationGroups,
                """
                <A><R><ReplicationGroups><ReplicationGroup/></ReplicationGroups></R></A>
                """);
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
                ElastiCacheClient::describeReplicationGroups,
                """
                <A><R><ReplicationGroups><ReplicationGroup/></ReplicationGroups></R></A>
                """);
    }
}
