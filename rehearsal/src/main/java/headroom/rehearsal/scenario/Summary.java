package headroom.rehearsal.scenario;

import headroom.rehearsal.redshift.aws.SimulatedDms;
import headroom.rehearsal.redshift.aws.SimulatedTask;
import headroom.rehearsal.invariants.Invariants;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.text.Listing;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a reader wants to know at the end of a scenario.
public record Summary(
        Scenario scenario,
        RedshiftSimulation simulation,
        Ending before,
        double diskBefore,
        Invariants invariants,
        List<String> differences) {
    private static final int LABELS = 20;

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Ending after = Ending.of(simulation);
        add(lines, "nodes", before.nodes() + " -> " + after.nodes());
        add(
                lines,
                "disk",
                String.format(
                        Locale.ROOT,
                        "%.1f %% -> %.1f %%",
                        diskBefore,
                        simulation.redshift().diskPercent()));
        add(lines, "replication paused", pause());
        add(lines, "stopped", names(called(SimulatedDms.STOPS)));
        add(lines, "started again", names(called(SimulatedDms.STARTS)));
        add(lines, "left alone", leftAlone());
        for (Execution each : simulation.executions()) {
            add(lines, "execution", execution(each));
        }
        after.reports().forEach(each -> add(lines, "report", each));
        add(lines, "lease", lease());
        new LimitUse(simulation).lines().forEach(each -> add(lines, "strain", each));
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

    /// From the first task that was stopped to the last one that runs again.
    private String pause() {
        Optional<Instant> from =
                simulation.journal().calls(SimulatedDms.STOPS).stream().findFirst().map(Entry::at);
        Optional<Instant> to =
                simulation
                        .journal()
                        .entries(Kind.TASK)
                        .filter(each -> each.detail().equals("running"))
                        .map(Entry::at)
                        .max(Instant::compareTo);
        if (from.isEmpty()) {
            return "not at all";
        }
        if (to.isEmpty()) {
            return "since " + from.get();
        }
        Duration pause = Duration.between(from.get(), to.get());
        return pause.toHours() > 0
                ? new Span(pause).toString()
                : "%d min %d s".formatted(pause.toMinutes(), pause.toSecondsPart());
    }

    private Set<String> called(Set<String> operations) {
        Set<String> names = new TreeSet<>();
        simulation
                .journal()
                .calls(operations)
                .forEach(each -> names.add(each.detail().split(",", 2)[0]));
        return names;
    }

    private String leftAlone() {
        Set<String> touched = called(SimulatedDms.STOPS);
        touched.addAll(called(SimulatedDms.STARTS));
        return simulation.dms().tasks().stream()
                .filter(each -> !touched.contains(each.name()))
                .map(Summary::sentence)
                .collect(Collectors.collectingAndThen(Collectors.toList(), Summary::listed));
    }

    private static String sentence(SimulatedTask task) {
        return task.name() + " (" + task.status() + ")";
    }

    private static String names(Set<String> names) {
        return listed(new ArrayList<>(names));
    }

    private static String listed(List<String> all) {
        return all.isEmpty() ? "none" : Listing.of(all);
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
