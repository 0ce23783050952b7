package headroom.rehearsal.elasticache.invariants;

import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.journal.Entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// C9: no step is taken that nobody asks for and nothing is short for: no processor, no memory and
/// no network of any node has been near its limit when it was planned. Nodes cost money by the
/// hour, and each step is a risk.
public final class NoStepWithoutNeed implements Invariant<CacheSimulation> {
    /// A quarter of an hour, the newest minutes, and some before.
    private static final int SEEN = 25;

    /// Of a limit: what is called busy begins a little below it.
    private static final double NEAR = 0.85;

    /// Percent of what a node's network carries for ever.
    private static final double BASELINE = 80;

    /// Whether nothing was short at the plan of each run.
    private final Map<String, Boolean> idle = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (Calls.plansAStep(entry)) {
            idle.put(entry.by(), isIdle(simulation));
        }
        return Calls.isStep(entry)
                        && !Calls.isWished(entry, simulation)
                        && idle.getOrDefault(entry.by(), false)
                ? Optional.of(entry.detail() + ", where nothing is short")
                : Optional.empty();
    }

    private static boolean isIdle(CacheSimulation simulation) {
        Policy policy = simulation.settings().policy();
        return isBelow(NodeMetric.ENGINE_CPU, policy.cpuPercent(), simulation)
                && isBelow(NodeMetric.MEMORY, policy.memoryPercent(), simulation)
                && isBelow(NodeMetric.BASELINE_IN, BASELINE, simulation)
                && isBelow(NodeMetric.BASELINE_OUT, BASELINE, simulation)
                && isBelow(NodeMetric.PACKETS_EXCEEDED, 1, simulation);
    }

    private static boolean isBelow(NodeMetric metric, double limit, CacheSimulation simulation) {
        return simulation.truth().highest(metric, SEEN).stream()
                .allMatch(each -> each < NEAR * limit);
    }
}
