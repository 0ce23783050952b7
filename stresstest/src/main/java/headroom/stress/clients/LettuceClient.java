package headroom.stress.clients;

import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.resource.ClientResources;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Lettuce, one connection for all threads, as it is meant to be used.
public final class LettuceClient implements Client {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final ClientResources resources;
    private final RedisClusterClient client;
    private final StatefulRedisClusterConnection<String, String> connection;

    /// How a change of the cluster is noticed.
    public enum Topology {
        /// At each redirection and lost connection, as it does by itself, and each second.
        REFRESHED,
        /// Never.
        KEPT
    }

    public LettuceClient(int port, ReadFrom readFrom, Topology topology) {
        resources =
                ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
        client = RedisClusterClient.create(resources, RedisURI.create("127.0.0.1", port));
        client.setOptions(
                ClusterClientOptions.builder()
                        .topologyRefreshOptions(refresh(topology))
                        // A new node redirects before the next refresh knows it.
                        .validateClusterNodeMembership(topology == Topology.KEPT)
                        .build());
        connection = client.connect();
        connection.setTimeout(PATIENCE);
        connection.setReadFrom(readFrom);
    }

    private static ClusterTopologyRefreshOptions refresh(Topology topology) {
        return switch (topology) {
            case REFRESHED ->
                    ClusterTopologyRefreshOptions.builder().enablePeriodicRefresh(REFRESH).build();
            case KEPT ->
                    ClusterTopologyRefreshOptions.builder()
                            .disableAllAdaptiveRefreshTriggers()
                            .build();
        };
    }

    @Override
    public void write(String key, String value) {
        connection.sync().set(key, value);
    }

    @Override
    public @Nullable String read(String key) {
        return connection.sync().get(key);
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, PATIENCE);
        resources.shutdown().syncUninterruptibly();
    }
}
