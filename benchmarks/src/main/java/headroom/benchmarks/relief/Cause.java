package headroom.benchmarks.relief;

import headroom.elasticache.diagnosis.Finding.Kind;

import java.util.stream.Stream;

/// What is wrong in a story, as an engineer calls it who knows.
enum Cause {
    EVEN_WRITES("all shards busy, mostly written", Cure.SHARDS, Kind.BUSY),
    EVEN_READS("all shards busy, mostly read", Cure.REPLICAS, Kind.BUSY_READS),
    /// Which of the two it is nobody would quarrel about.
    EVEN_MIXED("all shards busy, read and written", Cure.EITHER, Kind.BUSY, Kind.BUSY_READS),
    HOT_SLOTS("a shard with too many slots", Cure.REBALANCE, Kind.HOT_SLOTS),
    HOT_READS("a shard whose keys are read much", Cure.REPLICAS, Kind.HOT_READS),
    HOT_KEY("a key that is written much", Cure.NONE, Kind.HOT_KEY),
    CHURN("a connection for each command", Cure.CLIENTS, Kind.CONNECTION_CHURN),
    NO_READONLY("no READONLY", Cure.CLIENTS, Kind.REPLICAS_REDIRECT),
    UNUSED("replicas that nobody reads from", Cure.CLIENTS, Kind.REPLICAS_UNUSED),
    SPARED("primaries that nobody reads from", Cure.CLIENTS, Kind.PRIMARY_UNDERUSED),
    MEMORY("more and more keys", Cure.SHARDS, Kind.MEMORY_BOUND),
    BIG_KEY("a few large keys", Cure.NONE, Kind.BIG_KEY),
    CONNECTIONS("too many connections", Cure.NONE, Kind.CONNECTIONS),
    NETWORK("large values", Cure.SHARDS, Kind.NETWORK_BOUND),
    SPIKE("a spike", Cure.NONE, Kind.SPIKE, Kind.BUSY_NODE),
    MISSING("figures that are missing", Cure.NONE, Kind.UNKNOWN);

    private final String told;
    private final Cure cure;
    private final Kind right;
    private final Kind rightAsWell;

    Cause(String told, Cure cure, Kind right) {
        this(told, cure, right, right);
    }

    Cause(String told, Cure cure, Kind right, Kind rightAsWell) {
        this.told = told;
        this.cure = cure;
        this.right = right;
        this.rightAsWell = rightAsWell;
    }

    /// What nodes that are bought do about it.
    enum Cure {
        SHARDS,
        REPLICAS,
        /// Replicas or shards, whichever are fewer nodes.
        EITHER,
        /// No node is needed.
        REBALANCE,
        /// Nothing: clients have to be mended.
        CLIENTS,
        /// Nothing, or nothing is to be done.
        NONE;

        boolean isStep() {
            return switch (this) {
                case SHARDS, REPLICAS, EITHER, REBALANCE -> true;
                case CLIENTS, NONE -> false;
            };
        }
    }

    /// For people.
    String told() {
        return told;
    }

    Cure cure() {
        return cure;
    }

    /// Whether it is a client's fault, which no node cures.
    boolean isOfClients() {
        return cure == Cure.CLIENTS;
    }

    /// A spike that starts nothing has been understood as well.
    boolean isRight(String answer) {
        return (this == SPIKE && answer.equals(Played.NOTHING))
                || right.name().equalsIgnoreCase(answer)
                || rightAsWell.name().equalsIgnoreCase(answer);
    }

    static Stream<Cause> all() {
        return Stream.of(values());
    }
}
