package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.Policy;
import headroom.Window;
import headroom.rehearsal.aws.RedshiftDials;
import headroom.rehearsal.stage.Scene;

import java.time.Duration;
import java.util.List;

/// The stories of snapshots that are taken first, fail, or are in the way.
final class SnapshotStories {
    private SnapshotStories() {}

    static List<Story> all() {
        return List.of(
                resized(
                        "a_precopy_that_fails_is_no_reason_to_stop",
                        "Redshift ends the snapshot before the pause as failed. The one in the"
                                + " pause takes longer, and all else goes on.",
                        Scene.ORDINARY.with("cluster.Snapshot#1:FAILS")),
                resized(
                        "a_precopy_that_cannot_be_removed_is_left_to_its_retention",
                        "Redshift does not answer when the first snapshot is to be deleted.",
                        Scene.ORDINARY.with("redshift.DeleteClusterSnapshot#1x9:SERVER_ERROR")),
                resized(
                        "a_precopy_gives_up_its_place_where_the_quota_is_reached",
                        "The account's quota has room for one more snapshot, and the pre-copy has"
                                + " taken it.",
                        Scene.ORDINARY.with(
                                "redshift.CreateClusterSnapshot#2:ClusterSnapshotQuotaExceededException")),
                Story.of(
                        "a_disk_that_becomes_critical_during_the_precopy_has_its_writers_stopped",
                        "The first snapshot takes three hours, and the disk does not wait for it.",
                        Scene.ORDINARY
                                .withDisk(89.6)
                                .with(RedshiftDials.ORDINARY.withSnapshotOf(Duration.ofHours(3))),
                        _ -> {},
                        new Ending(
                                8,
                                Stories.ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(Stories.RESIZED))),
                resized(
                        "a_run_that_begins_in_its_window_goes_on_after_it",
                        "The first snapshot outlasts the window.",
                        Scene.ORDINARY
                                .with(Policy.upTo(16).with(Window.parse("SUN 04:00-05:00 UTC")))
                                .with(
                                        RedshiftDials.ORDINARY.withSnapshotOf(
                                                Duration.ofMinutes(50)))),
                resized(
                        "an_owner_wants_no_precopy",
                        "The setting precopy is off: there is one snapshot, in the pause.",
                        Scene.ORDINARY.with(Policy.upTo(16).copyingInThePauseAlone())),
                resized(
                        "an_automated_snapshot_just_before_the_resize_is_waited_for",
                        "Redshift begins a snapshot of its own when the resize is about to begin.",
                        Scene.ORDINARY.with("state.Hold lease#1:SNAPSHOT_BY_ITSELF")));
    }

    private static Story resized(String name, String told, Scene scene) {
        return Story.of(
                name,
                told,
                scene,
                _ -> {},
                new Ending(8, Stories.ALL_RUN, List.of(SUCCEEDED), List.of(Stories.RESIZED)));
    }
}
