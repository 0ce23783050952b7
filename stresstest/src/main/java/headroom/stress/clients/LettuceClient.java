package headroom.stress.clients;

import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.SocketAddressResolver;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.function.IntSupplier;

/// Lettuce, one connection for all threads, as it is meant to be used.
public final class LettuceClient implements Client {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ANY_PORT = 6379;
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final ClientResources resources;
    private final RedisClusterClient client;
    private final StatefulRedisClusterConnection<String, String> connection;

    /// What the configuration endpoint is called, whose name leads to another node now and then.
    private static final String ENDPOINT = "configuration-endpoint";

    /// How a change of the cluster is noticed.
    public enum Topology {
        /// At each redirection and lost connection, as it does by itself, and each second. The
        /// configuration endpoint is asked, and so a node that serves.
        REFRESHED,
        /// As often, and every node is asked, which is the default. One that has just joined knows
        /// all others and not yet their slots, and its word may be taken for the truth.
        ASKED_OF_ALL,
        /// Never.
        KEPT
    }

    /// @param endpoint leads to the port of a node that serves
    public LettuceClient(IntSupplier endpoint, ReadFrom readFrom, Topology topology) {
        resources =
                ClientResources.builder()
                        .ioThreadPoolSize(2)
                        .computationThreadPoolSize(2)
                        .socketAddressResolver(new Resolver(endpoint))
                        .build();
        client = RedisClusterClient.create(resources, RedisURI.create(ENDPOINT, ANY_PORT));
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

    /// What the name service does for a group.
    private static final class Resolver extends SocketAddressResolver {
        private final IntSupplier endpoint;

        Resolver(IntSupplier endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public SocketAddress resolve(RedisURI uri) {
            return uri.getHost().equals(ENDPOINT)
                    ? new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.getAsInt())
                    : super.resolve(uri);
        }
    }

    private static ClusterTopologyRefreshOptions refresh(Topology topology) {
        return switch (topology) {
            case REFRESHED ->
                    ClusterTopologyRefreshOptions.builder()
                            .enablePeriodicRefresh(REFRESH)
                            .dynamicRefreshSources(false)
                            .build();
            case ASKED_OF_ALL ->
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
