package headroom.benchmarks.pause;

import headroom.benchmarks.findings.Benchmark;
import headroom.benchmarks.findings.Findings;
import headroom.benchmarks.findings.Target;
import headroom.benchmarks.resize.Course;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.redshift.cluster.ResizeMethod;
import headroom.terminal.Progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// How long writers stand still, and how soon a finished resize is noticed at what cost.
///
/// @param resizes how many are drawn and played
public record PauseBenchmark(int resizes) implements Benchmark {
    private static final int IN_FULL = 3000;
    private static final double LATE_SECONDS = 20;
    private static final double LATE_PERCENT = 1;
    private static final int POLLS_IN_A_QUARTER = 40;
    private static final int POLLS_IN_TWO_DAYS = 200;
    private static final double TO_ORACLE = 1.10;
    private static final double TO_ORIGINAL = 0.6;

    public PauseBenchmark() {
        this(IN_FULL);
    }

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public String told() {
        return "how long writers stand still, and how soon a finished resize is noticed";
    }

    @Override
    public Findings run(Progress progress) {
        progress.begin("resizes", resizes);
        Sample sample = Sample.draw(resizes, progress::step);
        List<Target> targets = new ArrayList<>(targets(sample));
        targets.addAll(targetsOfKinds(sample));
        targets.addAll(targetsOfPolls());
        Forecasts forecasts = Forecasts.of(sample);
        targets.addAll(forecasts.targets());
        List<String> lines = new ArrayList<>(new PauseTables(sample).lines());
        lines.add("");
        lines.addAll(forecasts.lines());
        return new Findings(lines, targets);
    }

    static List<Target> targets(Sample sample) {
        Sample elastic = sample.of(ResizeMethod.ELASTIC);
        double pause = mean(elastic, each -> each.ours().course());
        Sample classic = sample.of(ResizeMethod.CLASSIC);
        return List.of(
                new Target(
                        "elastic: from ready to noticed, s, mean",
                        elastic.spread(Compared::lateSeconds).mean(),
                        LATE_SECONDS),
                new Target(
                        "classic: from ready to noticed, % of the resize, mean",
                        classic.spread(Compared::latePercent).mean(), LATE_PERCENT),
                new Target(
                        "elastic: all pauses together, of the oracle's",
                        pause / mean(elastic, Compared::oracle),
                        TO_ORACLE),
                new Target(
                        "elastic: all pauses together, of the original's",
                        pause / mean(elastic, Compared::original),
                        TO_ORIGINAL));
    }

    /// A sample has to be large for the mean of a quarter of it to be the pace's and not chance's.
    private static List<Target> targetsOfKinds(Sample sample) {
        return List.of(
                new Target(
                        "elastic: from ready to noticed, with the worst kind of estimate, s, mean",
                        worstKind(sample.of(ResizeMethod.ELASTIC), Compared::lateSeconds),
                        LATE_SECONDS),
                new Target(
                        "classic: from ready to noticed, with the worst kind of estimate, % of the"
                                + " resize, mean",
                        worstKind(sample.of(ResizeMethod.CLASSIC), Compared::latePercent),
                        LATE_PERCENT));
    }

    private static double worstKind(Sample sample, ToDoubleFunction<Compared> value) {
        return Rehearsed.KINDS.stream()
                .mapToDouble(each -> sample.of(each).spread(value).mean())
                .max()
                .orElseThrow();
    }

    static List<Target> targetsOfPolls() {
        return List.of(
                new Target(
                        "polls of an elastic resize of 15 minutes, worst of all estimates",
                        mostPolls(ResizeMethod.ELASTIC, Duration.ofMinutes(15)),
                        POLLS_IN_A_QUARTER),
                new Target(
                        "polls of a classic resize of 48 hours, worst of all estimates",
                        mostPolls(ResizeMethod.CLASSIC, Duration.ofDays(2)),
                        POLLS_IN_TWO_DAYS));
    }

    private static int mostPolls(ResizeMethod method, Duration resize) {
        return Rehearsed.most(
                Trace.ordinary(method, resize, Trace.TASKS), each -> each.course().polls());
    }

    private static double mean(Sample sample, Function<Compared, Course> by) {
        return sample.spread(each -> by.apply(each).pauseSeconds()).mean();
    }
}
