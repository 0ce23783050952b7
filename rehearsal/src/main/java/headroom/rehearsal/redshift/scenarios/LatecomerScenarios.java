package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.redshift.SimulatedEndpoint;
import headroom.simulated.redshift.SimulatedLoad.Shown;

import java.time.Duration;
import java.util.List;

/// Scenarios of tasks that a schedule starts while the recorded ones stand still.
final class LatecomerScenarios {
    private static final List<String> WITH_CLICKSTREAM =
            List.of("orders", "customers", "payments", "clickstream", "archive");

    private LatecomerScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
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
                RedshiftScenario.of(
                                "a_task_on_another_endpoint_that_is_started_in_the_pause_puts_the_resize_off",
                                "A schedule starts a task that writes into the cluster through an"
                                        + " endpoint that is not configured.",
                                Setup.ORDINARY
                                        .withStopped("marketing", SimulatedEndpoint.STRAY)
                                        .with("state.Confirm paused#1:START_TASK=marketing"),
                                _ -> {},
                                RedshiftScenario.ending(
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
                RedshiftScenario.of(
                                "a_full_load_that_is_started_in_the_pause_puts_the_resize_off",
                                "A schedule starts a task that loads whole tables.",
                                Setup.ORDINARY
                                        .withStoppedLoad(
                                                "ledger", Duration.ofHours(1), Shown.TABLES)
                                        .with("state.Confirm paused#1:START_TASK=ledger"),
                                _ -> {},
                                RedshiftScenario.ending(
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

    private static Scenario<RedshiftSimulation> joins(String name, String told, String start) {
        return RedshiftScenario.of(
                name,
                told,
                Setup.ORDINARY.with(start),
                _ -> {},
                RedshiftScenario.ending(
                        8, WITH_CLICKSTREAM, List.of(SUCCEEDED), List.of(Scenarios.RESIZED)));
    }
}
