package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Json;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// S8: a plan that says no changes nothing, and neither does a run without a plan or one that was
/// asked for the plan alone. Nothing is touched until a plan says that the whole change can be
/// done.
///
/// A recovery makes no plan; it starts tasks, and nothing else.
public final class NoChangeWithoutPlan implements Invariant<RedshiftSimulation> {
    private static final String ANSWERS = "PlanResize answers ";

    private final RecordsLeft owed = new RecordsLeft();
    private final Map<String, String> plans = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        if (entry.kind() == Kind.LOG && entry.detail().startsWith(ANSWERS)) {
            plans.put(entry.by(), kind(entry.detail().substring(ANSWERS.length())));
        }
        owed.after(entry, simulation);
        boolean changes =
                Calls.changesCluster(entry) || Calls.stopsTask(entry) || Calls.startsTask(entry);
        if (!changes) {
            return Optional.empty();
        }
        return simulation
                .execution(entry.by())
                .flatMap(each -> objection(each, entry, simulation))
                .map(each -> "%s %s, and %s".formatted(entry.name(), entry.detail(), each));
    }

    private Optional<String> objection(Execution run, Entry entry, RedshiftSimulation simulation) {
        if (owed.isBroughtBackBy(run.name(), simulation) && Calls.startsTask(entry)) {
            return Optional.empty();
        }
        if (run.input("dryRun").equals("true")) {
            return Optional.of("the run was asked for its plan alone");
        }
        String plan = plans.getOrDefault(run.name(), "nothing");
        return plan.equals("resize")
                ? Optional.empty()
                : Optional.of("the plan of the run says " + plan);
    }

    private static String kind(String answer) {
        return Json.read(answer) instanceof Map<?, ?> said
                        && said.get("plan") instanceof Map<?, ?> plan
                ? String.valueOf(plan.get("is"))
                : "";
    }
}
