package headroom.stress.scenes;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.stress.clients.Client;
import headroom.stress.clients.Errors;
import headroom.stress.clients.JedisClient;
import headroom.stress.clients.Ledger;
import headroom.stress.clients.LettuceClient;
import headroom.stress.clients.Load;
import headroom.stress.servers.Patience;
import headroom.stress.servers.Server;

import io.lettuce.core.ReadFrom;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// What happens if those die who are at work: the one that moves slots, a primary that takes slots
/// in, and Headroom's own run. And that a write which is really lost would be noticed.
final class Kill {
    private static final double RATE = 800;
    private static final String ASKED = "{\"shards\": 3}";
    private static final String IMPORTING = "0003";

    /// Of the scene.
    private static final Duration WINDOW = Duration.ofMinutes(14);

    private static final Duration PATIENCE = Duration.ofHours(3);

    /// Of real time: without its primary for so long, a replica takes over.
    private static final Patience FAILOVER = new Patience(Duration.ofSeconds(30));

    /// For how long writes are acknowledged that no replica has.
    private static final Patience CUT = new Patience(Duration.ofMillis(1_500));

    private Kill() {}

    static Scene scene() {
        return new Scene(
                "kill",
                "those who are at work on a resharding die, and it comes to its end all the same",
                Kill::play);
    }

    private static Findings play(Means means) throws IOException {
        Findings findings = new Findings();
        AtomicReference<Runnable> breakdown = new AtomicReference<>(() -> {});
        Incidents incidents = new Incidents(() -> breakdown.get().run());
        Policy policy =
                Policy.upTo(3, 1)
                        .with(CacheSettings.REPLICA_READS_MAY_MISS, Policy.ReadsMayMiss.YES);
        try (Stage stage = Stage.open(means, new Stage.Ground(2, 2), policy, incidents);
                Client lettuce =
                        new LettuceClient(
                                stage.group()::endpoint,
                                ReadFrom.ANY,
                                LettuceClient.Topology.REFRESHED);
                Client jedis = new JedisClient(stage.port(), JedisClient.Reads.ALL)) {
            breakdown.set(() -> stage.changes().breakPrimary(IMPORTING));
            Load load = stage.load(Load.Shape.EVEN, RATE);
            try (load) {
                load.begin(List.of(lettuce, jedis), Load.THREADS, "");
                reshard(stage);
            }
            tell(findings, stage, incidents);
            stage.conclude(findings);
            int lost = lost(stage, lettuce);
            findings.promise(
                    "writes that only a cut-off primary has are found to be lost", lost > 0, lost);
        }
        return findings;
    }

    /// The service finds its change standing still, and goes on with it; the watch finds the run
    /// that was ended, and sees its change to the end.
    private static void reshard(Stage stage) {
        stage.time().pass(WINDOW);
        stage.simulation().publish(ASKED);
        for (int each = 0; each < Incidents.ALL; each++) {
            if (!stage.time().until(() -> stage.changes().failure() != null, PATIENCE)) {
                return;
            }
            if (each == 0) {
                stage.simulation().abortAll();
            }
            stage.changes().recover();
        }
        stage.time().until(stage::isMeasured, PATIENCE);
    }

    private static void tell(Findings findings, Stage stage, Incidents incidents) {
        findings.tell("errors of clients", stage.errors().inWords());
        findings.tell("nodes by shard", stage.group().nodesByShard());
        findings.tell("what operators were told", stage.simulation().operators().subjects());
        findings.promise(
                "each of three breakdowns has happened",
                incidents.happened().size() == Incidents.ALL,
                String.join("; ", incidents.happened()));
        findings.promise(
                "the group is available again, with all its nodes",
                stage.group().status().equals("available")
                        && stage.group().nodesByShard().equals(List.of(2, 2, 2)),
                stage.group().status());
        findings.promise(
                "another run has measured the step whose run was ended",
                !stage.simulation().answers().effects().isEmpty(),
                stage.simulation().answers().effects());
    }

    /// A primary that no replica may follow any more goes on for a while, and breaks down.
    private static int lost(Stage stage, Client client) {
        Ledger ledger = new Ledger();
        Server primary = stage.changes().primary("0001");
        primary.text("ACL", "SETUSER", "default", "-psync", "-sync");
        primary.text("CLIENT", "KILL", "TYPE", "replica");
        try (Load load =
                new Load(Load.Shape.EVEN, RATE, ledger, new Errors(stage.clock()), stage.clock())) {
            load.begin(List.of(client), 2, "cut");
            CUT.until(Patience.Answer::notYet);
        }
        stage.changes().breakPrimary("0001");
        FAILOVER.require("that a replica has taken over", () -> stage.changes().isServing());
        try (Client reader = new JedisClient(stage.port(), JedisClient.Reads.PRIMARIES)) {
            return ledger.lost(reader).size();
        }
    }
}
