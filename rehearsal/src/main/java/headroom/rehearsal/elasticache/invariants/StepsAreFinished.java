package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.SimulatedElastiCache;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.List;
import java.util.Optional;

/// C8: no step is called done before ElastiCache is done with it, and the group stands as was asked
/// for. What is measured before then says nothing, and the next step would meet this one.
///
/// Where somebody else has changed the group since, it need not stand so any more.
public final class StepsAreFinished implements Invariant<CacheSimulation> {
    private List<AskedStep> last = List.of();

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (Calls.isStep(entry)) {
            last = AskedStep.of(entry);
        }
        if (Calls.changesGroupByHand(entry)) {
            last = List.of();
        }
        boolean isCalledDone = entry.kind() == Kind.STATE && entry.name().equals("Settle");
        if (!isCalledDone || last.isEmpty()) {
            return Optional.empty();
        }
        SimulatedElastiCache elastiCache = simulation.elastiCache();
        if (elastiCache.isChanging()) {
            return Optional.of("%s is called done, and the group still changes".formatted(last));
        }
        return last.stream()
                .filter(each -> !each.isReached(elastiCache))
                .findFirst()
                .map("%s is called done, and the group does not stand so"::formatted);
    }
}
