package headroom.rehearsal.invariants;

import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All invariants over one run of a scenario.
public final class Invariants<S extends Simulation> {
    private final List<Invariant<? super S>> all;
    private final S simulation;
    private final List<Violation> violations = new ArrayList<>();

    /// Begins to watch the simulation.
    public Invariants(S simulation, List<Invariant<? super S>> all) {
        this.simulation = simulation;
        this.all = List.copyOf(all);
        simulation.journal().tell(this::after);
    }

    public int count() {
        return all.size();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /// To be called once nothing more happens. If an execution runs even then, that is what is
    /// wrong, and the rest cannot be judged yet.
    public void atRest() {
        boolean rests = simulation.executions().stream().noneMatch(Execution::isRunning);
        all.stream()
                .filter(each -> rests || each instanceof EverythingEnds<?>)
                .forEach(each -> take(each, each.atRest(simulation)));
    }

    private void after(Entry entry) {
        if (entry.kind() != Kind.VIOLATION) {
            all.forEach(each -> take(each, each.after(entry, simulation)));
        }
    }

    private void take(Invariant<?> invariant, Optional<String> wrong) {
        wrong.ifPresent(
                what -> {
                    violations.add(
                            new Violation(simulation.scheduler().now(), invariant.name(), what));
                    simulation.journal().note(Kind.VIOLATION, invariant.name(), what);
                });
    }
}
