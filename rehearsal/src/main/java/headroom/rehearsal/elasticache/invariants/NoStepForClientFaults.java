package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.load.Misuse;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.journal.Entry;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// C4: no node is bought for what clients do and no node cures. It asks what the clients of the
/// scenario have done since before the plan, and not what Headroom thinks of them.
///
/// A person may ask for the very step whatever clients do, and an owner allow one where the group
/// is at its end. A larger node type puts off what one large key fills. Where a fault is not beyond
/// doubt, it is not held against Headroom.
public final class NoStepForClientFaults implements Invariant<CacheSimulation> {
    /// A quarter of an hour, and the newest minutes, which CloudWatch may not have yet.
    private static final int SEEN = 20;

    /// Percent, a little below what is called critical.
    private static final double BUSY = 90;

    private static final double FULL = 85;

    /// At the plan of each run that is to take a step.
    private final Map<String, Set<Misuse>> misuses = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (Calls.plansAStep(entry)) {
            misuses.put(entry.by(), misuses(simulation));
        }
        if (!Calls.isStep(entry) || Calls.isWished(entry, simulation)) {
            return Optional.empty();
        }
        return misuses.getOrDefault(entry.by(), Set.of()).stream()
                .filter(each -> each != Misuse.BIG_KEY || !changesType(entry))
                .findFirst()
                .map(each -> "%s, although %s".formatted(entry.detail(), each.inWords()));
    }

    private static Set<Misuse> misuses(CacheSimulation simulation) {
        return simulation.settings().policy().scalesDespiteClientFaults() && mayBeAtEnd(simulation)
                ? EnumSet.noneOf(Misuse.class)
                : simulation.truth().misuses(Duration.ofMinutes(SEEN));
    }

    private static boolean mayBeAtEnd(CacheSimulation simulation) {
        return simulation.truth().highest(NodeMetric.ENGINE_CPU, SEEN).stream()
                        .anyMatch(each -> each >= BUSY)
                || simulation.truth().highest(NodeMetric.MEMORY, SEEN).stream()
                        .anyMatch(each -> each >= FULL);
    }

    private static boolean changesType(Entry entry) {
        return AskedStep.of(entry).stream().anyMatch(AskedStep.Type.class::isInstance);
    }
}
