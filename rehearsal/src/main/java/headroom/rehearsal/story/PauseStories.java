package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.aws.LatencyFigures;
import headroom.rehearsal.aws.RedshiftDials;
import headroom.rehearsal.stage.Scene;

import java.time.Duration;
import java.util.List;

/// Stories of pauses that would take more than the source's log allows.
final class PauseStories {
    private static final Duration NINE_HOURS = Duration.ofHours(9);
    private static final Duration TEN_HOURS = Duration.ofHours(10);

    private PauseStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                                "a_pause_is_given_up_at_half_of_the_source_log",
                                "The snapshot in the pause takes ten hours, and the source keeps"
                                        + " its log for six.",
                                Scene.ORDINARY
                                        .withSourceLog(6)
                                        .with(RedshiftDials.ORDINARY.withIncrementOf(TEN_HOURS)),
                                _ -> {},
                                notResized())
                        .lasting(Duration.ofMinutes(238)),
                Story.of(
                                "a_pause_of_two_snapshots_is_given_up_at_half_of_the_source_log",
                                "The disk becomes critical during a first snapshot of nine hours,"
                                        + " and the one in the pause takes as long; the source"
                                        + " keeps its log for twenty-four.",
                                Scene.ORDINARY
                                        .withDisk(89.6)
                                        .with(
                                                RedshiftDials.ORDINARY
                                                        .withSnapshotOf(NINE_HOURS)
                                                        .withIncrementOf(NINE_HOURS)),
                                _ -> {},
                                new Ending(
                                        4,
                                        Stories.ALL_RUN,
                                        List.of(FAILED, SUCCEEDED),
                                        List.of(
                                                "Headroom (disk 91 %): analytics was NOT resized;"
                                                        + " replication runs")))
                        .endedAfter(Duration.ofMinutes(830)),
                Story.of(
                                "a_pause_of_tasks_that_are_behind_is_shorter",
                                "The tasks are twenty hours behind, and the source keeps its log"
                                        + " for twenty-four; the snapshot in the pause takes ten.",
                                Scene.ORDINARY
                                        .withTasksBehind(Duration.ofHours(20), 4)
                                        .with(RedshiftDials.ORDINARY.withIncrementOf(TEN_HOURS)),
                                _ -> {},
                                notResized())
                        .lasting(Duration.ofMinutes(220)),
                Story.of(
                                "a_snapshot_that_hangs_is_given_up_after_half_an_hour",
                                "The snapshot in the pause stops at two fifths, and stays there for"
                                        + " a day.",
                                Scene.ORDINARY.with("cluster.Snapshot#2:HANGS"),
                                _ -> {},
                                notResized())
                        .endedAfter(Duration.ofMinutes(100)),
                Story.of(
                                "a_precopy_that_hangs_is_not_waited_for_in_the_pause",
                                "The snapshot before the pause hangs, the disk becomes critical,"
                                        + " and the writers are stopped at once.",
                                Scene.ORDINARY.withDisk(89.6).with("cluster.Snapshot#1:HANGS"),
                                _ -> {},
                                new Ending(
                                        4,
                                        Stories.ALL_RUN,
                                        List.of(FAILED, SUCCEEDED),
                                        List.of(
                                                "Headroom (disk 90 %): analytics was NOT resized;"
                                                        + " replication runs")))
                        .endedAfter(Duration.ofMinutes(130)),
                Story.of(
                        "tasks_too_far_behind_are_waited_for_while_they_catch_up",
                        "The tasks are almost a day behind, and the source keeps its log for a"
                                + " day; they make up for ten minutes in two.",
                        Scene.ORDINARY.withTasksBehind(Duration.ofMinutes(1_520), 4),
                        _ -> {},
                        new Ending(
                                8, Stories.ALL_RUN, List.of(SUCCEEDED), List.of(Stories.RESIZED))),
                Story.of(
                        "tasks_too_far_behind_that_do_not_catch_up_are_not_paused",
                        "The tasks are almost a day behind and stay so; the source keeps its log"
                                + " for a day.",
                        Scene.ORDINARY.withTasksBehind(Duration.ofMinutes(1_410), 0),
                        _ -> {},
                        new Ending(
                                4,
                                Stories.ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of(PlanStories.REFUSED))),
                Story.of(
                        "tasks_whose_lag_is_unknown_are_said_to_be",
                        "CloudWatch has no figures of the tasks, which have run for three days.",
                        Scene.ORDINARY.with(LatencyFigures.MISSING),
                        _ -> {},
                        new Ending(
                                8, Stories.ALL_RUN, List.of(SUCCEEDED), List.of(Stories.RESIZED))));
    }

    /// The tasks are back, and the next try waits.
    private static Ending notResized() {
        return new Ending(4, Stories.ALL_RUN, List.of(FAILED), List.of(Stories.NOT_RESIZED));
    }
}
