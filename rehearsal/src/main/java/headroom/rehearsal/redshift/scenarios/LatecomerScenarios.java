package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.PauseScenarios.notResized;
import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.Setup;
import headroom.simulated.redshift.SimulatedEndpoint;
import headroom.simulated.redshift.SimulatedLoad.Shown;

import java.time.Duration;
import java.util.List;

/// Scenarios of tasks that a schedule starts while the recorded ones stand still.
final class LatecomerScenarios {
    private static final Setup WITH_STRAY =
            ORDINARY.withStopped("marketing", SimulatedEndpoint.STRAY);
    private static final Setup WITH_LOAD =
            ORDINARY.withStoppedLoad("ledger", Duration.ofHours(1), Shown.TABLES);

    private LatecomerScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("a_task_that_is_started_in_the_pause_is_stopped_too")
                        .told(
                                "A schedule starts a task that was stopped before, while the others"
                                        + " stop.")
                        .in(ORDINARY.with("state.Confirm paused#1:START_TASK=clickstream"))
                        .running("orders", "customers", "payments", "clickstream", "archive"),
                scenario("a_task_that_is_started_during_the_snapshot_is_stopped_too")
                        .told(
                                "A schedule starts a task that was stopped before, while the"
                                        + " snapshot is taken.")
                        .in(ORDINARY.with("state.Confirm snapshot#1:START_TASK=clickstream"))
                        .running("orders", "customers", "payments", "clickstream", "archive"),
                notResized("a_task_is_forgotten_before_another_is_started_in_the_pause")
                        .told(
                                "A person has a task forgotten while the snapshot is asked for, and"
                                    + " then a schedule starts another. The run does not put the"
                                    + " forgotten one back on the record, and gives up.")
                        .in(
                                ORDINARY.with(
                                        "state.Take snapshot#1:FORGET",
                                        "state.Confirm snapshot#1:START_TASK=clickstream"))
                        .running("customers", "payments", "clickstream", "archive")
                        .runs(FAILED, SUCCEEDED)
                        .reports(ForgetScenarios.TAKEN_OFF, Subjects.NOT_RESIZED)
                        .endedAfter(Duration.ofMinutes(50)),
                notResized(
                                "a_task_on_another_endpoint_that_is_started_in_the_pause_puts_the_resize_off")
                        .told(
                                "A schedule starts a task that writes into the cluster through an"
                                        + " endpoint that is not configured.")
                        .in(WITH_STRAY.with("state.Confirm paused#1:START_TASK=marketing"))
                        .alsoRunning("marketing")
                        .endedAfter(Duration.ofMinutes(50)),
                notResized("a_full_load_that_is_started_in_the_pause_puts_the_resize_off")
                        .told("A schedule starts a task that loads whole tables.")
                        .in(WITH_LOAD.with("state.Confirm paused#1:START_TASK=ledger"))
                        .alsoRunning("ledger")
                        .endedAfter(Duration.ofMinutes(50)));
    }
}
