package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// C1: a plan that says no changes nothing, and neither does a run without a plan, one that was
/// asked for its plan alone, or one that sees to another's change.
public final class NoStepWithoutPlan implements Invariant<CacheSimulation> {
    private final Map<String, String> plans = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        Calls.plan(entry).ifPresent(plan -> plans.put(entry.by(), String.valueOf(plan.get("is"))));
        if (!Calls.isStep(entry) && !Calls.takesBackup(entry)) {
            return Optional.empty();
        }
        return simulation
                .execution(entry.by())
                .flatMap(this::objection)
                .map(each -> "%s %s, and %s".formatted(entry.name(), entry.detail(), each));
    }

    private Optional<String> objection(Execution run) {
        if (run.input("dryRun").equals("true")) {
            return Optional.of("the run was asked for its plan alone");
        }
        String plan = plans.getOrDefault(run.name(), "nothing");
        return plan.equals("scale")
                ? Optional.empty()
                : Optional.of("the plan of the run says " + plan);
    }
}
