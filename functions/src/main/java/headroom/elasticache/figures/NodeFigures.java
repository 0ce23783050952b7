package headroom.elasticache.figures;

import headroom.elasticache.group.Member;

import java.util.Map;
import java.util.Optional;

/// One node, and what CloudWatch knows of it.
public record NodeFigures(Member member, Map<Metric, Series> series) {
    private static final double SECONDS = 60;

    public NodeFigures {
        series = Map.copyOf(series);
    }

    public Series of(Metric metric) {
        return series.getOrDefault(metric, Series.NONE);
    }

    public Optional<Double> mean(Metric metric) {
        return of(metric).mean();
    }

    /// The mean of what CloudWatch counts by the minute, by the second.
    public Optional<Double> perSecond(Metric metric) {
        return mean(metric).map(each -> each / SECONDS);
    }
}
