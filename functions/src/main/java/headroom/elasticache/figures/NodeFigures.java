package headroom.elasticache.figures;

import headroom.elasticache.group.Member;
import headroom.elasticache.group.NodeType;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// One node, and what CloudWatch knows of it.
public record NodeFigures(Member member, Map<Metric, Series> series) {
    private static final double SECONDS = 60;

    /// From so many on, the one thread is what is short first.
    private static final int MANY_PROCESSORS = 4;

    private static final double ALL = 100;

    public NodeFigures {
        series = Map.copyOf(series);
    }

    /// What is known of the minutes from a moment on alone.
    NodeFigures since(Instant moment) {
        Map<Metric, Series> newer = new EnumMap<>(Metric.class);
        series.forEach((metric, each) -> newer.put(metric, each.since(moment)));
        return new NodeFigures(member, newer);
    }

    public Series of(Metric metric) {
        return series.getOrDefault(metric, Series.NONE);
    }

    public Optional<Double> mean(Metric metric) {
        return of(metric).mean();
    }

    /// Percent of what this node can do with commands: what the thread that carries them out uses.
    /// With two processors or fewer AWS's own work beside it counts as well, so there it is the
    /// higher of that thread and of all processors, as percent of one, in the minutes that have
    /// both. While a backup is written, a process of its own takes what it gets: that is over soon,
    /// and no load of the clients'.
    public Series load() {
        int processors = processors();
        Series engine = of(Metric.ENGINE_CPU);
        if (!hasFewProcessors()) {
            return engine;
        }
        NavigableMap<Instant, Double> unsaved = unsaved().byMinute();
        var both = new TreeMap<>(engine.byMinute());
        both.keySet().retainAll(of(Metric.CPU).byMinute().keySet());
        both.replaceAll(
                (minute, own) ->
                        Math.max(
                                own,
                                Math.min(ALL, unsaved.getOrDefault(minute, 0.0) * processors)));
        return new Series(both);
    }

    /// Whether AWS's own work beside the one thread counts.
    public boolean hasFewProcessors() {
        return processors() < MANY_PROCESSORS;
    }

    private int processors() {
        return NodeType.parse(member.type()).flatMap(NodeType::processors).orElse(MANY_PROCESSORS);
    }

    /// Of all processors, in the minutes in which no backup is written.
    private Series unsaved() {
        NavigableMap<Instant, Double> saving = of(Metric.SAVING).byMinute();
        var all = new TreeMap<>(of(Metric.CPU).byMinute());
        all.keySet().removeIf(minute -> saving.getOrDefault(minute, 0.0) > 0);
        return new Series(all);
    }

    /// In percent, as the graph that shows it: of the one thread, or of all processors.
    public Optional<Double> asDrawn(Metric metric) {
        return metric == Metric.CPU ? unsaved().mean() : mean(metric);
    }

    /// Which graph shows the load: that of all processors where their own work beside the thread's
    /// makes it, as a node with few of them may have.
    public Metric drawn() {
        double together = asDrawn(Metric.CPU).orElse(0.0) * processors();
        return hasFewProcessors() && together > mean(Metric.ENGINE_CPU).orElse(0.0)
                ? Metric.CPU
                : Metric.ENGINE_CPU;
    }

    /// For people, after a load: what its graph shows, where that is another number.
    public String asDrawnInWords() {
        return drawn() == Metric.CPU && processors() > 1
                ? " (CPUUtilization %.0f %% of %d)"
                        .formatted(asDrawn(Metric.CPU).orElse(0.0), processors())
                : "";
    }

    /// The mean of what CloudWatch counts by the minute, by the second.
    public Optional<Double> perSecond(Metric metric) {
        return mean(metric).map(each -> each / SECONDS);
    }
}
