package headroom.rehearsal.elasticache.trials;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.elasticache.Policy.ClientFaults;
import headroom.elasticache.Policy.Mode;
import headroom.elasticache.Policy.ReadsMayMiss;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.settings.Switch;
import headroom.settings.Window;
import headroom.simulated.elasticache.CacheBehaviour;
import headroom.simulated.elasticache.CacheBehaviour.Pending;
import headroom.simulated.elasticache.CacheBehaviour.Progress;
import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.CacheBehaviour.Times;
import headroom.simulated.elasticache.FigureHabits;
import headroom.simulated.elasticache.FigureHabits.Habit;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.SimulatedAutoScaling;
import headroom.simulated.elasticache.SimulatedSubnets;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Clients.Connecting;
import headroom.simulated.elasticache.load.Clients.ReadsFrom;
import headroom.simulated.elasticache.load.Course;
import headroom.simulated.elasticache.load.Data;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Draws what a scenario begins with: the group, what its clients do, how ElastiCache and
/// CloudWatch behave where that is not known for sure, and what the owner has decided.
record RandomCacheSetup(RandomGenerator random) {
    private static final int SELDOM = 8;

    /// In bytes: what a node of the usual type has for keys, and a tenth of it.
    private static final double ROOM = 21.2e9;

    private static final double STEP = 0.1 * ROOM;

    /// Commands a second that take two thirds of a thread.
    private static final double BUSY = 82_000;

    private static final double HALF = 0.5;

    private static final Policy GENEROUS =
            Policy.upTo(16, 4)
                    .with(CacheSettings.LARGEST_NODE_TYPE, "cache.r7g.4xlarge")
                    .with(CacheSettings.REPLICA_READS_MAY_MISS, ReadsMayMiss.YES);

    /// Every other scenario begins with a load that asks for a step, so that many come as far as
    /// one.
    CacheSetup draw() {
        int shards = random.nextInt(1, 6);
        int replicas = random.nextInt(0, 3);
        boolean asks = random.nextBoolean();
        CacheSetup setup =
                CacheSetup.under(asks ? growing(shards, replicas) : traffic(shards))
                        .of(group(shards, replicas))
                        .with(asks ? GENEROUS : policy())
                        .with(behaviour())
                        .with(figures());
        if (seldom()) {
            setup = setup.in(() -> SimulatedSubnets.of(Map.of("subnet-1", 1)).and("subnet-2", 1));
        }
        return random.nextInt(4 * SELDOM) == 0
                ? setup.with(
                        SimulatedAutoScaling.of(
                                SimulatedAutoScaling.target(
                                        CacheSetup.GROUP, "Replicas", random.nextBoolean())))
                : setup;
    }

    /// About to pass the limit of processors, or of memory.
    private Traffic growing(int shards, int replicas) {
        double writes = random.nextInt(1, 9) / 10.0;
        double ofPrimary = writes + (1 - writes) / (replicas + 1);
        double all = shards * BUSY / ofPrimary;
        Traffic traffic =
                Traffic.of(Flow.even(all, writes, Clients.SHARING))
                        .with(Course.growing(0.4).until(minutes(20, 90)));
        return random.nextBoolean()
                ? traffic
                : traffic.times(HALF).with(Data.of(7 * STEP * shards).growing(STEP * shards));
    }

    private GroupSetup group(int shards, int replicas) {
        GroupSetup group =
                GroupSetup.of(CacheSetup.GROUP, shards, replicas)
                        .withNodeType(CacheSetup.NODE_TYPE);
        if (shards == 1 && seldom()) {
            group =
                    group.with(
                            random.nextBoolean()
                                    ? GroupSetup.Mode.DISABLED
                                    : GroupSetup.Mode.COMPATIBLE);
        }
        if (seldom()) {
            group = group.withEngine("redis", "7.1.0");
        }
        if (seldom()) {
            // The second has two processors, of which AWS's own work takes a part.
            group =
                    group.withNodeType(
                            random.nextBoolean() ? "cache.m7g.xlarge" : "cache.r7g.large");
        }
        if (seldom()) {
            group = group.withWindows("04:30-05:30", "sun:05:00-sun:06:00");
        }
        return group.withMultiAz(replicas > 0);
    }

