package headroom.benchmarks.relief;

import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Clients.Connecting;
import headroom.simulated.elasticache.load.Clients.ReadsFrom;
import headroom.simulated.elasticache.load.Costs;
import headroom.simulated.elasticache.load.Costs.Counting;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.SlotSet;

import java.util.List;
import java.util.Optional;

/// What clients ask of a group, as its cause has it; how much of it there is comes later.
///
/// @param largest what part of the slots the first shard has, where it is not its share
/// @param peak percent of what is short, at the worst
/// @param flows in their proportions
record Load(
        Limit limit,
        int shards,
        int replicas,
        Optional<Double> largest,
        Costs costs,
        double peak,
        List<Flow> flows) {
    /// Commands a second of which proportions are taken.
    private static final double ALL = 1_000;

    /// Slots that are moved by a processor that has little left are moved in a quiet hour, by
    /// ElastiCache's own advice: nobody takes such a step.
    private static final double MOST_TO_RESHARD = 77;

    private static final double LEAST = 72;

    /// What is short.
    enum Limit {
        PROCESSOR,
        /// For some minutes.
        PROCESSOR_FOR_A_WHILE,
        MEMORY,
        MEMORY_OF_ONE,
        NETWORK,
        CONNECTIONS
    }

    boolean isProcessor() {
        return limit == Limit.PROCESSOR;
    }

    static Load of(Cause cause, Chance chance) {
        return switch (cause) {
            case EVEN_WRITES ->
                    resharded(chance, chance.between(1, 6), chance.between(0, 2))
                            .asked(even(chance.within(0.55, 1), anybody(chance), 1));
            case EVEN_READS ->
                    busy(chance, chance.between(1, 6), chance.between(1, 2))
                            .asked(even(chance.within(0.02, 0.35), Clients.SHARING, 1));
            case EVEN_MIXED ->
                    resharded(chance, chance.between(1, 6), chance.between(1, 2))
                            .asked(even(chance.within(0.35, 0.55), Clients.SHARING, 1));
            case HOT_SLOTS -> hotSlots(chance);
            case HOT_READS ->
                    hot(chance, chance.between(1, 20), chance.within(0.02, 0.3), Clients.SHARING);
            case HOT_KEY -> hot(chance, 1, chance.within(0.55, 1), anybody(chance));
            case CHURN -> churn(chance);
            case NO_READONLY -> noReadOnly(chance);
            case UNUSED ->
                    busy(chance, chance.between(1, 6), chance.between(1, 3))
                            .asked(even(chance.within(0.02, 0.38), Clients.ORDINARY, 1));
            case SPARED ->
                    busy(chance, chance.between(1, 6), chance.between(1, 2))
                            .asked(
                                    even(
                                            chance.within(0.02, 0.15),
                                            Clients.SHARING.from(ReadsFrom.REPLICAS, true),
                                            1));
            case MEMORY -> calm(Limit.MEMORY, chance, 1);
            case BIG_KEY -> calm(Limit.MEMORY_OF_ONE, chance, 2);
            case CONNECTIONS -> calm(Limit.CONNECTIONS, chance, 1);
            case NETWORK -> calm(Limit.NETWORK, chance, 1);
            case SPIKE -> calm(Limit.PROCESSOR_FOR_A_WHILE, chance, 1);
            case MISSING -> throw new IllegalArgumentException("nothing is known of " + cause);
        };
    }

    private static Load busy(Chance chance, int shards, int replicas) {
        return new Load(
                Limit.PROCESSOR,
                shards,
                replicas,
                Optional.empty(),
                costs(chance),
                chance.within(LEAST, 105),
                List.of());
    }

    private static Load resharded(Chance chance, int shards, int replicas) {
        return busy(chance, shards, replicas).peaking(chance.within(LEAST, MOST_TO_RESHARD));
    }

    /// A third of what a node can do and less, but for what is short.
    private static Load calm(Limit limit, Chance chance, int leastShards) {
        Load load =
                busy(chance, chance.between(leastShards, 6), chance.between(0, 2))
                        .asked(even(chance.within(0.1, 0.6), Clients.SHARING, 1));
        return new Load(
                limit,
                load.shards,
                load.replicas,
                load.largest,
                load.costs,
                switch (limit) {
                    case PROCESSOR, PROCESSOR_FOR_A_WHILE -> chance.within(80, 140);
                    case MEMORY, MEMORY_OF_ONE -> chance.within(76, 80);
                    case NETWORK -> chance.within(102, 130);
                    case CONNECTIONS -> chance.within(48_000, 64_000);
                },
                load.flows);
    }

    private static Load hotSlots(Chance chance) {
        int shards = chance.between(2, 6);
        double part = Math.min(0.85, chance.within(1.4, 2.8) / shards);
        Load load = resharded(chance, shards, chance.between(0, 2));
        return new Load(
                        load.limit,
                        shards,
                        load.replicas,
                        Optional.of(part),
                        load.costs,
                        load.peak,
                        List.of())
                .asked(even(chance.within(0.1, 1), Clients.SHARING, 1));
    }

    /// Some keys of one shard, beside what is asked of all.
    private static Load hot(Chance chance, int slots, double writes, Clients clients) {
        int shards = chance.between(2, 6);
        int first = SlotSet.ALL_SLOTS / shards / 2;
        // What the others do, of what the hot one does.
        double others = chance.within(0.2, 0.5);
        double even = shards * others;
        double more = 1 - others;
        return busy(chance, shards, chance.between(1, 2))
                .asked(
                        even(chance.within(0.05, 0.4), clients, even),
                        Flow.on(
                                SlotSet.range(first, first + slots - 1),
                                ALL * more,
                                writes,
                                clients));
    }

    private static Load churn(Chance chance) {
        double churned = chance.within(0.2, 1);
        double writes = chance.within(0.05, 0.6);
        return busy(chance, chance.between(1, 6), chance.between(0, 2))
                .asked(
                        even(
                                writes,
                                Clients.ORDINARY.with(Connecting.ONE_FOR_EACH_COMMAND),
                                churned),
                        even(writes, Clients.ORDINARY, 1 - churned));
    }

    private static Load noReadOnly(Chance chance) {
        double wrong = chance.within(0.3, 1);
        double writes = chance.within(0.02, 0.4);
        return busy(chance, chance.between(1, 6), chance.between(1, 3))
                .asked(
                        even(writes, Clients.SHARING.from(ReadsFrom.REPLICAS, false), wrong),
                        even(writes, Clients.ORDINARY, 1 - wrong));
    }

    private static Flow even(double writes, Clients clients, double part) {
        return Flow.even(ALL * part, writes, clients);
    }

    private static Clients anybody(Chance chance) {
        return chance.one(List.of(Clients.ORDINARY, Clients.SHARING))
                .withPool(chance.between(20, 500));
    }

    /// What a command costs, and what AWS counts where that is not certain.
    private static Costs costs(Chance chance) {
        return Costs.ORDINARY
                .withCommandsOf(chance.within(4e-6, 16e-6))
                .with(new Counting(chance.oneIn(2), chance.oneIn(2)));
    }

    private Load peaking(double percent) {
        return new Load(limit, shards, replicas, largest, costs, percent, flows);
    }

    private Load asked(Flow... of) {
        return new Load(limit, shards, replicas, largest, costs, peak, List.of(of));
    }
}
