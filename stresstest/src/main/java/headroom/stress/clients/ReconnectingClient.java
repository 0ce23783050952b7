package headroom.stress.clients;

import org.jspecify.annotations.Nullable;

import redis.clients.jedis.Jedis;

/// A client that keeps no connection: it opens one for each command.
public record ReconnectingClient(Route route) implements Client {
    @Override
    public void write(String key, String value) {
        try (Jedis connection = new Jedis("127.0.0.1", route.primary(key))) {
            connection.set(key, value);
        }
    }

    @Override
    public @Nullable String read(String key) {
        try (Jedis connection = new Jedis("127.0.0.1", route.primary(key))) {
            return connection.get(key);
        }
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
