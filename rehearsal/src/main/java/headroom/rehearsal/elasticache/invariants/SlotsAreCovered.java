package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.journal.Entry;

import java.util.Optional;

/// C6: once nothing more happens, each slot is held by one shard. A slot without a shard is a key
/// that nobody can write.
public final class SlotsAreCovered implements Invariant<CacheSimulation> {
    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> atRest(CacheSimulation simulation) {
        if (simulation.elastiCache().isGone()) {
            return Optional.empty();
        }
        var shards = simulation.elastiCache().shape().shards();
        int held = shards.stream().mapToInt(each -> each.slots().count()).sum();
        int covered =
                shards.stream()
                        .map(each -> each.slots())
                        .reduce(SlotSet.NONE, SlotSet::with)
                        .count();
        return held == SlotSet.ALL_SLOTS && covered == SlotSet.ALL_SLOTS
                ? Optional.empty()
                : Optional.of("%d slots are covered, by %d".formatted(covered, held));
    }
}
