package headroom.benchmarks.scale;

import headroom.benchmarks.findings.Benchmark;
import headroom.benchmarks.findings.Findings;
import headroom.benchmarks.findings.Target;
import headroom.benchmarks.resize.Rehearsed;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.terminal.Progress;

import java.util.ArrayList;
import java.util.List;

/// How counts grow with the length of a resize, and the rehearsal's time with tasks and clusters.
public record ScaleBenchmark(Stopwatch stopwatch) implements Benchmark {
    /// Step Functions ends an execution at 25,000.
    private static final int HISTORY_EVENTS = 9_999;

    private static final int PARTS = 4;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String told() {
        return "what grows with the length of a resize, with tasks and with clusters";
    }

    @Override
    public Findings run(Progress progress) {
        progress.begin("parts", PARTS);
        Growth growth = new Growth(stopwatch);
        progress.now("warming up");
        growth.warmUp();
        progress.step();
        progress.now("an idle month and resizes of all lengths");
        IdleMonth month = IdleMonth.play(Setup.ORDINARY, 0);
        List<String> lines = new ArrayList<>();
        lines.add(
                "What a run uses by the length of its resize; each count is the most of four kinds"
                        + " of estimate.");
        lines.add("");
        lines.addAll(Lengths.table().lines());
        lines.add("");
        lines.add(month.sentence());
        progress.step();
        progress.now("more and more tasks");
        lines.add("");
        lines.addAll(
                """
                How long the rehearsal itself takes for an elastic resize of 15 minutes, as a multiple of the first row:
                medians of the processor's time of its one thread. Multiples move by some tenths from run to run, and by more
                on a busy machine. They say nothing of AWS. First by the number of DMS tasks of one cluster; then by the number
                of clusters with three tasks each, which share nothing and are played one after the other.
                """
                        .lines()
                        .toList());
        lines.add("");
        lines.addAll(growth.byTasks().lines());
        progress.step();
        progress.now("more and more clusters");
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
