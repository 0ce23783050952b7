package headroom.stress.clients;

import org.jspecify.annotations.Nullable;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisMovedDataException;

import java.util.Map;
import java.util.TreeMap;

/// A client of one thread that asks replicas, never says READONLY, and follows where it is
/// redirected to.
public final class ReplicaReader implements Client {
    private final Route route;
    private final Map<Integer, Jedis> connections = new TreeMap<>();

    public ReplicaReader(Route route) {
        this.route = route;
    }

    private Jedis connection(int port) {
        return connections.computeIfAbsent(port, each -> new Jedis("127.0.0.1", each));
    }

    @Override
    public void write(String key, String value) {
        connection(route.primary(key)).set(key, value);
    }

    @Override
    public @Nullable String read(String key) {
        try {
            return connection(route.replica(key)).get(key);
        } catch (JedisMovedDataException redirected) {
            return connection(redirected.getTargetNode().getPort()).get(key);
        }
    }

    @Override
    public void close() {
        connections.values().forEach(Jedis::close);
    }
}
