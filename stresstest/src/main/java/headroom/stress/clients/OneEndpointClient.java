package headroom.stress.clients;

import org.jspecify.annotations.Nullable;

import redis.clients.jedis.Jedis;

/// A client of one thread that knows one endpoint and nothing of clusters, as one of a group with
/// cluster mode disabled.
public final class OneEndpointClient implements Client {
    private final Jedis connection;

    /// @param port of the primary
    public OneEndpointClient(int port) {
        connection = new Jedis("127.0.0.1", port);
    }

    @Override
    public void write(String key, String value) {
        connection.set(key, value);
    }

    @Override
    public @Nullable String read(String key) {
        return connection.get(key);
    }

    @Override
    public void close() {
        connection.close();
    }
}
