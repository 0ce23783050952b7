package headroom.stress.scenes;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.stress.clients.Client;
import headroom.stress.clients.JedisClient;
import headroom.stress.clients.LettuceClient;
import headroom.stress.clients.Load;
import headroom.stress.clients.OneEndpointClient;

import io.lettuce.core.ReadFrom;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What comes after cluster mode: a group of one shard answers clients of both kinds, and once it
/// has a second one, those alone that know of clusters.
final class SecondShard {
    private static final double RATE = 800;
    private static final String ASKED = "{\"shards\": 2}";

    /// Of the scene.
    private static final Duration WINDOW = Duration.ofMinutes(14);

    /// The same: clients of the old kind go on for so long.
    private static final Duration AFTERWARDS = Duration.ofMinutes(3);

    /// A backup and the step.
    private static final int CHANGES = 2;

    private static final Duration PATIENCE = Duration.ofHours(2);

    private SecondShard() {}

    static Scene scene() {
        return new Scene(
                "second",
                "a group of one shard, which clients of both kinds use, gets a second one",
                SecondShard::play);
    }

    private static Findings play(Means means) throws IOException {
        Findings findings = new Findings();
        Policy policy =
                Policy.upTo(2, 1)
                        .with(CacheSettings.REPLICA_READS_MAY_MISS, Policy.ReadsMayMiss.YES);
        try (Stage stage = Stage.open(means, new Stage.Ground(1, 2), policy);
                Client lettuce =
                        new LettuceClient(
                                stage.group()::endpoint,
                                ReadFrom.ANY,
                                LettuceClient.Topology.REFRESHED);
                Client jedis = new JedisClient(stage.port(), JedisClient.Reads.ALL);
                Beside old =
                        Beside.of(
                                stage,
                                new OneEndpointClient(stage.changes().primary("0001").port()),
                                "old")) {
            try (Load load = stage.load(Load.Shape.EVEN, RATE)) {
                load.begin(List.of(lettuce, jedis), Load.THREADS, "");
                stage.time().pass(WINDOW);
                promiseNone(findings, "one shard: errors of a client of one endpoint", old);
                stage.simulation().publish(ASKED);
                stage.time().until(() -> stage.changes().took().size() == CHANGES, PATIENCE);
                stage.simulation().startNothingMore();
                stage.time().pass(AFTERWARDS);
            }
            tell(findings, stage, old);
            stage.conclude(findings);
        }
        return findings;
    }

    private static void promiseNone(Findings findings, String what, Beside client) {
        findings.promise(what + ": none", client.errors().count() == 0, client.errors().inWords());
    }

    private static void tell(Findings findings, Stage stage, Beside old) {
        findings.tell("nodes by shard", stage.group().nodesByShard());
        findings.promise(
                "two shards: errors of clients that know of clusters: none",
                stage.errors().count() == 0,
                stage.errors().inWords());
        findings.promise(
                "two shards: a client of one endpoint has errors",
                old.errors().count() > 0,
                old.errors().inWords());
        findings.promise(
                "there are two shards",
                stage.group().nodesByShard().equals(List.of(2, 2)),
                stage.group().nodesByShard());
    }
}
