package headroom.rehearsal.elasticache.trials;

import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.trials.RandomFaults;
import headroom.rehearsal.trials.Trial;
import headroom.simulated.elasticache.ElastiCacheFaults;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws scenarios: a setup, and faults.
public final class RandomCacheTrial {
    private final RandomFaults faults =
            new RandomFaults(ElastiCacheFaults.KINDS, CacheScenarios.upset(List.of()));

    /// The same seed draws the same scenario.
    public Trial of(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        CacheSetup setup = new RandomCacheSetup(random).draw();
        return new Trial(
                "./rehearse elasticache --seed " + seed,
                CacheScenarios.upset(setup.with(faults.draw(random))));
    }
}
