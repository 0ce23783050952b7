package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.simulated.redshift.LatencyFigures;
import headroom.simulated.redshift.RedshiftBehaviour;

import java.time.Duration;
import java.util.List;

/// Scenarios of pauses that would take more than the source's log allows.
final class PauseScenarios {
    private static final RedshiftBehaviour TEN_HOURS_IN_THE_PAUSE =
            RedshiftBehaviour.ORDINARY.withIncrementOf(Duration.ofHours(10));
    private static final RedshiftBehaviour NINE_HOURS_EACH =
            RedshiftBehaviour.ORDINARY
                    .withSnapshotOf(Duration.ofHours(9))
                    .withIncrementOf(Duration.ofHours(9));

    private PauseScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                notResized("a_pause_is_given_up_at_half_of_the_source_log")
                        .told(
                                "The snapshot in the pause takes ten hours, and the source keeps"
                                        + " its log for six.")
                        .in(ORDINARY.withSourceLog(6).with(TEN_HOURS_IN_THE_PAUSE))
                        .reports(Subjects.OVERDUE, Subjects.NOT_RESIZED)
                        .lasting(Duration.ofMinutes(238)),
                notResized("a_pause_of_two_snapshots_is_given_up_at_half_of_the_source_log")
                        .told(
                                "The disk becomes critical during a first snapshot of nine hours,"
                                    + " and the one in the pause takes as long; the source keeps"
                                    + " its log for twenty-four.")
                        .in(ORDINARY.withDisk(89.6).with(NINE_HOURS_EACH))
                        .runs(FAILED, SUCCEEDED)
                        .reports(
                                "Headroom WARNING (disk 90 %): a pause takes far longer than"
                                        + " expected, analytics",
                                "Headroom (disk 91 %): analytics was NOT resized; replication runs")
                        .endedAfter(Duration.ofMinutes(830)),
                notResized("a_pause_of_tasks_that_are_behind_is_shorter")
                        .told(
                                "The tasks are twenty hours behind, and the source keeps its log"
                                        + " for twenty-four; the snapshot in the pause takes ten.")
                        .in(
                                ORDINARY.withTasksBehind(Duration.ofHours(20), 4)
                                        .with(TEN_HOURS_IN_THE_PAUSE))
                        .reports(Subjects.OVERDUE, Subjects.NOT_RESIZED)
                        .lasting(Duration.ofMinutes(220)),
                notResized("a_snapshot_that_hangs_is_given_up_after_half_an_hour")
                        .told(
                                "The snapshot in the pause stops at two fifths, and stays there for"
                                        + " a day.")
                        .in(ORDINARY.with("cluster.Snapshot#2:HANGS"))
                        .endedAfter(Duration.ofMinutes(100)),
                notResized("a_precopy_that_hangs_is_not_waited_for_in_the_pause")
                        .told(
                                "The snapshot before the pause hangs, the disk becomes critical,"
                                        + " and the writers are stopped at once.")
                        .in(ORDINARY.withDisk(89.6).with("cluster.Snapshot#1:HANGS"))
                        .runs(FAILED, SUCCEEDED)
                        .reports(
                                "Headroom (disk 90 %): analytics was NOT resized; replication runs")
                        .endedAfter(Duration.ofMinutes(130)),
                scenario("tasks_too_far_behind_are_waited_for_while_they_catch_up")
                        .told(
                                "The tasks are almost a day behind, and the source keeps its log"
                                        + " for a day; they make up for ten minutes in two.")
                        .in(ORDINARY.withTasksBehind(Duration.ofMinutes(1_520), 4)),
                PlanScenarios.refused("tasks_too_far_behind_that_do_not_catch_up_are_not_paused")
                        .told(
                                "The tasks are almost a day behind and stay so; the source keeps"
                                        + " its log for a day.")
                        .in(ORDINARY.withTasksBehind(Duration.ofMinutes(1_410), 0)),
                scenario("tasks_whose_lag_is_unknown_are_said_to_be")
                        .told(
                                "CloudWatch has no figures of the tasks, which have run for three"
                                        + " days.")
                        .in(ORDINARY.with(LatencyFigures.MISSING)));
    }

    /// The tasks are back, and the next try waits.
    static RedshiftScenario notResized(String name) {
        return scenario(name).nodes(4).runs(FAILED).reports(Subjects.NOT_RESIZED);
    }
}
