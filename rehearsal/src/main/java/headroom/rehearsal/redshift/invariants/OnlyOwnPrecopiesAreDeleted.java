package headroom.rehearsal.redshift.invariants;

import headroom.redshift.cluster.RunSnapshot;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// S11: no snapshot is deleted but a pre-copy, by the run that took it. Whatever else somebody has
/// a snapshot for, Headroom does not know.
public final class OnlyOwnPrecopiesAreDeleted implements Invariant<RedshiftSimulation> {
    private final Set<String> precopies = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (Calls.takesSnapshot(RunSnapshot.PRECOPY, entry, simulation)) {
            precopies.add(entry.by() + " " + entry.detail());
        }
        boolean wrong =
                Calls.is(entry)
                        && entry.name().equals("DeleteClusterSnapshot")
                        && !precopies.contains(entry.by() + " " + entry.detail());
        return wrong
                ? Optional.of(entry.detail() + " is deleted, which is no pre-copy of this run")
                : Optional.empty();
    }
}
