package headroom.rehearsal.scenario;

import headroom.rehearsal.invariants.Invariants;
import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.Execution;

import java.util.ArrayList;
import java.util.List;

/// What a reader wants to know at the end of a scenario.
record Summary(
        Scenario<?> scenario,
        Simulation simulation,
        Invariants<?> invariants,
        List<String> differences) {
    List<SummaryRow> rows() {
        List<SummaryRow> rows = new ArrayList<>();
        simulation.changes().forEach((what, value) -> add(rows, what, value));
        for (Execution each : simulation.executions()) {
            add(rows, "execution", execution(each));
        }
        simulation.operators().subjects().forEach(each -> add(rows, "report", each));
        add(rows, "lease", lease());
        new LimitUse(simulation).lines().forEach(each -> add(rows, "limit", each));
        add(
                rows,
                "invariants",
                "%d watched, %d violated"
                        .formatted(invariants.count(), invariants.violations().size()));
        add(rows, "ended as told", told());
        return rows;
    }

    private static void add(List<SummaryRow> rows, String what, String value) {
        rows.add(new SummaryRow(what, Names.shortened(value)));
    }

    private String told() {
        if (scenario.ending().isEmpty()) {
            return "nothing was told of the ending";
        }
        return differences.isEmpty() ? "yes" : "NO: " + String.join("; ", differences);
    }

    private static String execution(Execution execution) {
        return "%s %s, %d state transitions, %d history events"
                .formatted(
                        execution.name(),
                        execution.status(),
                        execution.transitions(),
                        execution.historyEvents());
    }

    private String lease() {
        var item = simulation.lease();
        String owner = item.get("owner");
        String quiet = item.get("quietUntil");
        String held = owner == null ? "free" : "HELD by " + owner;
        return quiet == null ? held : held + ", quiet until " + quiet;
    }
}
