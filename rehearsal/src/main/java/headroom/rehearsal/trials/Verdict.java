package headroom.rehearsal.trials;

import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.scenario.ScenarioRun;

import java.util.List;

/// What came of a trial.
///
/// @param struck how many calls were struck
record Verdict(String command, String outcome, int struck, List<Violation> violations) {
    static Verdict of(Trial trial) {
        ScenarioRun<?> run = new ScenarioRun<>(trial.scenario()).play(_ -> {});
        return new Verdict(
                trial.command(),
                run.simulation().outcome(),
                run.simulation().faults().struck(),
                run.violations());
    }
}
