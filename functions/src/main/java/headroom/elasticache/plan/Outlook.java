package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.group.Group;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What a group carries now, and which shape would carry so many times of it: for people who ask
/// before they change anything. It knows no ceiling and no obstacle, which are for [Decision].
///
/// @param diagnosis of its figures; without any traffic nothing is known
/// @param factor how many times the load
public record Outlook(Group group, Diagnosis diagnosis, double factor) {
    /// By the limits that a careful owner has.
    public static Outlook of(GroupFigures figures, double factor) {
        return new Outlook(
                figures.group(),
                Diagnosis.of(figures, Policy.upTo(Shapes.MOST_NODES, Options.MOST_REPLICAS)),
                factor);
    }

    /// What the busiest node of a shard has of one dimension.
    public record Load(String shard, Dimension dimension, double now) {
        /// How much of its limit so many times of it are.
        public double ofLimit(double factor) {
            return now * factor / dimension.limit();
        }
    }

    public boolean isKnown() {
        return !diagnosis.traffic().isEmpty();
    }

    /// By shard, at its busiest node. What one node does not tell is unknown of its shard.
    public Map<String, Loads> now() {
        Map<String, Loads> now = new LinkedHashMap<>();
        diagnosis.traffic().forEach(each -> now.put(each.shard(), Loads.certain(each)));
        return now;
    }

    /// What comes to its limit before all others; empty if nothing is known.
    public Optional<Load> first() {
        return loads().max(Comparator.comparingDouble(each -> each.ofLimit(1)));
    }

    /// What is over its limit at the factor, where a node does not tell it at least that much.
    public List<Load> over() {
        return loads().filter(each -> each.ofLimit(factor) > 1).toList();
    }

    Stream<Load> loads() {
        return diagnosis.traffic().stream().flatMap(Outlook::loads);
    }

    private static Stream<Load> loads(Traffic shard) {
        return Loads.of(shard).values().entrySet().stream()
                .map(each -> new Load(shard.shard(), each.getKey(), each.getValue()));
    }

    /// The first minute that was judged: a later one where the load has come lately.
    public Optional<Instant> since() {
        return diagnosis.traffic().stream()
                .flatMap(each -> each.figures().primary().stream())
                .map(each -> each.load().byMinute())
                .filter(each -> !each.isEmpty())
                .map(NavigableMap::firstKey)
                .min(Comparator.naturalOrder());
    }

    /// Whether the shape that it has carries the factor, as far as is known.
    public boolean carries() {
        return over().stream().noneMatch(each -> each.dimension().spreadsOverShards());
    }

    /// The smallest of each kind, the least change first, as far as more than the present one is
    /// needed.
    public List<Option> shapes() {
        return new Shapes(this).all();
    }

    /// How many shards its load asks for, for people.
    String shape() {
        if (!isKnown()) {
            return "How many shards it should have is not known, for want of figures.";
        }
        String times = Capacity.times(factor);
        OptionalInt fewest = capacity().fewestShards(factor);
        return fewest.isEmpty()
                ? "No number of shards carries %s the load.".formatted(times)
                : "For %s the load it should have %d %s in all."
                        .formatted(
                                times,
                                fewest.getAsInt(),
                                fewest.getAsInt() == 1 ? "shard" : "shards");
    }

    Capacity capacity() {
        return new Capacity(diagnosis.traffic());
    }
}
