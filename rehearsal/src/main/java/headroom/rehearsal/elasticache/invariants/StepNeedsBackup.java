package headroom.rehearsal.elasticache.invariants;

import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.journal.Entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// C3: no step unless a backup that this run asked for is available, where the owner wants one.
public final class StepNeedsBackup implements Invariant<CacheSimulation> {
    private final Map<String, String> backups = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (Calls.takesBackup(entry)) {
            backups.put(entry.by(), entry.detail());
        }
        Policy policy = simulation.settings().policy();
        if (!Calls.isStep(entry) || !policy.backup()) {
            return Optional.empty();
        }
        String backup = backups.get(entry.by());
        if (backup == null) {
            return Optional.of("a step without a backup: " + entry.detail());
        }
        return simulation.elastiCache().hasAvailableBackup(backup)
                ? Optional.empty()
                : Optional.of("a step whose backup is not available: " + backup);
    }
}
