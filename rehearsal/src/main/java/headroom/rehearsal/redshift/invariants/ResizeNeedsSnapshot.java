package headroom.rehearsal.redshift.invariants;

import headroom.redshift.cluster.RunSnapshot;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// S1: no resize unless a snapshot that this run asked for in the pause is available. A resize that
/// loses data can only be undone from one; the pre-copy lacks what was written after it.
public final class ResizeNeedsSnapshot implements Invariant<RedshiftSimulation> {
    private final Map<String, String> snapshots = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (Calls.takesSnapshot(RunSnapshot.BACKUP, entry, simulation)) {
            snapshots.put(entry.by(), entry.detail());
        }
        if (!Calls.resizes(entry)) {
            return Optional.empty();
        }
        String snapshot = snapshots.getOrDefault(entry.by(), "none");
        return simulation.redshift().hasAvailableSnapshot(snapshot)
                ? Optional.empty()
                : Optional.of(
                        "the cluster is resized without an available snapshot of the run (%s)"
                                .formatted(snapshot));
    }
}
