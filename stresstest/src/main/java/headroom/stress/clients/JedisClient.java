package headroom.stress.clients;

import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;

import redis.clients.jedis.ClusterCommandObjects;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;

import java.time.Duration;
import java.util.Random;
import java.util.Set;

/// Jedis with a pool of connections.
public final class JedisClient implements Client {
    private static final int PATIENCE = 5_000;

    /// Of a shard as it may become: a primary and two replicas.
    private static final int NODES = 3;

    private static final int ATTEMPTS = 12;

    private final RedisClusterClient cluster;
    private final ClusterCommandObjects commands = new ClusterCommandObjects(RedisProtocol.RESP2);
    private final Random random = new Random(7);
    private final Reads reads;

    /// Who serves them.
    public enum Reads {
        PRIMARIES,
        /// Two of three by replicas.
        ALL
    }

    public JedisClient(int port, Reads reads) {
        this.reads = reads;
        var config = DefaultJedisClientConfig.builder().timeoutMillis(PATIENCE);
        if (reads == Reads.ALL) {
            config.readOnlyForRedisClusterReplicas();
        }
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(16);
        cluster =
                RedisClusterClient.builder()
                        .nodes(Set.of(new HostAndPort("127.0.0.1", port)))
                        .clientConfig(config.build())
                        .maxAttempts(ATTEMPTS)
                        .maxTotalRetriesDuration(Duration.ofSeconds(10))
                        // Or it never learns of a new replica: nothing redirects to one.
                        .topologyRefreshPeriod(Duration.ofSeconds(1))
                        .poolConfig(pool)
                        .build();
    }

    @Override
    public void write(String key, String value) {
        cluster.set(key, value);
    }

    @Override
    public @Nullable String read(String key) {
        return reads == Reads.ALL && random.nextInt(NODES) > 0
                ? cluster.executeCommandToReplica(commands.get(key))
                : cluster.get(key);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
