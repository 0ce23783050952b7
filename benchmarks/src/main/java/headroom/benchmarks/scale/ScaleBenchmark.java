package headroom.benchmarks.scale;

import headroom.benchmarks.Benchmark;
import headroom.benchmarks.Findings;
import headroom.benchmarks.Target;
import headroom.benchmarks.resize.Rehearsed;
import headroom.rehearsal.stage.Scene;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// How counts grow with the length of a resize, and the rehearsal's time with tasks and clusters.
///
/// @param time of the machine
public record ScaleBenchmark(InstantSource time) implements Benchmark {
    /// Step Functions ends an execution at 25,000.
    private static final int HISTORY_EVENTS = 9_999;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String told() {
        return "what grows with the length of a resize, with tasks and with clusters";
    }

    @Override
    public Findings run() {
        Growth growth = new Growth(new Stopwatch(time));
        IdleMonth month = IdleMonth.play(Scene.ORDINARY, 0);
        List<String> lines = new ArrayList<>();
        lines.add(
                "How a run's counts grow with the length of its resize, each the most of four kinds"
                        + " of estimate:");
        lines.add("");
        lines.addAll(Lengths.table().lines());
        lines.add("");
        lines.add(month.sentence());
        lines.add("");
        lines.addAll(
                """
                How long the rehearsal itself takes, as a multiple of the first row: medians of seven runs on one thread of a
                machine that may have had other work, so not to be compared with another table's. First with the number of DMS
                tasks of one cluster, then with the number of clusters, which share nothing and are played one after another, each
                a story of an elastic resize with three tasks. It says nothing of AWS.
                """
                        .lines()
                        .toList());
        lines.add("");
        lines.addAll(growth.byTasks().lines());
        lines.add("");
        lines.addAll(growth.byClusters().lines());
        return new Findings(lines, targets(month));
    }

    static List<Target> targets(IdleMonth month) {
        return List.of(
                new Target(
                        "history events of a classic resize of 14 days",
                        Rehearsed.most(Lengths.LONGEST, Rehearsed::historyEvents),
                        HISTORY_EVENTS),
                new Target("executions in an idle month", month.executions(), 0),
                new Target("state transitions in an idle month", month.transitions(), 0));
    }
}
