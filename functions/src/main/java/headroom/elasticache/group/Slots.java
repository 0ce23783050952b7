package headroom.elasticache.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The hash slots of one shard.
///
/// @param ranges in ascending order, none of which touches another
public record Slots(List<Range> ranges) {
    /// Of every group in cluster mode.
    public static final int ALL = 16_384;

    /// Of a shard that has several ranges, how they are written is documented nowhere.
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    /// @param last included
    public record Range(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    public Slots {
        ranges = ranges.stream().sorted(Comparator.comparingInt(Range::first)).toList();
    }

    /// Empty if the text is of another form, or names a slot that there is not, or one twice.
    public static Optional<Slots> parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String each : BETWEEN.splitAsStream(text.strip()).toList()) {
            var range = RANGE.matcher(each);
            if (!range.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            ranges.add(new Range(first, last));
        }
        return Optional.of(new Slots(ranges)).filter(Slots::isPossible);
    }

    public int count() {
        return ranges.stream().mapToInt(Range::count).sum();
    }

    /// Whether these have as many as each other, as far as that can be.
    public static boolean areEven(List<Slots> shards) {
        var counts = shards.stream().mapToInt(Slots::count).summaryStatistics();
        return counts.getCount() == 0 || counts.getMax() - counts.getMin() <= 1;
    }

    private boolean isPossible() {
        int next = 0;
        for (Range each : ranges) {
            if (each.first() < next || each.last() < each.first() || each.last() >= ALL) {
                return false;
            }
            next = each.last() + 1;
        }
        return true;
    }

    /// Whether these together are all slots, each of them once.
    public static boolean coverAll(List<Slots> shards) {
        var together = new Slots(shards.stream().flatMap(each -> each.ranges().stream()).toList());
        return together.isPossible() && together.count() == ALL;
    }
}
