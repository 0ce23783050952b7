package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Ending;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.SimulatedLoad.Shown;
import headroom.simulated.redshift.SimulatedNodeType;

import java.time.Duration;
import java.util.List;

/// Scenarios of what DMS does beyond its documentation of a task's status: rows that double, words
/// that nobody listed, loads whose percentage never reaches 100, and capacity that is given up.
final class DmsScenarios {
    private static final List<String> WITH_CLICKS =
            List.of("orders", "customers", "payments", "archive", "clicks");

    private DmsScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                RedshiftScenario.of(
                        "rows_may_double_when_tasks_resume_and_the_report_says_so",
                        "Two tasks have the default settings for inserts.",
                        doubling(Policy.upTo(16)),
                        _ -> {},
                        RedshiftScenario.ending(
                                8, WITH_CLICKS, List.of(SUCCEEDED), List.of(Scenarios.RESIZED))),
                RedshiftScenario.of(
                        "no_resize_where_rows_may_double_and_the_owner_refuses_that",
                        "The same, and the setting insertPolicy is refuse.",
                        doubling(
                                Policy.upTo(16)
                                        .with(RedshiftSettings.INSERT_POLICY, InsertPolicy.REFUSE)),
                        _ -> {},
                        RedshiftScenario.ending(
                                4,
                                WITH_CLICKS,
                                List.of(SUCCEEDED),
                                List.of(PlanScenarios.REFUSED))),
                RedshiftScenario.of(
                        "tables_in_error_are_named_before_their_task_is_restarted",
                        "A task and a serverless replication could not load some of their tables.",
                        Setup.ORDINARY
                                .withServerless(
                                        "clicks",
                                        each -> {
                                            each.habits().hasTablesInError(List.of("web.clicks"));
                                            return each;
                                        })
                                .withTask(
                                        "orders",
                                        each ->
                                                each.habits()
                                                        .hasTablesInError(
                                                                List.of("shop.a", "shop.b"))),
                        _ -> {},
                        RedshiftScenario.ending(
                                8, WITH_CLICKS, List.of(SUCCEEDED), List.of(Scenarios.RESIZED))),
                RedshiftScenario.of(
                        "a_serverless_replication_that_stops_slowly_is_waited_for",
                        "DMS shows a serverless replication as running for five minutes after it"
                                + " was asked to stop.",
                        Setup.ORDINARY.withServerless(
                                "clicks", each -> each.showingRunningFor(Duration.ofMinutes(5))),
                        _ -> {},
                        RedshiftScenario.ending(
                                8, WITH_CLICKS, List.of(SUCCEEDED), List.of(Scenarios.RESIZED))),
                RedshiftScenario.of(
                        "a_classic_resize_that_outlasts_a_serverless_replication_is_refused",
                        "The source keeps its log for two weeks, and a serverless replication its"
                                + " capacity for two days.",
                        Setup.ORDINARY
                                .with(Policy.upTo(16).with(RedshiftSettings.CLASSIC_HOURS, 60))
                                .withSourceLog(336)
                                .with(
                                        RedshiftBehaviour.ORDINARY
                                                .with(SimulatedNodeType.DC2_LARGE)
                                                .withOriginal(2))
                                .withServerless("clicks"),
                        _ -> {},
                        RedshiftScenario.ending(
                                4,
                                WITH_CLICKS,
                                List.of(SUCCEEDED),
                                List.of(PlanScenarios.REFUSED))),
                RedshiftScenario.of(
                                "a_pause_ends_before_dms_gives_a_serverless_replication_up",
                                "DMS says that it gives the capacity up after four hours, and the"
                                        + " snapshot in the pause takes six.",
                                Setup.ORDINARY
                                        .with(
                                                RedshiftBehaviour.ORDINARY.withIncrementOf(
                                                        Duration.ofMinutes(340)))
                                        .withServerless(
                                                "clicks",
                                                each -> each.givenUpAfter(Duration.ofHours(4))),
                                _ -> {},
                                RedshiftScenario.ending(
                                        4,
                                        WITH_CLICKS,
                                        List.of(FAILED),
                                        List.of(Scenarios.NOT_RESIZED)))
                        .lasting(Duration.ofMinutes(180)),
                RedshiftScenario.of(
                        "a_load_with_a_finish_date_is_done_whatever_its_percentage",
                        "A load is done, and its percentage stays at 97.",
                        Setup.ORDINARY.withFullLoad(
                                "ledger", Duration.ofMinutes(10), Shown.FINISH_DATE),
                        _ -> {},
                        withLedger()),
                RedshiftScenario.of(
                        "a_load_without_a_table_left_is_done_whatever_its_percentage",
                        "A load is done; its percentage stays at 97, and it has no finish date.",
                        Setup.ORDINARY.withFullLoad("ledger", Duration.ofMinutes(10), Shown.TABLES),
                        _ -> {},
                        withLedger()),
                RedshiftScenario.of(
                        "a_task_that_runs_with_errors_is_paused_like_any_other",
                        "DMS has words for the statuses of one task that no list has.",
                        Setup.ORDINARY.withTask(
                                "orders",
                                each -> {
                                    each.habits().calls("running", "Running with errors");
                                    each.habits().calls("failed", "Error");
                                }),
                        _ -> {},
                        RedshiftScenario.ending(
                                8,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of(Scenarios.RESIZED))),
                RedshiftScenario.of(
                        "an_unknown_status_holds_up_no_critical_disk",
                        "The disk is critical. One task that is left alone, and one that is paused,"
                                + " show a status that nobody listed.",
                        Setup.ORDINARY
                                .withDisk(94)
                                .withTask(
                                        "clickstream",
                                        each -> each.habits().calls("stopped", "parked"))
                                .withTask(
                                        "orders", each -> each.habits().calls("stopped", "parked")),
                        _ -> {},
                        RedshiftScenario.ending(
                                8,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(Scenarios.RESIZED))),
                RedshiftScenario.of(
                        "an_endpoint_that_hides_in_a_secret_may_point_here",
                        "A task writes through an endpoint whose address stands in Secrets"
                                + " Manager.",
                        Setup.ORDINARY.withHiddenEndpoint(),
                        _ -> {},
                        RedshiftScenario.ending(
                                4,
                                List.of("orders", "customers", "payments", "archive", "returns"),
                                List.of(SUCCEEDED),
                                List.of(PlanScenarios.REFUSED))));
    }

    private static Setup doubling(Policy policy) {
        return Setup.ORDINARY
                .with(policy)
                .withServerless(
                        "clicks",
                        each -> {
                            each.habits().doublesRows();
                            return each;
                        })
                .withTask("orders", each -> each.habits().doublesRows());
    }

    private static Ending withLedger() {
        return RedshiftScenario.ending(
                8,
                List.of("orders", "customers", "payments", "archive", "ledger"),
                List.of(SUCCEEDED),
                List.of(Scenarios.RESIZED));
    }
}
