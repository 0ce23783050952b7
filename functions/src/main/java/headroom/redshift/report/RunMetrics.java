package headroom.redshift.report;

import headroom.metrics.Measure;

import java.util.EnumMap;
import java.util.Map;

/// What is counted of a run when it ends.
final class RunMetrics {
    private RunMetrics() {}

    static Map<Measure, Long> of(ComposeReport.Input run) {
        Map<Measure, Long> values = new EnumMap<>(Measure.class);
        values.put(Measure.RUNS, 1L);
        if (run.seen().tasksStood()) {
            run.pause()
                    .length()
                    .ifPresent(each -> values.put(Measure.PAUSE_SECONDS, each.toSeconds()));
        }
        if (run.pause().owed()) {
            // Where nobody could look, none is assumed to run.
            values.put(Measure.TASKS_NOT_RUNNING, (long) run.pause().missing().size());
        }
        return values;
    }
}
