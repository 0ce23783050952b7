package headroom.benchmarks.relief;

import headroom.benchmarks.findings.Benchmark;
import headroom.benchmarks.findings.Findings;
import headroom.benchmarks.findings.Target;
import headroom.terminal.Progress;

import java.util.ArrayList;
import java.util.List;

/// Whether what is wrong with a cache is told rightly, what is bought for it, and how soon it is
/// over.
///
/// @param stories how many are drawn and played
public record ReliefBenchmark(int stories) implements Benchmark {
    private static final int IN_FULL = 1_280;

    public ReliefBenchmark() {
        this(IN_FULL);
    }

    @Override
    public String name() {
        return "relief";
    }

    @Override
    public String told() {
        return "what is wrong with a cache, what is bought for it, and when it is over";
    }

    @Override
    public Findings run(Progress progress) {
        progress.begin("stories", stories);
        Sample sample = Sample.play(stories, progress::step);
        progress.now("days of usage, and a large group");
        Usage usage = Usage.play();
        LargeGroup large = LargeGroup.play();
        List<String> lines = new ArrayList<>(new ReliefTables(sample).lines());
        lines.add("");
        lines.addAll(usage.lines());
        lines.add("");
        lines.addAll(large.lines());
        List<Target> targets = new ArrayList<>(targets(sample));
        targets.addAll(usage.targets());
        targets.addAll(large.targets());
        return new Findings(lines, targets);
    }

    static List<Target> targets(Sample sample) {
        Sample complete = sample.of(each -> each.story().isComplete());
        Sample cured = complete.of(Tale::isCuredByAStep);
        return List.of(
                new Target(
                        "diagnoses that are wrong where figures are complete, %",
                        100.0 * complete.of(each -> !each.isRight()).size() / complete.size(), 3),
                new Target(
                        "nodes bought for clients' faults",
                        sample.of(each -> each.story().cause().isOfClients())
                                .total(each -> each.headroom().outcome().nodes()),
                        0),
                new Target(
                        "nodes bought, of the oracle's",
                        complete.total(each -> each.headroom().outcome().nodes())
                                / complete.total(each -> each.oracle().nodes()),
                        1.15),
                new Target(
                        "minutes from the alarm to relief, of the oracle's",
                        cured.total(each -> each.headroom().outcome().minutes())
                                / cured.total(each -> each.oracle().minutes()),
                        1.25),
                new Target(
                        "stories in which an invariant of the rehearsal was violated",
                        sample.of(each -> !each.headroom().violations().isEmpty()).size(),
                        0));
    }
}
