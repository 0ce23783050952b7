package headroom.rehearsal.redshift.trials;

import headroom.rehearsal.redshift.scenarios.Scenarios;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.trials.RandomFaults;
import headroom.rehearsal.trials.Trial;
import headroom.simulated.redshift.RedshiftFaults;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws scenarios: a setup, and faults.
public final class RandomTrial {
    private final RandomFaults faults =
            new RandomFaults(RedshiftFaults.KINDS, Scenarios.upset(List.of()));

    /// The same seed draws the same scenario.
    public Trial of(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RandomSetup setups = new RandomSetup(random);
        Setup setup = setups.draw();
        Setup upset = setups.perhapsWithHundredsOfTasks(setup.with(faults.draw(random)));
        return new Trial("./rehearse --seed " + seed, Scenarios.upset(upset));
    }
}
