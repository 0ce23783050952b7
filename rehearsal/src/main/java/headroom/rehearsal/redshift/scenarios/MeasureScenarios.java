package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.DrillScenarios.withDrill;
import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.redshift.SimulatedNodeType;

import java.time.Duration;
import java.util.List;

/// The scenarios of plans after a drill.
final class MeasureScenarios {
    private MeasureScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("a_plan_reckons_with_what_a_drill_has_measured")
                        .told("A drill ten days ago took 30 minutes until writes were possible.")
                        .in(withDrill(ORDINARY, 24))
                        .begins(it -> keep(it, "2026-11-12T05:00:00Z", "ra3.4xlarge", 30)),
                scenario("a_plan_ignores_a_measure_that_is_too_old")
                        .told("The last drill was half a year ago.")
                        .in(withDrill(ORDINARY, 24))
                        .begins(it -> keep(it, "2026-05-12T05:00:00Z", "ra3.4xlarge", 30)),
                scenario("a_plan_ignores_a_measure_of_other_nodes")
                        .told("The last drill was of another node type.")
                        .in(withDrill(ORDINARY, 24))
                        .begins(it -> keep(it, "2026-11-12T05:00:00Z", "dc2.large", 30)),
                scenario("a_plan_is_refused_where_a_drill_says_that_the_log_is_too_short")
                        .told(
                                "A drill took five hours until writes were possible, and the source"
                                        + " keeps its log for six.")
                        .in(withDrill(ORDINARY.withSourceLog(6), 24))
                        .begins(it -> keep(it, "2026-11-12T05:00:00Z", "ra3.4xlarge", 300))
                        .nodes(4)
                        .endedAfter(Duration.ofMinutes(50))
                        .reports(Subjects.REFUSED),
                scenario("a_classic_plan_reckons_with_what_a_drill_has_measured")
                        .told(
                                "Four nodes of ra3.xlplus have doubled before. A classic resize of"
                                        + " a copy took five hours, and the settings allow thirty.")
                        .in(withDrill(SizeScenarios.grown(SimulatedNodeType.RA3_XLPLUS), 600))
                        .begins(
                                it ->
                                        keep(
                                                it,
                                                "2026-11-12T05:00:00Z",
                                                "ra3.xlplus",
                                                "classic",
                                                300))
                        .reports(Subjects.ANNOUNCED, Subjects.RESIZED));
    }

    private static void keep(
            RedshiftSimulation simulation, String at, String nodeType, int minutes) {
        keep(simulation, at, nodeType, "elastic", minutes);
    }

    private static void keep(
            RedshiftSimulation simulation, String at, String nodeType, String method, int minutes) {
        String measures =
                "[{\"at\":\"%s\",\"nodeType\":\"%s\",\"from\":4,\"to\":8,\"method\":\"%s\",\"megabytes\":400000000,\"unavailableMinutes\":9,\"writableMinutes\":%d,\"minutes\":%d}]"
                        .formatted(at, nodeType, method, minutes, minutes + 5);
        simulation.editLease(item -> item.put("measures", measures));
    }
}
