package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedTask;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// S15: nobody drops a task from the record of what was stopped, or writes over it, before the task
/// runs again, has ended by itself, is deleted, or was forgotten on a person's word.
///
/// One that is put under observation in the same moment is kept. What a person does to the record
/// is that person's; from then on the new one counts.
public final class RecordsAreKept implements Invariant<RedshiftSimulation> {
    private final Set<String> forgotten = new HashSet<>();
    private String before = "";

    private static String observed(RedshiftSimulation simulation) {
        return simulation.lease().entrySet().stream()
                .filter(each -> each.getKey().startsWith("observed "))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        forgotten.addAll(Calls.forgotten(entry, simulation));
        String now = simulation.lease().getOrDefault("paused", "");
        String kept = now + observed(simulation);
        String old = before;
        before = now;
        if (entry.kind() == Kind.PERSON || old.equals(now)) {
            return Optional.empty();
        }
        List<String> dropped =
                simulation.dms().tasks().stream()
                        .filter(each -> old.contains(each.arn()) && !kept.contains(each.arn()))
                        .filter(each -> !each.isRunning() && !each.hasFinished())
                        .map(SimulatedTask::name)
                        .filter(each -> !forgotten.contains(each))
                        .toList();
        return dropped.isEmpty()
                ? Optional.empty()
                : Optional.of(dropped + " were dropped from the record, and do not run");
    }
}
