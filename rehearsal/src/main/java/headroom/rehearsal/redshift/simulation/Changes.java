package headroom.rehearsal.redshift.simulation;

import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedTask;
import headroom.text.Listing;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What became of the cluster and its tasks since the scenario began.
///
/// @param nodes at its beginning
/// @param diskPercent at its beginning
record Changes(RedshiftSimulation simulation, int nodes, double diskPercent) {
    Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("nodes", nodes + " -> " + simulation.redshift().nodes());
        rows.put(
                "disk",
                String.format(
                        Locale.ROOT,
                        "%.1f %% -> %.1f %%",
                        diskPercent,
                        simulation.redshift().diskPercent()));
        rows.put("replication paused", pause());
        rows.put("stopped", listed(called(SimulatedDms.STOPS)));
        rows.put("started again", listed(called(SimulatedDms.STARTS)));
        rows.put("left alone", leftAlone());
        return rows;
    }

    /// How the scenario ended, for the cluster and its tasks.
    String outcome() {
        Set<String> stopped = called(SimulatedDms.STOPS);
        boolean allRun =
                simulation.dms().tasks().stream()
                        .filter(each -> stopped.contains(each.name()))
                        .allMatch(each -> each.isRunning() || each.hasFinished());
        if (stopped.isEmpty()) {
            return "no task was stopped";
        }
        if (!allRun) {
            return "tasks that were stopped do not run";
        }
        return simulation.redshift().nodes() > Setup.NODES
                ? "resized, all tasks that were stopped run"
                : "not resized, all tasks that were stopped run";
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
        return simulation.journal().calls(operations).stream()
                .map(each -> each.detail().split(",", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String leftAlone() {
        Set<String> touched = called(SimulatedDms.STOPS);
        touched.addAll(called(SimulatedDms.STARTS));
        return listed(
                simulation.dms().tasks().stream()
                        .filter(each -> !touched.contains(each.name()))
                        .map(Changes::sentence)
                        .toList());
    }

    private static String sentence(SimulatedTask task) {
        return task.name() + " (" + task.status() + ")";
    }

    private static String listed(Iterable<String> all) {
        List<String> list = new ArrayList<>();
        all.forEach(list::add);
        return list.isEmpty() ? "none" : Listing.of(list);
    }
}
