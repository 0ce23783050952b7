package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;

import java.util.List;

/// Scenarios of tasks that end by themselves while a run is at work. The lease is free at the end
/// of each.
final class EndedTaskScenarios {
    private static final List<String> WITHOUT_CUSTOMERS = List.of("orders", "payments", "archive");

    private EndedTaskScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("a_task_that_has_loaded_its_tables_is_not_started_again")
                        .told(
                                "One task was made to load tables and no more. It is done when it"
                                        + " is asked to stop.")
                        .in(
                                ORDINARY.withTaskThatEnds(
                                        "customers", "FULL_LOAD_ONLY_FINISHED", false))
                        .running(WITHOUT_CUSTOMERS),
                scenario("a_task_that_stops_after_its_cached_changes_is_not_started_again")
                        .told(
                                "One task was made to stop once it has applied the changes that"
                                        + " came during its load. DMS would refuse to start it.")
                        .in(
                                ORDINARY.withTaskThatEnds(
                                        "customers", "STOPPED_AFTER_CACHED_EVENTS", true))
                        .running(WITHOUT_CUSTOMERS),
                scenario("a_task_that_reaches_its_stop_position_is_not_started_again")
                        .told(
                                "One task was made to stop at a time of the source's commits, which"
                                        + " has come.")
                        .in(ORDINARY.withTaskThatEnds("customers", "STOPPED_AT_COMMIT_TIME", false))
                        .running(WITHOUT_CUSTOMERS),
                scenario("a_task_that_ends_just_before_it_is_stopped_is_left_alone")
                        .told(
                                "One task ends by itself between the record of the pause and its"
                                        + " stop.")
                        .in(ORDINARY.with("state.Pause replication#1:END_TASK=orders"))
                        .running("customers", "payments", "archive"),
                scenario("a_task_that_stops_for_an_unknown_reason_is_resumed")
                        .told(
                                "DMS says of one task that it stopped for a reason that is not"
                                        + " known here.")
                        .in(ORDINARY.withTaskThatEnds("customers", "RECYCLE_TASK", false)));
    }
}
