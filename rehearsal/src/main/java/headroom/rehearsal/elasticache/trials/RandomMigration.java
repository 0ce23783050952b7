package headroom.rehearsal.elasticache.trials;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.simulated.elasticache.GroupIntervention;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.ModeHabits;
import headroom.simulated.elasticache.ModeHabits.Habit;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Clients.Connecting;
import headroom.simulated.elasticache.load.Clients.ReadsFrom;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.Traffic;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Makes a group of one shard out of a setup, on its way to cluster mode or before it, with people
/// who ask for the steps in any order, more than once, and in the midst of other things.
record RandomMigration(RandomGenerator random) {
    private static final int SELDOM = 8;

    /// What asks for a step, or has to do with it.
    private static final List<GroupIntervention> DEEDS =
            List.of(
                    GroupIntervention.PUBLISH_START,
                    GroupIntervention.PUBLISH_FINISH,
                    GroupIntervention.PUBLISH_FINISH,
                    GroupIntervention.PUBLISH_BACK,
                    GroupIntervention.SWITCH_MODE,
                    GroupIntervention.SWITCH_MODE_BACK,
                    GroupIntervention.CURE,
                    GroupIntervention.CURE,
                    GroupIntervention.CHURN,
                    GroupIntervention.BACKUP_BY_ITSELF,
                    GroupIntervention.PUBLISH);

    private static final List<String> STATES =
            List.of("Take backup", "Record change", "Scale cache", "Confirm scaled", "Settle");

    /// In minutes, within which people act.
    private static final int FIRST_HOURS = 360;

    CacheSetup of(CacheSetup setup) {
        return setup.of(group())
                .with(traffic())
                .with(
                        setup.policy()
                                .with(
                                        CacheSettings.CLUSTER_MODE_MIGRATION,
                                        seldom() ? Policy.Migration.NO : Policy.Migration.YES))
                .with(setup.elastiCache().with(habits()));
    }

    private GroupSetup group() {
        GroupSetup group =
                GroupSetup.of(CacheSetup.GROUP, 1, seldom() ? 0 : random.nextInt(1, 3))
                        .withNodeType(CacheSetup.NODE_TYPE)
                        .with(
                                switch (random.nextInt(SELDOM)) {
                                    case 0 -> Mode.ENABLED;
                                    case 1, 2, 3 -> Mode.COMPATIBLE;
                                    default -> Mode.DISABLED;
                                });
        group =
                switch (random.nextInt(SELDOM)) {
                    case 0 -> group.withEngine("redis", "6.2.6");
                    case 1 -> group.withEngine("redis", "7.0.7");
                    case 2 -> group.withEngine("valkey", "7.2.6");
                    case 3 -> group.withEngine("valkey", "9.0.0");
                    default -> group;
                };
        if (seldom()) {
            group = group.withParameters("ours");
        }
        return seldom() ? group.withoutFailover() : group;
    }

    private Traffic traffic() {
        Clients clients =
                switch (random.nextInt(5)) {
                    case 0 -> Clients.ORDINARY.with(Connecting.ONE_FOR_EACH_COMMAND);
                    case 1 -> Clients.SHARING.from(ReadsFrom.REPLICAS, false);
                    case 2 -> Clients.ORDINARY;
                    default -> Clients.SHARING;
                };
        boolean isBusy = random.nextInt(4) == 0;
        double all = random.nextInt(1, isBusy ? 120 : 30) * 1_000.0;
        return Traffic.of(Flow.even(all, random.nextInt(1, 8) / 10.0, clients));
    }

    private ModeHabits habits() {
        Set<Habit> habits = EnumSet.noneOf(Habit.class);
        for (Habit each : Habit.values()) {
            if (random.nextInt(each == Habit.WAITS ? SELDOM : 3) == 0) {
                habits.add(each);
            }
        }
        return new ModeHabits(Duration.ofMinutes(random.nextInt(1, 45)), habits);
    }

    /// A step is asked for early, and then whatever comes to people's minds.
    List<Fault> deeds() {
        List<Fault> deeds = new ArrayList<>();
        deeds.add(
                Fault.once(
                        FaultKinds.MINUTE,
                        random.nextInt(2, 30),
                        (random.nextInt(3) == 0
                                        ? GroupIntervention.PUBLISH_FINISH
                                        : GroupIntervention.PUBLISH_START)
                                .name()));
        int count = random.nextInt(6);
        for (int each = 0; each < count; each++) {
            String what = DEEDS.get(random.nextInt(DEEDS.size())).name();
            deeds.add(
                    random.nextInt(4) == 0
                            ? Fault.once(
                                    FaultKinds.STATE + STATES.get(random.nextInt(STATES.size())),
                                    random.nextInt(1, 3),
                                    what)
                            : Fault.once(FaultKinds.MINUTE, random.nextInt(2, FIRST_HOURS), what));
        }
        return deeds;
    }

    /// Beyond the last moment at which somebody acts, and now and then days, in which people should
    /// hear of it.
    Duration least() {
        return seldom() ? Duration.ofHours(60) : Duration.ofMinutes(FIRST_HOURS + 60);
    }

    private boolean seldom() {
        return random.nextInt(SELDOM) == 0;
    }
}
