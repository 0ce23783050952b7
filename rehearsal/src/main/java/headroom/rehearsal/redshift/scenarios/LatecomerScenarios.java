package headroom.rehearsal.redshift.scenarios;

import headroom.rehearsal.scenario.Ending;
import headroom.rehearsal.scenario.Scenario;

import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.aws.SimulatedEndpoint;
import headroom.rehearsal.redshift.aws.SimulatedLoad.Shown;
import headroom.rehearsal.redshift.simulation.Setup;

import java.time.Duration;
import java.util.List;

/// Scenarios of tasks that a schedule starts while the recorded ones stand still.
final class LatecomerScenarios {
    private static final List<String> WITH_CLICKSTREAM =
            List.of("orders", "customers", "payments", "clickstream", "archive");

    private LatecomerScenarios() {}

    static List<Scenario> all() {
        return List.of(
                joins(
                        "a_task_that_is_started_in_the_pause_is_stopped_too",
                        "A schedule starts a task that was stopped before, while the others stop.",
                        "state.Confirm paused#1:START_TASK=clickstream"),
                joins(
                        "a_task_that_is_started_during_the_snapshot_is_stopped_too",
                        "A schedule starts a task that was stopped before, while the snapshot is"
                                + " taken.",
                        "state.Confirm snapshot#1:START_TASK=clickstream"),
                Scenario.of(
                                "a_task_on_another_endpoint_that_is_started_in_the_pause_puts_the_resize_off",
                                "A schedule starts a task that writes into the cluster through an"
                                        + " endpoint that is not configured.",
                                Setup.ORDINARY
                                        .withStopped("marketing", SimulatedEndpoint.STRAY)
                                        .with("state.Confirm paused#1:START_TASK=marketing"),
                                _ -> {},
                                new Ending(
                                        4,
                                        List.of(
                                                "orders",
                                                "customers",
                                                "payments",
                                                "archive",
                                                "marketing"),
                                        List.of(FAILED),
                                        List.of(Scenarios.NOT_RESIZED)))
                        .endedAfter(Duration.ofMinutes(50)),
                Scenario.of(
                                "a_full_load_that_is_started_in_the_pause_puts_the_resize_off",
                                "A schedule starts a task that loads whole tables.",
                                Setup.ORDINARY
                                        .withStoppedLoad(
                                                "ledger", Duration.ofHours(1), Shown.TABLES)
                                        .with("state.Confirm paused#1:START_TASK=ledger"),
                                _ -> {},
                                new Ending(
                                        4,
                                        List.of(
                                                "orders",
                                                "customers",
                                                "payments",
                                                "archive",
                                                "ledger"),
                                        List.of(FAILED),
                                        List.of(Scenarios.NOT_RESIZED)))
                        .endedAfter(Duration.ofMinutes(50)));
    }

    private static Scenario joins(String name, String told, String start) {
        return Scenario.of(
                name,
                told,
                Setup.ORDINARY.with(start),
                _ -> {},
                new Ending(8, WITH_CLICKSTREAM, List.of(SUCCEEDED), List.of(Scenarios.RESIZED)));
    }
}
