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
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

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

    /// What decides of all that was handed in.
    ///
    /// @param busiest the quarter of an hour in which the group came nearest to a limit; of several
    ///   the newest, and the newest where none is known
    /// @param unjudged how many minutes are in no quarter of an hour of which enough is known
    record Judged(Quarter busiest, int unjudged) {}

    Judged judged(double factor) {
        Instant last = to.minus(Figures.QUARTER_OF_AN_HOUR);
        int more = (int) Math.max(0, Duration.between(from, last).toMinutes());
        int length = (int) Figures.QUARTER_OF_AN_HOUR.toMinutes();
        BitSet known = new BitSet();
        Quarter busiest = quarter(last, factor);
        for (int back = 0; back <= more; back++) {
            Quarter each = quarter(last.minus(Duration.ofMinutes(back)), factor);
            if (each.outlook().isKnown()) {
                known.set(back, back + length);
            }
            busiest = each.nearness() > busiest.nearness() ? each : busiest;
        }
        return new Judged(busiest, more + length - known.cardinality());
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
