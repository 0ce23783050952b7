package headroom.stress.scenes;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.stress.clients.Client;
import headroom.stress.clients.JedisClient;
import headroom.stress.clients.LettuceClient;
import headroom.stress.clients.Load;
import headroom.stress.course.Answers.Planned;
import headroom.stress.elasticache.Changes;

import io.lettuce.core.ReadFrom;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Scenes in which a step is taken.
///
/// @param name that a person types
/// @param told what it shows, for people
/// @param ground what there is
/// @param policy what the owner has decided
/// @param shape of the load
/// @param amount how large the load is
/// @param expected what is to come of it
record Scaled(
        String name,
        String told,
        Stage.Ground ground,
        Policy policy,
        Load.Shape shape,
        Amount amount,
        Expected expected) {
    private static final int THIRD = 16_384 / 3;
    private static final double FIRST_RATE = 1_600;
    private static final double LOW_RATE = 320;

    /// Values that fill a node.
    private static final int LARGE = 4_000;

    private static final int AT_A_TIME = 200;

    /// Of the scene: from the first command to a measured effect.
    private static final Duration PATIENCE = Duration.ofMinutes(150);

    /// How large a load is.
    sealed interface Amount {
        /// It grows until a node is so busy.
        ///
        /// @param percent of its processor
        record Busy(double percent) implements Amount {}

        /// There are data to begin with, and clients that ask for little.
        ///
        /// @param percent of memory
        record Full(double percent) implements Amount {}
    }

    /// @param finding that decides
    /// @param call of ElastiCache that takes the step
    record Expected(String finding, String call, String detail) {}

    Scene scene() {
        return new Scene(name, told, this::play);
    }

    static Scaled replica() {
        return new Scaled(
                "replica",
                "a shard that is read too much gets a replica",
                new Stage.Ground(3, 2),
                Policy.upTo(3, 2),
                new Load.Shape(0.8, THIRD, 256),
                new Amount.Busy(76),
                new Expected("hot_reads", "IncreaseReplicaCount", "shard 0001, 1 -> 2 replicas"));
    }

    static Scaled shard() {
        return new Scaled(
                "shard",
                "a group that is busy as a whole gets a shard, and the keys are spread",
                new Stage.Ground(2, 2),
                Policy.upTo(3, 1)
                        .with(CacheSettings.REPLICA_READS_MAY_MISS, Policy.ReadsMayMiss.YES),
                Load.Shape.EVEN,
                new Amount.Busy(78),
                new Expected(
                        "busy_reads", "ModifyReplicationGroupShardConfiguration", "2 -> 3 shards"));
    }

    static Scaled node() {
        return new Scaled(
                "node",
                "a group that is full, and may have no more shards, gets bigger nodes, shard by"
                        + " shard",
                new Stage.Ground(2, 2),
                Policy.upTo(2, 1).with(CacheSettings.LARGEST_NODE_TYPE, "cache.r7g.2xlarge"),
                Load.Shape.EVEN,
                new Amount.Full(77),
                new Expected(
                        "memory_bound",
                        "ModifyReplicationGroup",
                        "cache.r7g.xlarge -> cache.r7g.2xlarge"));
    }

    private Findings play(Means means) throws IOException {
        Findings findings = new Findings();
        try (Stage stage = Stage.open(means, ground, policy);
                Client lettuce =
                        new LettuceClient(
                                stage.group()::endpoint,
                                lettuceReads(),
                                LettuceClient.Topology.REFRESHED);
                Client jedis = new JedisClient(stage.port(), jedisReads())) {
            Load load = stage.load(shape, rate());
            findings.tell("nodes by shard, before", stage.group().nodesByShard());
            try (load) {
                begin(stage, load, List.of(lettuce, jedis));
                switch (amount) {
                    case Amount.Busy _ -> besideOneThatAsksAll(findings, stage);
                    case Amount.Full _ -> besideOthers(findings, stage);
                }
            }
            tell(findings, stage, load);
            stage.conclude(findings);
        }
        return findings;
    }

    private static void untilMeasured(Stage stage) {
        stage.time().until(stage::isMeasured, PATIENCE);
        stage.simulation().startNothingMore();
    }

    /// Where nodes come, the topology that is asked of them is not yet whole.
    private static void besideOneThatAsksAll(Findings findings, Stage stage) {
        try (Beside ofAll =
                Beside.of(stage, ReadFrom.UPSTREAM, LettuceClient.Topology.ASKED_OF_ALL)) {
            untilMeasured(stage);
            findings.tell(
                    "errors of Lettuce that asks every node for the topology",
                    ofAll.errors().inWords());
        }
    }

    /// Where nodes go, clients of two kinds fare worse.
    private static void besideOthers(Findings findings, Stage stage) {
        try (Beside forgetful = Beside.of(stage, ReadFrom.UPSTREAM, LettuceClient.Topology.KEPT);
                Beside ofReplicas =
                        Beside.of(stage, ReadFrom.ANY, LettuceClient.Topology.REFRESHED)) {
            untilMeasured(stage);
            findings.tell(
                    "errors of Lettuce that reads from replicas, which go",
                    ofReplicas.errors().inWords());
            findings.promise(
                    "Lettuce without topology refresh has errors",
                    forgetful.errors().count() > 0,
                    forgetful.errors().inWords());
        }
    }

    /// Replicas serve reads where processors are short.
    private ReadFrom lettuceReads() {
        return switch (amount) {
            case Amount.Busy _ -> ReadFrom.ANY;
            case Amount.Full _ -> ReadFrom.UPSTREAM;
        };
    }

    private JedisClient.Reads jedisReads() {
        return switch (amount) {
            case Amount.Busy _ -> JedisClient.Reads.ALL;
            case Amount.Full _ -> JedisClient.Reads.PRIMARIES;
        };
    }

    private double rate() {
        return switch (amount) {
            case Amount.Busy _ -> FIRST_RATE;
            case Amount.Full _ -> LOW_RATE;
        };
    }

    private void begin(Stage stage, Load load, List<Client> clients) {
        switch (amount) {
            case Amount.Busy(double percent) -> {
                load.begin(clients, Load.THREADS, "");
                Growing.to(percent, stage, load);
            }
            case Amount.Full(double percent) -> {
                for (int each = 0; stage.fullest() < percent; each++) {
                    Load.fill(clients.getFirst(), "" + each, AT_A_TIME, LARGE, stage.ledger());
                }
                load.begin(clients, Load.THREADS, "");
            }
        }
    }

    private void tell(Findings findings, Stage stage, Load load) {
        List<Planned> plans = stage.simulation().answers().plans();
        List<String> effects = stage.simulation().answers().effects();
        String decided =
                plans.isEmpty() || plans.getLast().findings().isEmpty()
                        ? "nothing"
                        : plans.getLast().findings().getFirst();
        findings.tell("nodes by shard, after", stage.group().nodesByShard());
        findings.tell("plan", plans.isEmpty() ? "none" : plans.getLast().sentence());
        findings.tell("what the change took", took(stage.changes()));
        findings.tell("reads and writes a second in the end, node by node", stage.served());
        findings.tell("effect", effects.isEmpty() ? "none" : effects.getLast());
        findings.tell("commands", "%d, at %.0f a second".formatted(load.commands(), load.rate()));
        findings.tell("reads that missed a key that is there", load.missed());
        findings.promise(
                "the diagnosis is " + expected.finding(),
                decided.equals(expected.finding()),
                decided);
        List<String> steps = stage.simulation().calls();
        String wanted = expected.call() + " " + expected.detail();
        findings.promise("the step is " + wanted, steps.equals(List.of(wanted)), steps);
        findings.promise(
                "the effect is measured, and it helped",
                effects.stream().anyMatch(each -> each.startsWith("improved")),
                effects.size() + " measured");
        findings.promise(
                "errors of clients: none", stage.errors().count() == 0, stage.errors().inWords());
    }

    private static String took(Changes changes) {
        return changes.failure() == null
                ? changes.took().stream()
                        .map(
                                each ->
                                        "%s %.1f s"
                                                .formatted(
                                                        each.what(), each.time().toMillis() / 1e3))
                        .collect(Collectors.joining(", "))
                : "it broke down: " + changes.failure();
    }
}
