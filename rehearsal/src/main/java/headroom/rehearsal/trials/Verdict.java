package headroom.rehearsal.trials;

import headroom.rehearsal.redshift.aws.SimulatedDms;
import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What came of a trial.
///
/// @param struck how many calls were struck
record Verdict(String command, Came came, int struck, List<Violation> violations) {
    /// How a trial ended.
    enum Came {
        RESIZED("resized, all tasks that were stopped run"),
        RESUMED("not resized, all tasks that were stopped run"),
        UNTOUCHED("no task was stopped"),
        REPORTED("tasks that were stopped do not run");

        final String sentence;

        Came(String sentence) {
            this.sentence = sentence;
        }
    }

    static Verdict of(Trial trial) {
        ScenarioRun run = new ScenarioRun(trial.scenario()).play(_ -> {});
        RedshiftSimulation simulation = run.simulation();
        return new Verdict(
                trial.command(), came(simulation), simulation.faults().struck(), run.violations());
    }

    private static Came came(RedshiftSimulation simulation) {
        Set<String> stopped =
                simulation.journal().calls(SimulatedDms.STOPS).stream()
                        .map(each -> each.detail())
                        .collect(Collectors.toSet());
        boolean allRun =
                simulation.dms().tasks().stream()
                        .filter(each -> stopped.contains(each.name()))
                        .allMatch(each -> each.isRunning() || each.hasFinished());
        if (stopped.isEmpty()) {
            return Came.UNTOUCHED;
        }
        if (!allRun) {
            return Came.REPORTED;
        }
        return simulation.redshift().nodes() > Setup.NODES ? Came.RESIZED : Came.RESUMED;
    }
}
