package headroom.rehearsal.elasticache.simulation;

import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.rehearsal.simulation.Sabotage;
import headroom.simulated.elasticache.CacheBehaviour;
import headroom.simulated.elasticache.ElastiCacheFaults;
import headroom.simulated.elasticache.FigureHabits;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.SimulatedAutoScaling;
import headroom.simulated.elasticache.SimulatedSubnets;
import headroom.simulated.elasticache.load.Traffic;
import headroom.simulated.faults.Fault;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What a scenario begins with.
///
/// @param group as somebody made it
/// @param policy what the settings say about steps
/// @param traffic what clients do, and what they have stored
/// @param elastiCache how ElastiCache behaves
/// @param figures how CloudWatch treats what the nodes report
/// @param subnets with the addresses that are free in each; each run has its own
/// @param autoScaling what somebody has registered there
/// @param faults what upsets the scenario
/// @param sabotage what a test breaks on purpose
public record CacheSetup(
        GroupSetup group,
        Policy policy,
        Traffic traffic,
        CacheBehaviour elastiCache,
        FigureHabits figures,
        Supplier<SimulatedSubnets> subnets,
        SimulatedAutoScaling autoScaling,
        List<Fault> faults,
        Sabotage<CacheSimulation> sabotage) {
    public static final String GROUP = "sessions";

    /// The smallest with four processors, where the one thread of the engine is what is short.
    public static final String NODE_TYPE = "cache.r7g.xlarge";

    private static final int BACKUP_RETENTION = 3;

    /// Three shards with a replica each, which may become eight shards with three replicas each.
    public static CacheSetup under(Traffic traffic) {
        return new CacheSetup(
                GroupSetup.of(GROUP, 3, 1).withNodeType(NODE_TYPE),
                Policy.upTo(8, 3),
                traffic,
                CacheBehaviour.ORDINARY,
                FigureHabits.ORDINARY,
                SimulatedSubnets::roomy,
                SimulatedAutoScaling.nobody(),
                List.of(),
                Sabotage.none());
    }

    public CacheSetup of(GroupSetup other) {
        return but(copy -> copy.group = other);
    }

    public CacheSetup with(Policy other) {
        return but(copy -> copy.policy = other);
    }

    public CacheSetup with(Traffic other) {
        return but(copy -> copy.traffic = other);
    }

    public CacheSetup with(CacheBehaviour behaviour) {
        return but(copy -> copy.elastiCache = behaviour);
    }

    public CacheSetup with(CacheBehaviour.Quirk... quirks) {
        return with(elastiCache.with(quirks));
    }

    public CacheSetup with(FigureHabits.Habit... habits) {
        return with(figures.with(habits));
    }

    public CacheSetup with(FigureHabits other) {
        return but(copy -> copy.figures = other);
    }

    public CacheSetup in(Supplier<SimulatedSubnets> others) {
        return but(copy -> copy.subnets = others);
    }

    public CacheSetup with(SimulatedAutoScaling registered) {
        return but(copy -> copy.autoScaling = registered);
    }

    public CacheSetup with(List<Fault> upsets) {
        return but(copy -> copy.faults = upsets);
    }

    /// Faults in the form of [headroom.simulated.faults.FaultKinds#parse].
    public CacheSetup with(String... upsets) {
        return with(Stream.of(upsets).map(ElastiCacheFaults.ALL_KINDS::parse).toList());
    }

    public CacheSetup with(Sabotage<CacheSimulation> broken) {
        return but(copy -> copy.sabotage = broken);
    }

    /// What Headroom is told when it is deployed.
    Settings settings() {
        return new Settings(group.id(), policy, BACKUP_RETENTION);
    }

    /// The same setup but for what the change sets.
    private CacheSetup but(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.setup();
    }

    /// A setup that can still be changed, so that each way to vary one names only what it varies.
    private static final class Copy {
        private GroupSetup group;
        private Policy policy;
        private Traffic traffic;
        private CacheBehaviour elastiCache;
        private FigureHabits figures;
        private Supplier<SimulatedSubnets> subnets;
        private SimulatedAutoScaling autoScaling;
        private List<Fault> faults;
        private Sabotage<CacheSimulation> sabotage;

        Copy(CacheSetup setup) {
            group = setup.group;
            policy = setup.policy;
            traffic = setup.traffic;
            elastiCache = setup.elastiCache;
            figures = setup.figures;
            subnets = setup.subnets;
            autoScaling = setup.autoScaling;
            faults = setup.faults;
            sabotage = setup.sabotage;
        }

        CacheSetup setup() {
            return new CacheSetup(
                    group,
                    policy,
                    traffic,
                    elastiCache,
                    figures,
                    subnets,
                    autoScaling,
                    faults,
                    sabotage);
        }
    }
}
