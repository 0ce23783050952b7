package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.PlanScenarios.refused;
import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.ServerlessTask;
import headroom.simulated.redshift.SimulatedLoad.Shown;
import headroom.simulated.redshift.SimulatedNodeType;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.util.List;

/// Scenarios of what DMS does beyond its documentation of a task's status: rows that double, words
/// that nobody listed, loads whose percentage never reaches 100, and capacity that is given up.
final class DmsScenarios {
    private static final Setup DOUBLING =
            ORDINARY.withServerless("clicks", DmsScenarios::doubling)
                    .withTask("orders", each -> each.habits().doublesRows());
    private static final Setup OUTLASTING =
            ORDINARY.with(Policy.upTo(16).with(RedshiftSettings.CLASSIC_HOURS, 60))
                    .withSourceLog(336)
                    .with(
                            RedshiftBehaviour.ORDINARY
                                    .with(SimulatedNodeType.DC2_LARGE)
                                    .withOriginal(2))
                    .withServerless("clicks");

    private DmsScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("rows_may_double_when_tasks_resume_and_the_report_says_so")
                        .told("Two tasks have the default settings for inserts.")
                        .in(DOUBLING)
                        .alsoRunning("clicks"),
                refused("no_resize_where_rows_may_double_and_the_owner_refuses_that")
                        .told("The same, and the setting insertPolicy is refuse.")
                        .in(
                                DOUBLING.with(
                                        Policy.upTo(16)
                                                .with(
                                                        RedshiftSettings.INSERT_POLICY,
                                                        InsertPolicy.REFUSE)))
                        .alsoRunning("clicks"),
                scenario("tables_in_error_are_named_before_their_task_is_restarted")
                        .told(
                                "A task and a serverless replication could not load some of their"
                                        + " tables.")
                        .in(
                                ORDINARY.withServerless("clicks", DmsScenarios::inError)
                                        .withTask(
                                                "orders",
                                                each ->
                                                        each.habits()
                                                                .hasTablesInError(
                                                                        List.of(
                                                                                "shop.a",
                                                                                "shop.b"))))
                        .alsoRunning("clicks"),
                scenario("a_serverless_replication_that_stops_slowly_is_waited_for")
                        .told(
                                "DMS shows a serverless replication as running for five minutes"
                                        + " after it was asked to stop.")
                        .in(
                                ORDINARY.withServerless(
                                        "clicks",
                                        each -> each.showingRunningFor(Duration.ofMinutes(5))))
                        .alsoRunning("clicks"),
                refused("a_classic_resize_that_outlasts_a_serverless_replication_is_refused")
                        .told(
                                "The source keeps its log for two weeks, and a serverless"
                                        + " replication its capacity for two days.")
                        .in(OUTLASTING)
                        .alsoRunning("clicks"),
                PauseScenarios.notResized(
                                "a_pause_ends_before_dms_gives_a_serverless_replication_up")
                        .told(
                                "DMS says that it gives the capacity up after four hours, and the"
                                        + " snapshot in the pause takes six.")
                        .in(
                                ORDINARY.with(
                                                RedshiftBehaviour.ORDINARY.withIncrementOf(
                                                        Duration.ofMinutes(340)))
                                        .withServerless(
                                                "clicks",
                                                each -> each.givenUpAfter(Duration.ofHours(4))))
                        .alsoRunning("clicks")
                        .lasting(Duration.ofMinutes(180)),
                scenario("a_load_with_a_finish_date_is_done_whatever_its_percentage")
                        .told("A load is done, and its percentage stays at 97.")
                        .in(loading(Shown.FINISH_DATE))
                        .alsoRunning("ledger"),
                scenario("a_load_without_a_table_left_is_done_whatever_its_percentage")
                        .told(
                                "A load is done; its percentage stays at 97, and it has no finish"
                                        + " date.")
                        .in(loading(Shown.TABLES))
                        .alsoRunning("ledger"),
                scenario("a_table_that_is_reloaded_is_waited_for")
                        .told(
                                "A person has a table reloaded when the load of its task is long"
                                        + " over. To stop the task now would leave a part of the"
                                        + " table, and nothing would load the rest.")
                        .in(ORDINARY.withFullLoad("ledger", Duration.ofHours(1), Shown.RELOADED))
                        .alsoRunning("ledger"),
                scenario("a_task_that_runs_with_errors_is_paused_like_any_other")
                        .told("DMS has words for the statuses of one task that no list has.")
                        .in(ORDINARY.withTask("orders", DmsScenarios::withErrors)),
                scenario("an_unknown_status_holds_up_no_critical_disk")
                        .told(
                                "The disk is critical. One task that is left alone, and one that is"
                                        + " paused, show a status that nobody listed.")
                        .in(
                                ORDINARY.withDisk(94)
                                        .withTask(
                                                "clickstream",
                                                each -> each.habits().calls("stopped", "parked"))
                                        .withTask(
                                                "orders",
                                                each -> each.habits().calls("stopped", "parked")))
                        .runs(SUCCEEDED, SUCCEEDED),
                refused("an_endpoint_that_hides_in_a_secret_may_point_here")
                        .told(
                                "A task writes through an endpoint whose address stands in Secrets"
                                        + " Manager.")
                        .in(ORDINARY.withHiddenEndpoint())
                        .alsoRunning("returns"));
    }

    private static ServerlessTask doubling(ServerlessTask each) {
        each.habits().doublesRows();
        return each;
    }

    private static ServerlessTask inError(ServerlessTask each) {
        each.habits().hasTablesInError(List.of("web.clicks"));
        return each;
    }

    private static void withErrors(SimulatedTask each) {
        each.habits().calls("running", "Running with errors");
        each.habits().calls("failed", "Error");
    }

    private static Setup loading(Shown shown) {
        return ORDINARY.withFullLoad("ledger", Duration.ofMinutes(10), shown);
    }
}
