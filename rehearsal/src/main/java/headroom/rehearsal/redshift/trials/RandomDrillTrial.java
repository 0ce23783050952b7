package headroom.rehearsal.redshift.trials;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.scenarios.DrillScenarios;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.trials.RandomFaults;
import headroom.rehearsal.trials.Trial;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.redshift.RedshiftFaults;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws scenarios in which a drill is asked for: a setup, and faults. In some of them the disk
/// fills meanwhile, so that a run begins beside the drill; in a few the copy's name is taken.
public final class RandomDrillTrial {
    private static final List<Quirk> UNCONFIRMED =
            List.of(
                    Quirk.COPY_LISTED_LATE,
                    Quirk.COPY_TAGGED_LATE,
                    Quirk.COPY_IN_UNKNOWN_STATUS,
                    Quirk.COPY_SHOWN_AVAILABLE_EARLY,
                    Quirk.COPY_STREAMS,
                    Quirk.SUCCESS_SHOWN_EARLY,
                    Quirk.PENDING_SHOWN_LONG,
                    Quirk.MIGRATION_SHOWN_AVAILABLE,
                    Quirk.CLEANUP_SHOWN_MODIFYING,
                    Quirk.REBOOTS_AFTER_RESIZE);

    private static final List<Quirk> SELDOM =
            List.of(Quirk.COPY_WITH_ANOTHER_KEY, Quirk.RESIZE_REFUSED, Quirk.RESIZE_FAILS);

    private final RandomFaults faults =
            new RandomFaults(RedshiftFaults.KINDS, DrillScenarios.upset(List.of()));

    /// The same seed draws the same scenario.
    public Trial of(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Setup setup = draw(random).with(faults.draw(random));
        boolean isNameTaken = random.nextInt(16) == 0;
        return new Trial(
                "./rehearse drill --seed " + seed,
                isNameTaken
                        ? DrillScenarios.upsetBesideForeign(setup)
                        : DrillScenarios.upset(setup));
    }

    private static Setup draw(RandomGenerator random) {
        RedshiftBehaviour behaviour = Setup.ORDINARY.redshift();
        for (Quirk each : UNCONFIRMED) {
            behaviour = random.nextBoolean() ? behaviour.with(each) : behaviour;
        }
        for (Quirk each : SELDOM) {
            behaviour = random.nextInt(12) == 0 ? behaviour.with(each) : behaviour;
        }
        Policy policy =
                Policy.upTo(16).with(RedshiftSettings.DRILL_MAX_NODE_HOURS, random.nextInt(8, 40));
        boolean classic = random.nextInt(6) == 0;
        if (classic) {
            policy =
                    policy.with(RedshiftSettings.CLASSIC_HOURS, random.nextInt(2, 24))
                            .with(RedshiftSettings.DRILL_MAX_NODE_HOURS, 600);
        }
        Setup setup =
                Setup.ORDINARY
                        .with(behaviour)
                        .with(policy)
                        .withDisk(random.nextInt(3) == 0 ? 79.9 : 55);
        return classic ? setup.withNodes(1) : setup;
    }
}
