package headroom.benchmarks.pause;

import headroom.benchmarks.Benchmark;
import headroom.benchmarks.Findings;
import headroom.benchmarks.Target;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.warehouse.ResizeMethod;

import java.time.Duration;
import java.util.List;

/// How long writers stand still, and how soon a finished resize is noticed at what cost.
///
/// @param traces how many resizes of each method are drawn; each is played with four kinds of
///   estimate
public record PauseBenchmark(int traces) implements Benchmark {
    private static final int IN_FULL = 375;
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
    public Findings run() {
        Sample sample = Sample.draw(traces);
        return new Findings(new PauseTables(sample).lines(), targets(sample));
    }

    private static List<Target> targets(Sample sample) {
        Sample elastic = sample.of(ResizeMethod.ELASTIC);
        double pause = elastic.spread(Compared::minutes).mean();
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
                        "polls of an elastic resize of 15 minutes, worst of all estimates",
                        mostPolls(ResizeMethod.ELASTIC, Duration.ofMinutes(15)),
                        POLLS_IN_A_QUARTER),
                new Target(
                        "polls of a classic resize of 48 hours, worst of all estimates",
                        mostPolls(ResizeMethod.CLASSIC, Duration.ofDays(2)),
                        POLLS_IN_TWO_DAYS),
                new Target(
                        "elastic: mean pause, of the oracle's",
                        pause / elastic.spread(each -> Compared.minutes(each.oracle())).mean(),
                        TO_ORACLE),
                new Target(
                        "elastic: mean pause, of the original's",
                        pause / elastic.spread(each -> Compared.minutes(each.original())).mean(),
                        TO_ORIGINAL));
    }

    private static int mostPolls(ResizeMethod method, Duration resize) {
        return Rehearsed.most(
                Trace.ordinary(method, resize, Trace.TASKS), each -> each.course().polls());
    }
}
