package headroom.benchmarks.relief;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.settings.Switch;
import headroom.simulated.elasticache.CacheBehaviour;
import headroom.simulated.elasticache.CacheBehaviour.Times;
import headroom.simulated.elasticache.FigureHabits;
import headroom.simulated.elasticache.FigureHabits.Habit;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.GroupSetup.ShardSetup;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws stories. The same seed draws the same story, and each cause has as many.
final class Stories {
    private static final List<String> TYPES =
            List.of(
                    "cache.r7g.xlarge",
                    "cache.m7g.xlarge",
                    "cache.r6g.xlarge",
                    "cache.r7g.2xlarge");

    /// When it begins, where it begins at once.
    private static final Duration ONSET = Duration.ofMinutes(40);

    private static final Duration ASKED = Duration.ofMinutes(60);

    private Stories() {}

    static Story of(long seed) {
        Cause[] all = Cause.values();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return draw(seed, all[(int) (seed % all.length)], random);
    }

    private static Story draw(long seed, Cause cause, RandomGenerator random) {
        // What is missing is missing of a group that has something.
        Cause had = cause == Cause.MISSING ? Cause.CHURN : cause;
        var chance = new Chance(random);
        Load load = Load.of(had, chance);
        boolean sudden = load.isProcessor() && had != Cause.SPIKE && chance.oneIn(3);
        GroupSetup group = group(load, chance);
        FigureHabits figures = figures(cause, load, chance, seed);
        Traffic traffic = new Calibration(group, figures.costs()).of(load, sudden, ONSET, chance);
        CacheSetup setup =
                CacheSetup.under(traffic)
                        .of(group)
                        .with(policy(load, chance))
                        .with(behaviour(chance))
                        .with(figures);
        boolean asks =
                cause == Cause.CONNECTIONS || cause == Cause.NETWORK || cause == Cause.MISSING;
        return new Story(seed, cause, sudden, setup, asks ? Optional.of(ASKED) : Optional.empty());
    }

    private static GroupSetup group(Load load, Chance chance) {
        GroupSetup even =
                GroupSetup.of(CacheSetup.GROUP, load.shards(), load.replicas())
                        .withNodeType(chance.one(TYPES))
                        .withMultiAz(load.replicas() > 0);
        return load.largest()
                .map(part -> even.withShards(shards -> uneven(shards, part)))
                .orElse(even);
    }

    /// The first shard has so much of the slots, the others share the rest.
    private static List<ShardSetup> uneven(List<ShardSetup> shards, double part) {
        int first = (int) (SlotSet.ALL_SLOTS * part);
        int others = shards.size() - 1;
        List<ShardSetup> uneven = new ArrayList<>();
        uneven.add(
                new ShardSetup(
                        shards.getFirst().id(),
                        SlotSet.range(0, first - 1),
                        shards.getFirst().nodes()));
        for (int each = 0; each < others; each++) {
            int rest = SlotSet.ALL_SLOTS - first;
            ShardSetup shard = shards.get(each + 1);
            uneven.add(
                    new ShardSetup(
                            shard.id(),
                            SlotSet.range(
                                    first + rest * each / others,
                                    first + rest * (each + 1) / others - 1),
                            shard.nodes()));
        }
        return uneven;
    }

    private static FigureHabits figures(Cause cause, Load load, Chance chance, long seed) {
        FigureHabits figures = FigureHabits.ORDINARY.with(load.costs()).withSeed(seed);
        if (chance.oneIn(4)) {
            figures = figures.with(Habit.LATE);
        }
        if (cause == Cause.MISSING) {
            return figures.with(
                    chance.one(List.of(Habit.SILENT_NODE, Habit.STOPS, Habit.CONTRADICTS)));
        }
        if (chance.oneIn(10)) {
            return figures.with(Habit.GAPS);
        }
        return chance.oneIn(10) ? figures.with(Habit.SHARDS_AVERAGED) : figures;
    }

    private static Policy policy(Load load, Chance chance) {
        return Policy.upTo(
                        load.shards() + chance.between(2, 6),
                        Math.min(5, load.replicas() + chance.between(1, 3)))
                .with(CacheSettings.HEADROOM_FACTOR, chance.one(List.of(1.2, 1.5, 2.0)))
                .with(CacheSettings.MAX_STEP, chance.between(1, 4))
                .with(CacheSettings.BACKUP, chance.oneIn(3) ? Switch.OFF : Switch.ON);
    }

    private static CacheBehaviour behaviour(Chance chance) {
        return CacheBehaviour.ORDINARY.with(
                new Times(
                        Duration.ofMinutes(chance.between(5, 15)),
                        Duration.ofMinutes(chance.between(5, 45)),
                        Duration.ofMinutes(chance.between(8, 30)),
                        Duration.ofMinutes(chance.between(2, 15))));
    }
}
