package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.settings.Switch;
import headroom.settings.Window;
import headroom.simulated.redshift.RedshiftBehaviour;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The scenarios of snapshots that are taken first, fail, or are in the way.
final class SnapshotScenarios {
    private static final Policy IN_A_WINDOW =
            Policy.upTo(16)
                    .with(
                            RedshiftSettings.WINDOW,
                            Optional.of(Window.parse("SUN 04:00-05:00 UTC")));

    private SnapshotScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("a_precopy_that_fails_is_no_reason_to_stop")
                        .told(
                                "Redshift ends the snapshot before the pause as failed. The one in"
                                        + " the pause takes longer, and all else goes on.")
                        .in(ORDINARY.with("cluster.Snapshot#1:FAILS")),
                scenario("a_precopy_that_cannot_be_removed_is_left_to_its_retention")
                        .told("Redshift does not answer when the first snapshot is to be deleted.")
                        .in(ORDINARY.with("redshift.DeleteClusterSnapshot#1x9:SERVER_ERROR")),
                scenario("a_precopy_gives_up_its_place_where_the_quota_is_reached")
                        .told(
                                "The account's quota has room for one more snapshot, and the"
                                        + " pre-copy has taken it.")
                        .in(
                                ORDINARY.with(
                                        "redshift.CreateClusterSnapshot#2:ClusterSnapshotQuotaExceededException")),
                scenario("a_snapshot_that_redshift_refuses_stops_no_writer")
                        .told(
                                "The account has reached its quota of snapshots. What is refused"
                                        + " before the pause would be refused in it as well.")
                        .in(
                                ORDINARY.with(
                                        "redshift.CreateClusterSnapshot#1+:ClusterSnapshotQuotaExceededException"))
                        .nodes(4)
                        .runs(FAILED, SUCCEEDED)
                        .reports("Headroom: analytics was NOT resized")
                        .endedAfter(Duration.ofMinutes(70)),
                scenario("a_disk_that_becomes_critical_during_the_precopy_has_its_writers_stopped")
                        .told(
                                "The first snapshot takes three hours, and the disk does not wait"
                                        + " for it.")
                        .in(
                                ORDINARY.withDisk(89.6)
                                        .with(
                                                RedshiftBehaviour.ORDINARY.withSnapshotOf(
                                                        Duration.ofHours(3))))
                        .runs(SUCCEEDED, SUCCEEDED),
                scenario("a_run_that_begins_in_its_window_goes_on_after_it")
                        .told("The first snapshot outlasts the window.")
                        .in(
                                ORDINARY.with(IN_A_WINDOW)
                                        .with(
                                                RedshiftBehaviour.ORDINARY.withSnapshotOf(
                                                        Duration.ofMinutes(50)))),
                scenario("an_owner_wants_no_precopy")
                        .told("The setting precopy is off: there is one snapshot, in the pause.")
                        .in(
                                ORDINARY.with(
                                        Policy.upTo(16)
                                                .with(RedshiftSettings.PRECOPY, Switch.OFF))),
                scenario("an_automated_snapshot_just_before_the_resize_is_waited_for")
                        .told(
                                "Redshift begins a snapshot of its own when the resize is about to"
                                        + " begin.")
                        .in(ORDINARY.with("state.Hold lease#1:SNAPSHOT_BY_ITSELF")));
    }
}
