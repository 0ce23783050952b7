package headroom.elasticache.figures;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;

/// One metric of one node over the minutes looked at.
///
/// @param byMinute those minutes that have a figure
public record Series(NavigableMap<Instant, Double> byMinute) {
    public static final Series NONE = new Series(new TreeMap<>());

    /// Of fifteen minutes: with fewer, nothing is said of it.
    public static final int ENOUGH = 10;

    public Series {
        byMinute = Collections.unmodifiableNavigableMap(new TreeMap<>(byMinute));
    }

    /// The minutes from a moment on alone.
    public Series since(Instant moment) {
        return new Series(byMinute.tailMap(moment, true));
    }

    /// The minutes from one moment to another alone.
    public Series within(Instant from, Instant to) {
        return new Series(byMinute.subMap(from, true, to, false));
    }

    public boolean isKnown() {
        return byMinute.size() >= ENOUGH;
    }

    /// Empty if too few minutes have a figure.
    public Optional<Double> mean() {
        return isKnown()
                ? Optional.of(
                        byMinute.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow())
                : Optional.empty();
    }

    /// In how many of the newest minutes that have a figure it was so.
    public int lately(int newest, DoublePredicate so) {
        return (int)
                byMinute.descendingMap().values().stream().limit(newest).filter(so::test).count();
    }

    /// In how many minutes it was so. Minutes without a figure do not count.
    public int minutes(DoublePredicate so) {
        return (int) byMinute.values().stream().filter(so::test).count();
    }
}
