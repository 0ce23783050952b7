package headroom.command.capacity;

import headroom.elasticache.figures.Figures;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Series;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;
import headroom.elasticache.plan.Outlook;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// A group, and what a person's files have of its nodes.
///
/// @param from the first minute that has a figure
/// @param to the end of the last one
record Measured(Group group, Map<Member, Map<Metric, Series>> nodes, Instant from, Instant to) {
    /// One quarter of an hour of it, and what it says.
    record Quarter(GroupFigures figures, Outlook outlook) {
        /// How near the load is to its limit; of an unknown one below all that are known.
        private double nearness() {
            return outlook.first().map(each -> each.ofLimit(1)).orElse(-1.0);
        }
    }

    /// The quarter of an hour in which the group came nearest to a limit; of several the newest,
    /// and the newest where none is known.
    Quarter busiest(double factor) {
        Instant last = to.minus(Figures.QUARTER_OF_AN_HOUR);
        long more = Math.max(0, Duration.between(from, last).toMinutes());
        return LongStream.rangeClosed(0, more)
                .mapToObj(back -> quarter(last.minus(Duration.ofMinutes(back)), factor))
                .reduce((newer, older) -> older.nearness() > newer.nearness() ? older : newer)
                .orElseThrow();
    }

    private Quarter quarter(Instant since, double factor) {
        Instant until = since.plus(Figures.QUARTER_OF_AN_HOUR);
        Map<Member, NodeFigures> found = new HashMap<>();
        nodes.forEach(
                (member, figures) -> {
                    Map<Metric, Series> part = new EnumMap<>(Metric.class);
                    figures.forEach((metric, each) -> part.put(metric, each.within(since, until)));
                    found.put(member, new NodeFigures(member, part));
                });
        GroupFigures figures = GroupFigures.of(group, since, until, found);
        return new Quarter(figures, Outlook.of(figures, factor));
    }

    /// How many minutes were handed in.
    long minutes() {
        return Duration.between(from, to).toMinutes();
    }

    static Comparator<Member> byId() {
        return Comparator.comparing(Member::id);
    }
}
