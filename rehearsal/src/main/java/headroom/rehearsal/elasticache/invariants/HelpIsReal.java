package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.List;
import java.util.Optional;

/// C11: no report says that a step helped where no shard has more room by it, under the traffic of
/// now. Who reads that stops looking, and Headroom takes the same step again.
///
/// Where somebody else took the very step, what was before is not known here.
public final class HelpIsReal implements Invariant<CacheSimulation> {
    private static final List<NodeMetric> RELIEVED =
            List.of(NodeMetric.ENGINE_CPU, NodeMetric.MEMORY, NodeMetric.BASELINE_OUT);

    private String run = "";
    private Shape before = new Shape(List.of());

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (Calls.isStep(entry) && !entry.by().equals(run)) {
            run = entry.by();
            before = simulation.elastiCache().shape();
        }
        boolean saysSo = entry.kind() == Kind.REPORT && entry.name().endsWith("and it helped");
        return saysSo
                        && !before.shards().isEmpty()
                        && RELIEVED.stream()
                                .noneMatch(each -> simulation.truth().isRelieved(each, before))
                ? Optional.of("the step is said to have helped, and no shard has more room by it")
                : Optional.empty();
    }
}
