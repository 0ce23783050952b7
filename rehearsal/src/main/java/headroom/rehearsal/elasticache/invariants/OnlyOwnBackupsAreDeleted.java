package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// C5: no backup is deleted but one that a run of this stack has taken, and never the run's own.
public final class OnlyOwnBackupsAreDeleted implements Invariant<CacheSimulation> {
    private final Set<String> own = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (Calls.takesBackup(entry)) {
            own.add(entry.detail());
        }
        boolean deletes = entry.kind() == Kind.CALL && entry.name().equals("DeleteSnapshot");
        return deletes && !own.contains(entry.detail())
                ? Optional.of("the backup " + entry.detail() + " is not Headroom's")
                : Optional.empty();
    }
}
