package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;

import java.util.List;

/// Scenarios of tasks that end by themselves while a run is at work. The lease is free at the end
/// of each.
final class EndedTaskScenarios {
    private static final List<String> WITHOUT_CUSTOMERS = List.of("orders", "payments", "archive");

    private EndedTaskScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                ends(
                        "a_task_that_has_loaded_its_tables_is_not_started_again",
                        "One task was made to load tables and no more. It is done when it is asked"
                                + " to stop.",
                        Setup.ORDINARY.withTaskThatEnds(
                                "customers", "FULL_LOAD_ONLY_FINISHED", false)),
                ends(
                        "a_task_that_stops_after_its_cached_changes_is_not_started_again",
                        "One task was made to stop once it has applied the changes that came during"
                                + " its load. DMS would refuse to start it.",
                        Setup.ORDINARY.withTaskThatEnds(
                                "customers", "STOPPED_AFTER_CACHED_EVENTS", true)),
                ends(
                        "a_task_that_reaches_its_stop_position_is_not_started_again",
                        "One task was made to stop at a time of the source's commits, which has"
                                + " come.",
                        Setup.ORDINARY.withTaskThatEnds(
                                "customers", "STOPPED_AT_COMMIT_TIME", false)),
                RedshiftScenario.of(
                        "a_task_that_ends_just_before_it_is_stopped_is_left_alone",
                        "One task ends by itself between the record of the pause and its stop.",
                        Setup.ORDINARY.with("state.Pause replication#1:END_TASK=orders"),
                        _ -> {},
                        RedshiftScenario.ending(
                                8,
                                List.of("customers", "payments", "archive"),
                                List.of(SUCCEEDED),
                                List.of(Scenarios.RESIZED))),
                RedshiftScenario.of(
                        "a_task_that_stops_for_an_unknown_reason_is_resumed",
                        "DMS says of one task that it stopped for a reason that is not known here.",
                        Setup.ORDINARY.withTaskThatEnds("customers", "RECYCLE_TASK", false),
                        _ -> {},
                        RedshiftScenario.ending(
                                8,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of(Scenarios.RESIZED))));
    }

    private static Scenario<RedshiftSimulation> ends(String name, String told, Setup setup) {
        return RedshiftScenario.of(
                name,
                told,
                setup,
                _ -> {},
                RedshiftScenario.ending(
                        8, WITHOUT_CUSTOMERS, List.of(SUCCEEDED), List.of(Scenarios.RESIZED)));
    }
}
