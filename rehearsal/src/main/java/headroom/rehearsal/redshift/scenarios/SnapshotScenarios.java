package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.settings.Switch;
import headroom.settings.Window;
import headroom.simulated.redshift.RedshiftBehaviour;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The scenarios of snapshots that are taken first, fail, or are in the way.
final class SnapshotScenarios {
    private SnapshotScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                resized(
                        "a_precopy_that_fails_is_no_reason_to_stop",
                        "Redshift ends the snapshot before the pause as failed. The one in the"
                                + " pause takes longer, and all else goes on.",
                        Setup.ORDINARY.with("cluster.Snapshot#1:FAILS")),
                resized(
                        "a_precopy_that_cannot_be_removed_is_left_to_its_retention",
                        "Redshift does not answer when the first snapshot is to be deleted.",
                        Setup.ORDINARY.with("redshift.DeleteClusterSnapshot#1x9:SERVER_ERROR")),
                resized(
                        "a_precopy_gives_up_its_place_where_the_quota_is_reached",
                        "The account's quota has room for one more snapshot, and the pre-copy has"
                                + " taken it.",
                        Setup.ORDINARY.with(
                                "redshift.CreateClusterSnapshot#2:ClusterSnapshotQuotaExceededException")),
                RedshiftScenario.of(
                        "a_disk_that_becomes_critical_during_the_precopy_has_its_writers_stopped",
                        "The first snapshot takes three hours, and the disk does not wait for it.",
                        Setup.ORDINARY
                                .withDisk(89.6)
                                .with(
                                        RedshiftBehaviour.ORDINARY.withSnapshotOf(
                                                Duration.ofHours(3))),
                        _ -> {},
                        RedshiftScenario.ending(
                                8,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(Scenarios.RESIZED))),
                resized(
                        "a_run_that_begins_in_its_window_goes_on_after_it",
                        "The first snapshot outlasts the window.",
                        Setup.ORDINARY
                                .with(
                                        Policy.upTo(16)
                                                .with(
                                                        RedshiftSettings.WINDOW,
                                                        Optional.of(
                                                                Window.parse(
                                                                        "SUN 04:00-05:00 UTC"))))
                                .with(
                                        RedshiftBehaviour.ORDINARY.withSnapshotOf(
                                                Duration.ofMinutes(50)))),
                resized(
                        "an_owner_wants_no_precopy",
                        "The setting precopy is off: there is one snapshot, in the pause.",
                        Setup.ORDINARY.with(
                                Policy.upTo(16).with(RedshiftSettings.PRECOPY, Switch.OFF))),
                resized(
                        "an_automated_snapshot_just_before_the_resize_is_waited_for",
                        "Redshift begins a snapshot of its own when the resize is about to begin.",
                        Setup.ORDINARY.with("state.Hold lease#1:SNAPSHOT_BY_ITSELF")));
    }

    private static Scenario<RedshiftSimulation> resized(String name, String told, Setup setup) {
        return RedshiftScenario.of(
                name,
                told,
                setup,
                _ -> {},
                RedshiftScenario.ending(
                        8, Scenarios.ALL_RUN, List.of(SUCCEEDED), List.of(Scenarios.RESIZED)));
    }
}
