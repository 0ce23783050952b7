package headroom.benchmarks.scale;

import headroom.benchmarks.findings.Table;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.redshift.cluster.ResizeMethod;
import headroom.simulated.redshift.Estimates;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How much longer the rehearsal takes where there is more to play, as multiples of the first row.
record Growth(Stopwatch stopwatch) {
    private static final List<Integer> TASKS = List.of(1, 3, 10, 30, 100, 300, 600);
    private static final List<Integer> CLUSTERS = List.of(1, 3, 10, 30);

    /// Scenarios before any is measured, in which the JVM compiles what all of them run.
    private static final int WARM_UP = 300;

    void warmUp() {
        for (int nth = 0; nth < WARM_UP; nth++) {
            play(Trace.TASKS);
        }
    }

    /// One cluster with more and more tasks.
    Table byTasks() {
        Table table = new Table("DMS tasks", "time", "state transitions", "history events");
        List<Double> times = TASKS.stream().map(each -> time(each, 1)).toList();
        for (int row = 0; row < TASKS.size(); row++) {
            Rehearsed rehearsed = play(TASKS.get(row));
            table.row(
                    String.valueOf(TASKS.get(row)),
                    words(times.get(row) / times.getFirst()),
                    String.valueOf(rehearsed.transitions()),
                    String.valueOf(rehearsed.historyEvents()));
        }
        return table;
    }

    /// More and more clusters, each with a Headroom of its own, one after the other.
    Table byClusters() {
        Table table = new Table("Clusters", "time");
        List<Double> times = CLUSTERS.stream().map(each -> time(Trace.TASKS, each)).toList();
        for (int row = 0; row < CLUSTERS.size(); row++) {
            table.row(String.valueOf(CLUSTERS.get(row)), words(times.get(row) / times.getFirst()));
        }
        return table;
    }

    private double time(int tasks, int clusters) {
        return stopwatch.median(
                () -> {
                    for (int nth = 0; nth < clusters; nth++) {
                        play(tasks);
                    }
                });
    }

    private static Rehearsed play(int tasks) {
        return Rehearsed.play(
                Trace.ordinary(ResizeMethod.ELASTIC, Duration.ofMinutes(15), tasks),
                Estimates.ABSENT);
    }

    private static String words(double times) {
        return String.format(Locale.ROOT, "%.1f x", times);
    }
}
