package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Ending;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.redshift.LatencyFigures;
import headroom.simulated.redshift.RedshiftBehaviour;

import java.time.Duration;
import java.util.List;

/// Scenarios of pauses that would take more than the source's log allows.
final class PauseScenarios {
    private static final Duration NINE_HOURS = Duration.ofHours(9);
    private static final Duration TEN_HOURS = Duration.ofHours(10);

    private PauseScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                RedshiftScenario.of(
                                "a_pause_is_given_up_at_half_of_the_source_log",
                                "The snapshot in the pause takes ten hours, and the source keeps"
                                        + " its log for six.",
                                Setup.ORDINARY
                                        .withSourceLog(6)
                                        .with(
                                                RedshiftBehaviour.ORDINARY.withIncrementOf(
                                                        TEN_HOURS)),
                                _ -> {},
                                notResized())
                        .lasting(Duration.ofMinutes(238)),
                RedshiftScenario.of(
                                "a_pause_of_two_snapshots_is_given_up_at_half_of_the_source_log",
                                "The disk becomes critical during a first snapshot of nine hours,"
                                        + " and the one in the pause takes as long; the source"
                                        + " keeps its log for twenty-four.",
                                Setup.ORDINARY
                                        .withDisk(89.6)
                                        .with(
                                                RedshiftBehaviour.ORDINARY
                                                        .withSnapshotOf(NINE_HOURS)
                                                        .withIncrementOf(NINE_HOURS)),
                                _ -> {},
                                RedshiftScenario.ending(
                                        4,
                                        Scenarios.ALL_RUN,
                                        List.of(FAILED, SUCCEEDED),
                                        List.of(
                                                "Headroom (disk 91 %): analytics was NOT resized;"
                                                        + " replication runs")))
                        .endedAfter(Duration.ofMinutes(830)),
                RedshiftScenario.of(
                                "a_pause_of_tasks_that_are_behind_is_shorter",
                                "The tasks are twenty hours behind, and the source keeps its log"
                                        + " for twenty-four; the snapshot in the pause takes ten.",
                                Setup.ORDINARY
                                        .withTasksBehind(Duration.ofHours(20), 4)
                                        .with(
                                                RedshiftBehaviour.ORDINARY.withIncrementOf(
                                                        TEN_HOURS)),
                                _ -> {},
                                notResized())
                        .lasting(Duration.ofMinutes(220)),
                RedshiftScenario.of(
                                "a_snapshot_that_hangs_is_given_up_after_half_an_hour",
                                "The snapshot in the pause stops at two fifths, and stays there for"
                                        + " a day.",
                                Setup.ORDINARY.with("cluster.Snapshot#2:HANGS"),
                                _ -> {},
                                notResized())
                        .endedAfter(Duration.ofMinutes(100)),
                RedshiftScenario.of(
                                "a_precopy_that_hangs_is_not_waited_for_in_the_pause",
                                "The snapshot before the pause hangs, the disk becomes critical,"
                                        + " and the writers are stopped at once.",
                                Setup.ORDINARY.withDisk(89.6).with("cluster.Snapshot#1:HANGS"),
                                _ -> {},
                                RedshiftScenario.ending(
                                        4,
                                        Scenarios.ALL_RUN,
                                        List.of(FAILED, SUCCEEDED),
                                        List.of(
                                                "Headroom (disk 90 %): analytics was NOT resized;"
                                                        + " replication runs")))
                        .endedAfter(Duration.ofMinutes(130)),
                RedshiftScenario.of(
                        "tasks_too_far_behind_are_waited_for_while_they_catch_up",
                        "The tasks are almost a day behind, and the source keeps its log for a"
                                + " day; they make up for ten minutes in two.",
                        Setup.ORDINARY.withTasksBehind(Duration.ofMinutes(1_520), 4),
                        _ -> {},
                        RedshiftScenario.ending(
                                8,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of(Scenarios.RESIZED))),
                RedshiftScenario.of(
                        "tasks_too_far_behind_that_do_not_catch_up_are_not_paused",
                        "The tasks are almost a day behind and stay so; the source keeps its log"
                                + " for a day.",
                        Setup.ORDINARY.withTasksBehind(Duration.ofMinutes(1_410), 0),
                        _ -> {},
                        RedshiftScenario.ending(
                                4,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of(PlanScenarios.REFUSED))),
                RedshiftScenario.of(
                        "tasks_whose_lag_is_unknown_are_said_to_be",
                        "CloudWatch has no figures of the tasks, which have run for three days.",
                        Setup.ORDINARY.with(LatencyFigures.MISSING),
                        _ -> {},
                        RedshiftScenario.ending(
                                8,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of(Scenarios.RESIZED))));
    }

    /// The tasks are back, and the next try waits.
    private static Ending notResized() {
        return RedshiftScenario.ending(
                4, Scenarios.ALL_RUN, List.of(FAILED), List.of(Scenarios.NOT_RESIZED));
    }
}
