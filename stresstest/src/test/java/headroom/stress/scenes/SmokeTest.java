package headroom.stress.scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headroom.elasticache.Policy;
import headroom.stress.clients.Client;
import headroom.stress.clients.JedisClient;
import headroom.stress.clients.LettuceClient;
import headroom.stress.clients.Load;
import headroom.stress.servers.Binary;

import io.lettuce.core.ReadFrom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Servers, clients, figures, a plan, its step and backup, its effect: all of it, once, small.
class SmokeTest {
    private static final double RATE = 300;
    private static final int ATTEMPTS = 6;
    private static final String TOO_BUSY =
            "this machine was too busy with something else for figures of servers by the second";

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aReplicaIsAddedWhileClientsWriteAndRead() throws IOException {
        Findings findings = new Findings();
        try (Stage stage =
                        Stage.open(
                                new Means(Binary.withThis(), _ -> {}),
                                new Stage.Ground(2, 1),
                                Policy.upTo(2, 1));
                Client lettuce =
                        new LettuceClient(
                                stage.group()::endpoint,
                                ReadFrom.ANY,
                                LettuceClient.Topology.REFRESHED);
                Client jedis = new JedisClient(stage.port(), JedisClient.Reads.PRIMARIES);
                Load load = stage.load(Load.Shape.EVEN, RATE)) {
            load.begin(List.of(lettuce, jedis), Load.THREADS, "");
            stage.time().pass(Duration.ofMinutes(15));
            boolean measured = asks(stage);
            load.end();
            assumeTrue(measured || !isUnknown(stage), TOO_BUSY);
            assertTrue(measured, () -> stage.simulation().answers().plans().toString());
            assertEquals(
                    List.of("IncreaseReplicaCount shard 0002, 0 -> 1 replicas"),
                    stage.simulation().calls());
            assertEquals(List.of(1, 2), stage.group().nodesByShard());
            assertEquals("none", stage.errors().inWords());
            stage.conclude(findings);
        }
        assertTrue(findings.areAsPromised(), () -> String.join("\n", findings.text()));
    }

    /// Until it has its effect. While figures are missing it asks again: a minute of the scene is
    /// over in less than a second, and a machine that is busy with something else misses some.
    private static boolean asks(Stage stage) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int before = stage.simulation().answers().plans().size();
            stage.simulation().publish("{\"replicas\": {\"0002\": 1}}");
            stage.time()
                    .until(
                            () ->
                                    hasEffect(stage)
                                            || (stage.simulation().answers().plans().size() > before
                                                    && isUnknown(stage)),
                            Duration.ofMinutes(60));
            if (hasEffect(stage) || !isUnknown(stage)) {
                return hasEffect(stage);
            }
            stage.time().pass(Duration.ofMinutes(5));
        }
        return false;
    }

    private static boolean hasEffect(Stage stage) {
        return !stage.simulation().answers().effects().isEmpty();
    }

    private static boolean isUnknown(Stage stage) {
        var plans = stage.simulation().answers().plans();
        return !plans.isEmpty() && plans.getLast().findings().contains("unknown");
    }
}
