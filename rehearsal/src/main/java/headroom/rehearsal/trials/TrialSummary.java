package headroom.rehearsal.trials;

import headroom.rehearsal.invariants.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What came of many trials.
public final class TrialSummary {
    /// Of each invariant, so many violations are told in full; more would hide the others.
    private static final int TOLD = 5;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, List<String>> violations = new TreeMap<>();
    private int scenarios;
    private int faults;

    synchronized void add(Verdict verdict) {
        scenarios++;
        faults += verdict.struck();
        outcomes.merge(verdict.outcome(), 1, Integer::sum);
        for (Violation each : verdict.violations()) {
            violations
                    .computeIfAbsent(each.invariant(), _ -> new ArrayList<>())
                    .add("%s  %s%n    %s".formatted(each.at(), each.what(), verdict.command()));
        }
    }

    public synchronized int scenarios() {
        return scenarios;
    }

    /// The commands that replay a violation, with what it is, by invariant.
    public synchronized Map<String, List<String>> violations() {
        return violations;
    }

    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "scenarios", scenarios);
        add(lines, "faults injected", faults);
        outcomes.forEach((outcome, count) -> add(lines, outcome, count));
        int count = violations.values().stream().mapToInt(List::size).sum();
        add(lines, "violations", count);
        violations.forEach(
                (invariant, all) -> {
                    lines.add("");
                    lines.add(invariant + ": " + all.size());
                    all.stream().limit(TOLD).forEach(each -> lines.add("  " + each));
                    if (all.size() > TOLD) {
                        lines.add("  and %d more".formatted(all.size() - TOLD));
                    }
                });
        return lines;
    }

    private static void add(List<String> lines, String what, int count) {
        lines.add(String.format(Locale.ROOT, "%-48s%,8d", what, count));
    }
}
