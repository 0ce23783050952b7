package headroom.rehearsal.redshift.invariants;

import headroom.redshift.ClusterNames;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// S20: nothing but the copy is ever resized or deleted by a drill, and nothing but a drill deletes
/// a cluster. A drill that works on the cluster itself, or on somebody else's, is worse than none.
///
/// And a drill begins beside no run: a copy is asked for only by one that has looked at the
/// cluster's lease when nobody held it.
public final class DrillsTouchOnlyTheirCopy implements Invariant<RedshiftSimulation> {
    private static final Set<String> CHANGES =
            Set.of(
                    "CreateClusterSnapshot",
                    "DeleteClusterSnapshot",
                    "ResizeCluster",
                    "RestoreFromClusterSnapshot",
                    "CreateTags",
                    "DeleteCluster");

    private final Set<String> restored = new HashSet<>();
    private final Set<String> besideARun = new HashSet<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (looksAtRuns(entry) && simulation.lease().containsKey("owner")) {
            besideARun.add(entry.by());
        }
        if (!Calls.is(entry) || !CHANGES.contains(entry.name())) {
            return Optional.empty();
        }
        String about = entry.detail().split("[ ,]", 2)[0];
        String copy = new ClusterNames(simulation.settings().cluster()).copy();
        if (entry.name().equals("RestoreFromClusterSnapshot")) {
            restored.add(about);
        }
        if (entry.name().equals("DeleteCluster") && !isDrill(entry, simulation)) {
            return Optional.of(entry.detail() + " is deleted, and by no drill");
        }
        if (!isDrill(entry, simulation)) {
            return Optional.empty();
        }
        if (!about.equals(copy) || !restored.contains(about)) {
            return Optional.of("a drill asks for %s of %s".formatted(entry.name(), entry.detail()));
        }
        return entry.name().equals("RestoreFromClusterSnapshot") && besideARun.contains(entry.by())
                ? Optional.of(entry.by() + " begins beside a run")
                : Optional.empty();
    }

    private static boolean looksAtRuns(Entry entry) {
        return Calls.is(entry) && entry.detail().contains("SET drillLookedAt");
    }

    private static boolean isDrill(Entry entry, RedshiftSimulation simulation) {
        return simulation
                .execution(entry.by())
                .filter(
                        each ->
                                each.arn()
                                        .contains(
                                                new ClusterNames(simulation.settings().cluster())
                                                        .drillStateMachine()))
                .isPresent();
    }
}
