package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.Mode;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.Setup;
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
    private static final Policy USUAL = Policy.upTo(16);
    private static final Policy FIT =
            USUAL.with(RedshiftSettings.GROWTH, Growth.FIT)
                    .with(RedshiftSettings.TARGET_PERCENT, 50);
    private static final Policy IN_A_WINDOW =
            USUAL.with(
                    RedshiftSettings.WINDOW,
                    Optional.of(Window.parse("SUN 08:00-10:00 Europe/Berlin")));
    private static final Setup ASKING = ORDINARY.with(USUAL.with(RedshiftSettings.MODE, Mode.ASK));
    private static final Setup LOADING_ALL_DAY =
            ORDINARY.withFullLoad("ledger", Duration.ofDays(1));

    private PlanScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("an_owner_lets_the_disk_be_full_for_an_hour_first")
                        .told(
                                "The setting alarmMinutes is 60, as some queries spill to disk for"
                                        + " long.")
                        .in(ORDINARY.with(USUAL.with(RedshiftSettings.ALARM_MINUTES, 60)))
                        .lasting(Duration.ofHours(2)),
                scenario("a_plan_is_asked_about_and_carried_out_by_hand")
                        .told(
                                "The mode is ask. Two hours after the question, a person publishes"
                                        + " the message.")
                        .in(ASKING)
                        .publishedAfter(Duration.ofHours(2), "resize")
                        .runs(SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.ASKS, Subjects.RESIZED)
                        .lasting(Duration.ofHours(3)),
                scenario("a_resize_waits_for_its_window_and_the_watch_starts_it")
                        .told("The window opens at 08:00 in Berlin, which is 07:00 UTC.")
                        .in(ORDINARY.with(IN_A_WINDOW))
                        .runs(SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(
                                "Headroom: analytics will be resized when its window opens",
                                Subjects.RESIZED)
                        .lasting(Duration.ofHours(4)),
                scenario("a_critical_disk_does_not_wait_for_a_person")
                        .told(
                                "The mode is ask, nobody answers, and after half an hour the source"
                                        + " writes much more.")
                        .in(ASKING)
                        .after(Duration.ofMinutes(30), simulation -> simulation.flood(30))
                        .runs(SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.ASKS, Subjects.RESIZED)
                        .lasting(Duration.ofHours(3)),
                refused("a_ceiling_that_is_reached_is_told_once_a_day")
                        .told(
                                "Four nodes are the ceiling, so the plan refuses for more than a"
                                        + " day.")
                        .in(ORDINARY.withCeiling(4))
                        .runs(onceAnHour(25))
                        .reports(Subjects.REFUSED, Subjects.REFUSED)
                        .lasting(Duration.ofHours(25)),
                scenario("a_full_load_is_waited_for")
                        .told("One task is in full load for two more hours.")
                        .in(ORDINARY.withFullLoad("ledger", Duration.ofHours(2)))
                        .alsoRunning("ledger"),
                refused("a_full_load_that_does_not_end_is_not_disturbed")
                        .told("One task is in full load for a whole day.")
                        .in(LOADING_ALL_DAY)
                        .alsoRunning("ledger"),
                refused("a_disk_that_becomes_critical_during_a_full_load_is_told_of")
                        .told(
                                "One task is in full load for a whole day, and the disk fills"
                                        + " meanwhile.")
                        .in(LOADING_ALL_DAY)
                        .after(Duration.ofMinutes(40), simulation -> simulation.flood(20))
                        .alsoRunning("ledger")
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports("Headroom (disk 91 %): analytics was NOT resized: refused by plan")
                        .lasting(Duration.ofMinutes(170)),
                scenario("an_automated_snapshot_in_flight_is_waited_for")
                        .told(
                                "Redshift is taking a snapshot of its own for another quarter of an"
                                        + " hour.")
                        .in(
                                ORDINARY.with(
                                        RedshiftBehaviour.ORDINARY.withAutomatedSnapshotOf(
                                                Duration.ofMinutes(35)))),
                scenario("a_maintenance_window_is_let_pass")
                        .told(
                                "The cluster's maintenance window opens half an hour after the"
                                        + " alarm.")
                        .in(
                                ORDINARY.with(
                                        RedshiftBehaviour.ORDINARY.with(
                                                Maintenance.at(
                                                        Instant.parse("2026-11-22T04:50:00Z")))))
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.REFUSED, Subjects.RESIZED)
                        .lasting(Duration.ofHours(3)),
                refused("an_endpoint_that_nobody_configured_is_noticed")
                        .told(
                                "A task writes to the cluster through an endpoint that is not in"
                                        + " the settings.")
                        .in(ORDINARY.withStrayEndpoint())
                        .alsoRunning("marketing"),
                refused("a_single_node_is_not_resized_unless_classic_is_allowed")
                        .told("A cluster of one node takes no elastic resize.")
                        .in(ORDINARY.withNodes(1))
                        .nodes(1),
                scenario("a_single_node_is_resized_classically_where_that_is_allowed")
                        .told(
                                "The settings allow a classic resize of 30 hours; the source keeps"
                                        + " its log for 72.")
                        .in(singleNode(30, 72))
                        .nodes(2)
                        .reports(Subjects.ANNOUNCED, Subjects.RESIZED),
                scenario("a_classic_resize_may_take_two_days")
                        .told(
                                "The settings allow 60 hours, and it takes 48; the source keeps its"
                                        + " log for a week.")
                        .in(
                                singleNode(60, 168)
                                        .with(
                                                RedshiftBehaviour.ORDINARY.withClassicResizeOf(
                                                        Duration.ofHours(48))))
                        .nodes(2)
                        .reports(Subjects.ANNOUNCED, Subjects.RESIZED),
                scenario("fit_chooses_six_of_four_six_and_eight")
                        .told(
                                "Three nodes, and a target of 50 %: four would be at 60 %, six at"
                                        + " 40 %.")
                        .in(
                                ORDINARY.withNodes(3)
                                        .with(FIT)
                                        .with(RedshiftBehaviour.ORDINARY.withSizes(4, 6, 8)))
                        .nodes(6));
    }

    /// The plan says no, and nothing is touched.
    static RedshiftScenario refused(String name) {
        return scenario(name).nodes(Setup.NODES).reports(Subjects.REFUSED);
    }

    private static Setup singleNode(int classicHours, int sourceLogHours) {
        return ORDINARY.withNodes(1)
                .with(USUAL.with(RedshiftSettings.CLASSIC_HOURS, classicHours))
                .withSourceLog(sourceLogHours);
    }

    private static Status[] onceAnHour(int hours) {
        return Collections.nCopies(hours, SUCCEEDED).toArray(Status[]::new);
    }
}
