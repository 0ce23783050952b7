package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Ending;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.redshift.SimulatedNodeType;

import java.time.Duration;
import java.util.List;

/// Scenarios of how far a cluster can grow, and of what kind its resizes are.
final class SizeScenarios {
    private static final Ending CLASSIC =
            RedshiftScenario.ending(
                    8,
                    Scenarios.ALL_RUN,
                    List.of(SUCCEEDED),
                    List.of(PlanScenarios.ANNOUNCED, Scenarios.RESIZED));

    private SizeScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                RedshiftScenario.of(
                                "a_small_node_type_has_one_elastic_step",
                                "Two nodes of ra3.xlplus double, and the source goes on writing as"
                                        + " much: the second alarm finds no elastic step.",
                                Setup.ORDINARY
                                        .withNodes(2)
                                        .with(
                                                RedshiftBehaviour.ORDINARY
                                                        .with(SimulatedNodeType.RA3_XLPLUS)
                                                        .withSizes(2, 3, 4, 6, 8)),
                                simulation ->
                                        simulation
                                                .scheduler()
                                                .after(
                                                        Duration.ofHours(2),
                                                        () -> simulation.flood(20)),
                                RedshiftScenario.ending(
                                        4,
                                        Scenarios.ALL_RUN,
                                        List.of(SUCCEEDED, SUCCEEDED),
                                        List.of(Scenarios.RESIZED, PlanScenarios.REFUSED)))
                        .lasting(Duration.ofHours(9)),
                RedshiftScenario.of(
                        "a_classic_resize_of_ra3_takes_writes_and_replication_waits_all_the_same",
                        "Four nodes of ra3.xlplus have doubled before. The cluster takes writes"
                                + " while a classic resize migrates its data.",
                        grown(SimulatedNodeType.RA3_XLPLUS).with(Quirk.MIGRATION_SHOWN_AVAILABLE),
                        SizeScenarios::untouched,
                        CLASSIC),
                RedshiftScenario.of(
                        "a_classic_resize_of_dc2_is_read_only_until_it_is_done",
                        "Four nodes of dc2.large have doubled before.",
                        grown(SimulatedNodeType.DC2_LARGE),
                        SizeScenarios::untouched,
                        CLASSIC),
                RedshiftScenario.of(
                        "a_full_disk_is_left_to_a_person",
                        "The disk is full, so that Redshift takes no snapshot. After an hour a"
                                + " person resizes the cluster in the console.",
                        Setup.ORDINARY.withDisk(100).with("minute#60:RESIZE_CLUSTER"),
                        SizeScenarios::untouched,
                        RedshiftScenario.ending(
                                16,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(
                                        "Headroom (disk 100 %): analytics was NOT resized: refused"
                                                + " by plan"))));
    }

    private static Setup grown(SimulatedNodeType type) {
        return Setup.ORDINARY
                .with(Policy.upTo(16).with(RedshiftSettings.CLASSIC_HOURS, 30))
                .withSourceLog(72)
                .with(RedshiftBehaviour.ORDINARY.with(type).withOriginal(2));
    }

    private static void untouched(RedshiftSimulation simulation) {
        // The disk fills by itself, and the alarm does the rest.
    }
}