    private Traffic traffic(int shards) {
        Clients clients = clients();
        double all = random.nextInt(5, 140) * 1_000.0 * shards;
        Flow even = Flow.even(all, share(), clients);
        Traffic traffic =
                random.nextInt(3) == 0
                        ? Traffic.of(
                                even,
                                Flow.on(
                                        hot(shards),
                                        random.nextInt(20, 120) * 1_000.0,
                                        share(),
                                        clients))
                        : Traffic.of(even);
        return traffic.with(course()).with(data(shards));
    }

    private Clients clients() {
        ReadsFrom from = one(ReadsFrom.values());
        Clients clients = Clients.SHARING.from(from, !seldom()).withPool(random.nextInt(5, 400));
        return seldom() ? clients.with(Connecting.ONE_FOR_EACH_COMMAND) : clients;
    }

    private SlotSet hot(int shards) {
        return random.nextInt(3) == 0
                ? SlotSet.of(random.nextInt(SlotSet.ALL_SLOTS))
                : SlotSet.spread(shards).get(random.nextInt(shards));
    }

    private Course course() {
        Course course = Course.growing(random.nextInt(0, 8) / 10.0);
        return seldom() ? course.with(new Course.Spike(minutes(5, 60), minutes(2, 20), 3)) : course;
    }

    private Data data(int shards) {
        Data data = Data.of(random.nextInt(1, 10) * STEP * shards);
        if (random.nextInt(4) == 0) {
            data = data.growing(random.nextInt(1, 6) * STEP * shards);
        }
        return seldom() ? data.withHuge(random.nextInt(SlotSet.ALL_SLOTS), 4 * STEP) : data;
    }

    private CacheBehaviour behaviour() {
        CacheBehaviour behaviour =
                CacheBehaviour.ORDINARY
                        .with(
                                new Times(
                                        minutes(4, 30),
                                        minutes(5, 240),
                                        minutes(8, 60),
                                        minutes(1, 90)))
                        .withStaleLooks(random.nextInt(0, 4))
                        .with(one(Progress.values()))
                        .with(one(Pending.values()))
                        .withRangesBetween(random.nextBoolean() ? "," : ", ");
        for (Quirk each : Quirk.values()) {
            behaviour = random.nextInt(2 * SELDOM) == 0 ? behaviour.with(each) : behaviour;
        }
        if (seldom()) {
            behaviour = behaviour.withNodeQuota(random.nextInt(4, 20));
        }
        if (seldom()) {
            behaviour = behaviour.withAutomatedBackupOf(minutes(5, 90));
        }
        if (seldom()) {
            behaviour = behaviour.withBackupsToday(random.nextInt(15, 21));
        }
        return seldom() ? behaviour.withUpdate("elc-2026", "not-applied") : behaviour;
    }

    private FigureHabits figures() {
        FigureHabits habits = FigureHabits.ORDINARY.withSeed(random.nextLong());
        for (Habit each : Habit.values()) {
            habits = random.nextInt(2 * SELDOM) == 0 ? habits.with(each) : habits;
        }
        return habits;
    }

    private Policy policy() {
        Policy policy =
                Policy.upTo(random.nextInt(1, 12), random.nextInt(0, 5))
                        .with(CacheSettings.MAX_STEP, random.nextInt(1, 4));
        if (random.nextInt(3) == 0) {
            policy = policy.with(CacheSettings.BACKUP, Switch.OFF);
        }
        if (random.nextInt(3) == 0) {
            policy = policy.with(CacheSettings.LARGEST_NODE_TYPE, "cache.r7g.4xlarge");
        }
        if (random.nextInt(3) == 0) {
            policy = policy.with(CacheSettings.REPLICA_READS_MAY_MISS, ReadsMayMiss.YES);
        }
        return switch (random.nextInt(SELDOM)) {
            case 0 -> policy.with(CacheSettings.MODE, Mode.ASK);
            case 1 -> policy.with(CacheSettings.MODE, Mode.OBSERVE);
            case 2 ->
                    policy.with(
                            CacheSettings.WINDOW, Optional.of(Window.parse("SUN 06:00-07:00 UTC")));
            case 3 -> policy.with(CacheSettings.CLIENT_FAULTS, ClientFaults.SCALE_ANYWAY);
            default -> policy;
        };
    }

    private double share() {
        return random.nextInt(0, 10) / 10.0;
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private boolean seldom() {
        return random.nextInt(SELDOM) == 0;
    }

    private Duration minutes(int least, int most) {
        return Duration.ofMinutes(random.nextInt(least, most + 1));
    }
}
