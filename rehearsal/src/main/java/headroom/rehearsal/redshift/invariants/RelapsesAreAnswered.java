package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.Intervention;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// S16: a task that Headroom has started, and that breaks down within two hours of having been
/// taken off the record, runs again at the end, or a report names it as not running.
///
/// What a person does to it afterwards is that person's.
public final class RelapsesAreAnswered implements Invariant<RedshiftSimulation> {
    private static final Duration OBSERVED = Duration.ofHours(2);

    private final Map<String, Set<String>> started = new HashMap<>();
    private final Map<String, Instant> until = new HashMap<>();
    private final Set<String> broken = new TreeSet<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (Calls.startsTask(entry)) {
            started.computeIfAbsent(entry.by(), _ -> new HashSet<>()).add(Calls.task(entry));
        }
        if (Calls.stopsTask(entry)) {
            until.remove(Calls.task(entry));
        }
        if (Calls.clearsRecord(entry)) {
            started.getOrDefault(entry.by(), Set.of())
                    .forEach(each -> until.put(each, entry.at().plus(OBSERVED)));
        }
        if (entry.kind() == Kind.PERSON && Intervention.of(entry.name()).name().endsWith("_TASK")) {
            boolean byItself = Calls.isBy(Intervention.FAIL_TASK, entry);
            if (!byItself) {
                until.remove(entry.detail());
                broken.remove(entry.detail());
            }
        }
        if (entry.kind() == Kind.TASK) {
            if (entry.detail().equals("failed")
                    && entry.at().isBefore(until.getOrDefault(entry.name(), Instant.MIN))) {
                broken.add(entry.name());
            } else if (Set.of("running", "deleted").contains(entry.detail())) {
                broken.remove(entry.name());
            }
        }
        if (entry.kind() == Kind.REPORT && entry.name().contains("CRITICAL")) {
            broken.removeIf(each -> Reports.names(each, entry.detail(), simulation));
        }
        Calls.forgotten(entry, simulation).forEach(broken::remove);
        return Optional.empty();
    }

    @Override
    public Optional<String> atRest(RedshiftSimulation simulation) {
        Set<String> silent = new TreeSet<>(broken);
        simulation.dms().tasks().stream()
                .filter(SimulatedTask::isRunning)
                .map(SimulatedTask::name)
                .forEach(silent::remove);
        return silent.isEmpty() || Reports.cannotArrive(simulation)
                ? Optional.empty()
                : Optional.of(
                        silent
                                + " broke down after their resume, do not run, and no report says"
                                + " so");
    }
}
