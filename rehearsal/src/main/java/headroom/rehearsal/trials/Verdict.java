package headroom.rehearsal.trials;

import headroom.rehearsal.aws.SimulatedDms;
import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;
import headroom.rehearsal.story.Performance;

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
        Performance performance = new Performance(trial.story()).play(_ -> {});
        Stage stage = performance.stage();
        return new Verdict(
                trial.command(), came(stage), stage.faults().struck(), performance.violations());
    }

    private static Came came(Stage stage) {
        Set<String> stopped =
                stage.journal().calls(SimulatedDms.STOPS).stream()
                        .map(each -> each.detail())
                        .collect(Collectors.toSet());
        boolean allRun =
                stage.dms().tasks().stream()
                        .filter(each -> stopped.contains(each.name()))
                        .allMatch(each -> each.isRunning() || each.hasFinished());
        if (stopped.isEmpty()) {
            return Came.UNTOUCHED;
        }
        if (!allRun) {
            return Came.REPORTED;
        }
        return stage.redshift().nodes() > Scene.NODES ? Came.RESIZED : Came.RESUMED;
    }
}
