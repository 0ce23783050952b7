package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.faults.Fault;

import java.time.Duration;
import java.util.List;

/// The scenarios of a drill.
public final class DrillScenarios {
    static final String ASK = "{\"drill\": true}";

    private static final Duration UPSET = Duration.ofDays(12);

    /// A disk that is half full, so that no run begins by itself, and drills of 24 node hours.
    static final Setup SCENE = ORDINARY.withDisk(55).withDrill(24);

    private DrillScenarios() {}

    /// The drill of the ordinary scene.
    public static List<Scenario<RedshiftSimulation>> ordinary() {
        return List.of(all().getFirst().build());
    }

    static List<RedshiftScenario> all() {
        return List.of(
                drill("a_drill_measures_a_resize_on_a_copy")
                        .told(
                                "A person asks for a drill: a copy of the cluster is restored,"
                                        + " resized from four to eight nodes, and deleted.")
                        .reports(Subjects.MEASURED));
    }

    private static RedshiftScenario drill(String name) {
        return scenario(name).in(SCENE).published(ASK).nodes(4);
    }

    /// A drill that is upset by faults.
    public static Scenario<RedshiftSimulation> upset(List<Fault> faults) {
        return upset(SCENE.with(faults));
    }

    /// A setup that is upset by its faults, in which a drill is asked for.
    public static Scenario<RedshiftSimulation> upset(Setup setup) {
        return RedshiftScenario.open(
                "upset",
                setup.faults().isEmpty() ? "Nothing is upset." : "Upset by: " + setup.faults(),
                setup,
                simulation -> simulation.publish(ASK),
                UPSET);
    }
}
