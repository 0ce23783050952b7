package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.redshift.SimulatedNodeType;

import java.time.Duration;
import java.util.List;

/// Scenarios of how far a cluster can grow, and of what kind its resizes are.
final class SizeScenarios {
    private static final RedshiftBehaviour SMALL_NODES =
            RedshiftBehaviour.ORDINARY.with(SimulatedNodeType.RA3_XLPLUS).withSizes(2, 3, 4, 6, 8);

    private static final Setup REBOOTING =
            grown(SimulatedNodeType.DC2_LARGE).with(Quirk.REBOOTS_AFTER_RESIZE);

    private SizeScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("a_small_node_type_has_one_elastic_step")
                        .told(
                                "Two nodes of ra3.xlplus double, and the source goes on writing as"
                                        + " much: the second alarm finds no elastic step.")
                        .in(ORDINARY.withNodes(2).with(SMALL_NODES))
                        .after(Duration.ofHours(2), simulation -> simulation.flood(20))
                        .nodes(4)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.RESIZED, Subjects.REFUSED)
                        .lasting(Duration.ofHours(9)),
                classic("a_classic_resize_of_ra3_takes_writes_and_replication_waits_all_the_same")
                        .told(
                                "Four nodes of ra3.xlplus have doubled before. The cluster takes"
                                        + " writes while a classic resize migrates its data.")
                        .in(
                                grown(SimulatedNodeType.RA3_XLPLUS)
                                        .with(Quirk.MIGRATION_SHOWN_AVAILABLE)),
                classic("a_classic_resize_of_dc2_is_read_only_until_it_is_done")
                        .told("Four nodes of dc2.large have doubled before.")
                        .in(grown(SimulatedNodeType.DC2_LARGE)),
                classic("a_cluster_that_reboots_after_a_long_resize_is_waited_for")
                        .told(
                                "A classic resize of dc2.large takes twenty hours, and then the"
                                        + " cluster reboots for twenty minutes.")
                        .in(REBOOTING),
                classic("a_recovery_waits_for_a_cluster_that_reboots_after_a_long_resize")
                        .told("The same, and a person aborts the run at its beginning.")
                        .in(REBOOTING.with("minute#120:ABORT"))
                        .runs(ABORTED, SUCCEEDED)
                        .reports(Subjects.ANNOUNCED, Subjects.RECOVERED),
                scenario("a_full_disk_is_left_to_a_person")
                        .told(
                                "The disk is full, so that Redshift takes no snapshot. After an"
                                        + " hour a person resizes the cluster in the console.")
                        .in(ORDINARY.withDisk(100).with("minute#60:RESIZE_CLUSTER"))
                        .nodes(16)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(
                                "Headroom (disk 100 %): analytics was NOT resized: refused by"
                                        + " plan"));
    }

    private static RedshiftScenario classic(String name) {
        return scenario(name).reports(Subjects.ANNOUNCED, Subjects.RESIZED);
    }

    static Setup grown(SimulatedNodeType type) {
        return ORDINARY.with(Policy.upTo(16).with(RedshiftSettings.CLASSIC_HOURS, 30))
                .withSourceLog(72)
                .with(RedshiftBehaviour.ORDINARY.with(type).withOriginal(2));
    }
}
