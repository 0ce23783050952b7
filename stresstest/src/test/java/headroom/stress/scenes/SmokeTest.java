package headroom.stress.scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aReplicaIsAddedWhileClientsWriteAndRead() throws IOException {
        Findings findings = new Findings();
        try (Stage stage =
                        Stage.open(
                                new Means(Binary.withThis(), _ -> {}),
                                new Stage.Ground(2, 1),
                                Policy.upTo(2, 1));
                Client lettuce =
                        new LettuceClient(
                                stage.port(), ReadFrom.ANY, LettuceClient.Topology.REFRESHED);
                Client jedis = new JedisClient(stage.port(), JedisClient.Reads.PRIMARIES);
                Load load =
                        new Load(
                                Load.Shape.EVEN,
                                RATE,
                                stage.ledger(),
                                stage.errors(),
                                stage.clock())) {
            load.begin(List.of(lettuce, jedis), Load.THREADS, "");
            stage.time().pass(Duration.ofMinutes(15));
            stage.simulation().publish("{\"replicas\": {\"0002\": 1}}");
            boolean measured =
                    stage.time()
                            .until(
                                    () -> !stage.simulation().answers().effects().isEmpty(),
                                    Duration.ofMinutes(60));
            load.end();
            assertTrue(measured, () -> stage.simulation().answers().plans().toString());
            assertEquals(List.of("IncreaseReplicaCount 0002: +1"), stage.simulation().calls());
            assertEquals(List.of(1, 2), stage.group().nodesByShard());
            assertEquals("none", stage.errors().inWords());
            stage.conclude(findings);
        }
        assertTrue(findings.areAsPromised(), () -> String.join("\n", findings.text()));
    }
}
