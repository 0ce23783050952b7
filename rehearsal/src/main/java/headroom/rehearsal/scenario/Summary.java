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
    private static final int LABELS = 20;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        simulation.changes().forEach((what, value) -> add(lines, what, value));
        for (Execution each : simulation.executions()) {
            add(lines, "execution", execution(each));
        }
        simulation.operators().subjects().forEach(each -> add(lines, "report", each));
        add(lines, "lease", lease());
        new LimitUse(simulation).lines().forEach(each -> add(lines, "limit", each));
        add(
                lines,
                "invariants",
                "%d watched, %d violated"
                        .formatted(invariants.count(), invariants.violations().size()));
        add(lines, "ended as told", told());
        return lines;
    }

    private static void add(List<String> lines, String what, String value) {
        lines.addAll(Columns.lines(what, LABELS, Names.shortened(value)));
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
