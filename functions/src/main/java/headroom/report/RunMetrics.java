package headroom.report;

import headroom.metrics.Measure;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// What is counted of a run when it ends.
final class RunMetrics {
    private RunMetrics() {}

    static Map<Measure, Long> of(ComposeReport.Input run) {
        Map<Measure, Long> values = new EnumMap<>(Measure.class);
        values.put(Measure.RUNS, 1L);
        if (run.pausedAt() != null && run.resumedAt() != null && !run.tasks().isEmpty()) {
            Duration pause = Duration.between(run.pausedAt(), run.resumedAt());
            values.put(Measure.PAUSE_SECONDS, pause.toSeconds());
        }
        if (run.owed()) {
            // Which of the recorded tasks run is not known here; none is assumed to.
            values.put(Measure.TASKS_NOT_RUNNING, (long) run.tasks().size());
        }
        return values;
    }
}
