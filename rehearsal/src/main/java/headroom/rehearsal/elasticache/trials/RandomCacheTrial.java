package headroom.rehearsal.elasticache.trials;

import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.trials.RandomFaults;
import headroom.rehearsal.trials.Trial;
import headroom.simulated.elasticache.ElastiCacheFaults;
import headroom.simulated.faults.Fault;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Draws scenarios: a setup, and faults.
public final class RandomCacheTrial {
    /// One in so many is of a group on its way to cluster mode.
    private static final int MIGRATES = 8;

    private final RandomFaults faults =
            new RandomFaults(ElastiCacheFaults.KINDS, CacheScenarios.upset(List.of()));
    private final RandomFaults ofMigrations =
            new RandomFaults(ElastiCacheFaults.ALL_KINDS, CacheScenarios.upsetMigration(List.of()));

    /// The same seed draws the same scenario.
    public Trial of(long seed) {
        RandomGenerator random = random(seed);
        CacheSetup setup = new RandomCacheSetup(random).draw();
        // Drawn apart, so that the other scenarios stay what they are.
        RandomGenerator migration = random(~seed);
        Scenario<CacheSimulation> scenario =
                migration.nextInt(MIGRATES) == 0
                        ? migration(setup, migration)
                        : CacheScenarios.upset(setup.with(faults.draw(random)));
        return new Trial("./rehearse elasticache --seed " + seed, scenario);
    }

    private Scenario<CacheSimulation> migration(CacheSetup setup, RandomGenerator random) {
        var migration = new RandomMigration(random);
        CacheSetup group = migration.of(setup);
        List<Fault> upsets =
                Stream.concat(migration.deeds().stream(), ofMigrations.draw(random).stream())
                        .toList();
        return CacheScenarios.upset(group.with(upsets)).lastingAtLeast(migration.least());
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
