package headroom.rehearsal.redshift.simulation;

import headroom.rehearsal.simulation.Glance;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What there is to see of the cluster, its copies and its tasks.
///
/// @param budget of the pause, as functions were given it last; empty if none was
record Sight(RedshiftSimulation simulation, Optional<Object> budget) {
    /// A pause and its budget are recorded in one state, one after the other.
    private static final Duration ONE_STATE = Duration.ofMinutes(1);

    Glance glance() {
        Map<String, String> resource = new LinkedHashMap<>();
        resource.put("cluster", nodes(simulation.redshift().nodes()));
        for (String each : simulation.redshift().copies().names()) {
            resource.put("copy", nodes(simulation.redshift().copies().nodes(each)));
        }
        Map<String, Glance.Status> tasks = new LinkedHashMap<>();
        simulation
                .dms()
                .tasks()
                .forEach(
                        each ->
                                tasks.put(
                                        each.name(), new Glance.Status(each.status(), mood(each))));
        return new Glance(
                resource,
                Map.of("disk used, %", simulation.redshift().diskPercent()),
                tasks,
                pause());
    }

    private static Glance.Mood mood(SimulatedTask task) {
        return switch (task.status()) {
            case "running" -> Glance.Mood.WELL;
            case "failed" -> Glance.Mood.ILL;
            default -> task.mayWrite() ? Glance.Mood.BUSY : Glance.Mood.STILL;
        };
    }

    private static String nodes(int count) {
        return count == 1 ? "1 node" : count + " nodes";
    }

    /// From when it is recorded until all tasks on the record run.
    private Optional<Glance.Stretch> pause() {
        String record = simulation.lease().getOrDefault("paused", "");
        String since = simulation.lease().get("pausedSince");
        boolean stands =
                simulation.dms().tasks().stream()
                        .filter(each -> !each.isRunning())
                        .anyMatch(each -> record.contains(each.arn()));
        return stands && since != null
                ? Optional.of(new Glance.Stretch("pause", Instant.parse(since), until(since)))
                : Optional.empty();
    }

    /// When its budget is spent, unless the last that was given is another pause's.
    private Optional<Instant> until(String since) {
        return budget.filter(Map.class::isInstance)
                .map(Map.class::cast)
                .filter(each -> isOf(since, String.valueOf(each.get("pausedAt"))))
                .map(each -> Instant.parse(String.valueOf(each.get("resizeBy"))));
    }

    private static boolean isOf(String since, String pausedAt) {
        return Duration.between(Instant.parse(since), Instant.parse(pausedAt))
                        .abs()
                        .compareTo(ONE_STATE)
                < 0;
    }
}
