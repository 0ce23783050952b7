package headroom.benchmarks.scale;

import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.story.Performance;
import headroom.rehearsal.story.Story;
import headroom.watch.Watch;

import java.time.Duration;
import java.util.Optional;

/// Thirty days in which nothing needs to be done.
///
/// @param rounds of the watch
/// @param executions that were started
/// @param transitions that Step Functions bills for them
record IdleMonth(long rounds, int executions, int transitions) {
    private static final int DAYS = 30;
    private static final String WATCH = Watch.class.getSimpleName();

    /// @param scene whose tasks keep running
    /// @param times so many times as much as usual is written; nothing at zero
    static IdleMonth play(Scene scene, double times) {
        Stage stage =
                new Performance(
                                new Story(
                                        "benchmark",
                                        "Thirty days.",
                                        scene,
                                        each -> each.flood(times),
                                        Duration.ofDays(DAYS),
                                        Duration.ofDays(DAYS),
                                        Optional.empty()))
                        .play(_ -> {})
                        .stage();
        return new IdleMonth(
                stage.journal()
                        .entries(Kind.STEP)
                        .filter(each -> each.name().equals(WATCH))
                        .count(),
                stage.executions().size(),
                stage.executions().stream().mapToInt(Execution::transitions).sum());
    }

    String sentence() {
        return "In %d days with a calm disk the watch came %,d times, %d executions were started, and they had %d state transitions."
                .formatted(DAYS, rounds, executions, transitions);
    }
}
