package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.Mode;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.states.Execution.Status;
import headroom.settings.Window;
import headroom.simulated.redshift.Maintenance;
import headroom.simulated.redshift.RedshiftBehaviour;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Scenarios of what is decided before anything is touched. They begin on a Sunday at 04:00 UTC.
final class PlanScenarios {
    private static final List<String> ALL_RUN =
            List.of("orders", "customers", "payments", "archive");
    private static final String RESIZED = "Headroom: analytics was resized; replication runs";
    private static final String ASKS = "Headroom: analytics asks whether to resize";
    static final String REFUSED = "Headroom: analytics was NOT resized: refused by plan";
    static final String ANNOUNCED = "Headroom WARNING: a classic resize begins, analytics";

    private static final Policy USUAL = Policy.upTo(16);
    private static final Policy ASK = USUAL.with(RedshiftSettings.MODE, Mode.ASK);

    private PlanScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                RedshiftScenario.of(
                                "an_owner_lets_the_disk_be_full_for_an_hour_first",
                                "The setting alarmMinutes is 60, as some queries spill to disk for"
                                        + " long.",
                                Setup.ORDINARY.with(USUAL.with(RedshiftSettings.ALARM_MINUTES, 60)),
                                PlanScenarios::untouched,
                                RedshiftScenario.ending(
                                        8, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED)))
                        .lasting(Duration.ofHours(2)),
                RedshiftScenario.of(
                                "a_plan_is_asked_about_and_carried_out_by_hand",
                                "The mode is ask. Two hours after the question, a person publishes"
                                        + " the message.",
                                Setup.ORDINARY.with(ASK),
                                simulation -> in(simulation, Duration.ofHours(2), "resize"),
                                RedshiftScenario.ending(
                                        8,
                                        ALL_RUN,
                                        List.of(SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                        List.of(ASKS, RESIZED)))
                        .lasting(Duration.ofHours(3)),
                RedshiftScenario.of(
                                "a_resize_waits_for_its_window_and_the_watch_starts_it",
                                "The window opens at 08:00 in Berlin, which is 07:00 UTC.",
                                Setup.ORDINARY.with(
                                        USUAL.with(
                                                RedshiftSettings.WINDOW,
                                                Optional.of(
                                                        Window.parse(
                                                                "SUN 08:00-10:00 Europe/Berlin")))),
                                PlanScenarios::untouched,
                                RedshiftScenario.ending(
                                        8,
                                        ALL_RUN,
                                        List.of(SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                        List.of(
                                                "Headroom: analytics will be resized when its"
                                                        + " window opens",
                                                RESIZED)))
                        .lasting(Duration.ofHours(4)),
                RedshiftScenario.of(
                                "a_critical_disk_does_not_wait_for_a_person",
                                "The mode is ask, nobody answers, and after half an hour the source"
                                        + " writes much more.",
                                Setup.ORDINARY.with(ASK),
                                simulation ->
                                        simulation
                                                .scheduler()
                                                .after(
                                                        Duration.ofMinutes(30),
                                                        () -> simulation.flood(30)),
                                RedshiftScenario.ending(
                                        8,
                                        ALL_RUN,
                                        List.of(SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                        List.of(ASKS, RESIZED)))
                        .lasting(Duration.ofHours(3)),
                RedshiftScenario.of(
                                "a_ceiling_that_is_reached_is_told_once_a_day",
                                "Four nodes are the ceiling, so the plan refuses for more than a"
                                        + " day.",
                                Setup.ORDINARY.withCeiling(4),
                                PlanScenarios::untouched,
                                RedshiftScenario.ending(
                                        4, ALL_RUN, overADay(), List.of(REFUSED, REFUSED)))
                        .lasting(Duration.ofHours(25)),
                RedshiftScenario.of(
                        "a_full_load_is_waited_for",
                        "One task is in full load for two more hours.",
                        Setup.ORDINARY.withFullLoad("ledger", Duration.ofHours(2)),
                        PlanScenarios::untouched,
                        RedshiftScenario.ending(
                                8,
                                List.of("orders", "customers", "payments", "archive", "ledger"),
                                List.of(SUCCEEDED),
                                List.of(RESIZED))),
                RedshiftScenario.of(
                        "a_full_load_that_does_not_end_is_not_disturbed",
                        "One task is in full load for a whole day.",
                        Setup.ORDINARY.withFullLoad("ledger", Duration.ofDays(1)),
                        PlanScenarios::untouched,
                        RedshiftScenario.ending(
                                4,
                                List.of("orders", "customers", "payments", "archive", "ledger"),
                                List.of(SUCCEEDED),
                                List.of(REFUSED))),
                RedshiftScenario.of(
                                "a_disk_that_becomes_critical_during_a_full_load_is_told_of",
                                "One task is in full load for a whole day, and the disk fills"
                                        + " meanwhile.",
                                Setup.ORDINARY.withFullLoad("ledger", Duration.ofDays(1)),
                                simulation ->
                                        simulation
                                                .scheduler()
                                                .after(
                                                        Duration.ofMinutes(40),
                                                        () -> simulation.flood(20)),
                                RedshiftScenario.ending(
                                        4,
                                        List.of(
                                                "orders",
                                                "customers",
                                                "payments",
                                                "archive",
                                                "ledger"),
                                        List.of(SUCCEEDED, SUCCEEDED),
                                        List.of(
                                                "Headroom (disk 91 %): analytics was NOT resized:"
                                                        + " refused by plan")))
                        .lasting(Duration.ofMinutes(170)),
                RedshiftScenario.of(
                        "an_automated_snapshot_in_flight_is_waited_for",
                        "Redshift is taking a snapshot of its own for another quarter of an hour.",
                        Setup.ORDINARY.with(
                                RedshiftBehaviour.ORDINARY.withAutomatedSnapshotOf(
                                        Duration.ofMinutes(35))),
                        PlanScenarios::untouched,
                        RedshiftScenario.ending(8, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED))),
                RedshiftScenario.of(
                                "a_maintenance_window_is_let_pass",
                                "The cluster's maintenance window opens half an hour after the"
                                        + " alarm.",
                                Setup.ORDINARY.with(
                                        RedshiftBehaviour.ORDINARY.with(
                                                Maintenance.at(
                                                        Instant.parse("2026-11-22T04:50:00Z")))),
                                PlanScenarios::untouched,
                                RedshiftScenario.ending(
                                        8,
                                        ALL_RUN,
                                        List.of(SUCCEEDED, SUCCEEDED),
                                        List.of(REFUSED, RESIZED)))
                        .lasting(Duration.ofHours(3)),
                RedshiftScenario.of(
                        "an_endpoint_that_nobody_configured_is_noticed",
                        "A task writes to the cluster through an endpoint that is not in the"
                                + " settings.",
                        Setup.ORDINARY.withStrayEndpoint(),
                        PlanScenarios::untouched,
                        RedshiftScenario.ending(
                                4,
                                List.of("orders", "customers", "payments", "archive", "marketing"),
                                List.of(SUCCEEDED),
                                List.of(REFUSED))),
                RedshiftScenario.of(
                        "a_single_node_is_not_resized_unless_classic_is_allowed",
                        "A cluster of one node takes no elastic resize.",
                        Setup.ORDINARY.withNodes(1),
                        PlanScenarios::untouched,
                        RedshiftScenario.ending(1, ALL_RUN, List.of(SUCCEEDED), List.of(REFUSED))),
                RedshiftScenario.of(
                        "a_single_node_is_resized_classically_where_that_is_allowed",
                        "The settings allow a classic resize of 30 hours; the source keeps its log"
                                + " for 72.",
                        Setup.ORDINARY
                                .withNodes(1)
                                .with(USUAL.with(RedshiftSettings.CLASSIC_HOURS, 30))
                                .withSourceLog(72),
                        PlanScenarios::untouched,
                        RedshiftScenario.ending(
                                2, ALL_RUN, List.of(SUCCEEDED), List.of(ANNOUNCED, RESIZED))),
                RedshiftScenario.of(
                        "a_classic_resize_may_take_two_days",
                        "The settings allow 60 hours, and it takes 48; the source keeps its log for"
                                + " a week.",
                        Setup.ORDINARY
                                .withNodes(1)
                                .with(USUAL.with(RedshiftSettings.CLASSIC_HOURS, 60))
                                .withSourceLog(168)
                                .with(
                                        RedshiftBehaviour.ORDINARY.withClassicResizeOf(
                                                Duration.ofHours(48))),
                        PlanScenarios::untouched,
                        RedshiftScenario.ending(
                                2, ALL_RUN, List.of(SUCCEEDED), List.of(ANNOUNCED, RESIZED))),
                RedshiftScenario.of(
                        "fit_chooses_six_of_four_six_and_eight",
                        "Three nodes, and a target of 50 %: four would be at 60 %, six at 40 %.",
                        Setup.ORDINARY
                                .withNodes(3)
                                .with(
                                        USUAL.with(RedshiftSettings.GROWTH, Growth.FIT)
                                                .with(RedshiftSettings.TARGET_PERCENT, 50))
                                .with(RedshiftBehaviour.ORDINARY.withSizes(4, 6, 8)),
                        PlanScenarios::untouched,
                        RedshiftScenario.ending(6, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED))));
    }

    /// One run an hour, of which the first of each day is told.
    private static List<Status> overADay() {
        return Collections.nCopies(25, SUCCEEDED);
    }

    private static void untouched(RedshiftSimulation simulation) {
        // The disk fills by itself, and the alarm does the rest.
    }

    private static void in(RedshiftSimulation simulation, Duration delay, String message) {
        simulation.scheduler().after(delay, () -> simulation.publish(message));
    }
}
