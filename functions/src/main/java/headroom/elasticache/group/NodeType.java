package headroom.elasticache.group;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A node type such as `cache.r7g.xlarge`, and what its name tells of it.
///
/// @param family such as `r7g`
/// @param size such as `xlarge`
public record NodeType(String family, String size) {
    private static final Pattern FORM = Pattern.compile("cache\\.([a-z0-9]+)\\.([a-z0-9]+)");

    /// How much each size is of `large`, in memory and, from there on, in processors.
    private static final Map<String, Double> PARTS =
            Map.ofEntries(
                    Map.entry("micro", 1.0 / 16),
                    Map.entry("small", 1.0 / 8),
                    Map.entry("medium", 1.0 / 4),
                    Map.entry("large", 1.0),
                    Map.entry("xlarge", 2.0),
                    Map.entry("2xlarge", 4.0),
                    Map.entry("4xlarge", 8.0),
                    Map.entry("8xlarge", 16.0),
                    Map.entry("10xlarge", 20.0),
                    Map.entry("12xlarge", 24.0),
                    Map.entry("16xlarge", 32.0),
                    Map.entry("24xlarge", 48.0));

    private static final int LARGE_PROCESSORS = 2;

    /// The smallest sizes of all families have as many as `large`, but for those of this one.
    private static final String FAMILY_OF_ONE = "t2";

    private static final Set<String> SIZES_OF_ONE = Set.of("micro", "small");

    /// Empty if it is of another form.
    public static Optional<NodeType> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new NodeType(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /// Those that are known, the smallest first.
    public static List<String> sizes() {
        return PARTS.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Of a size that is listed nowhere it is not known.
    public Optional<Integer> processors() {
        return family.equals(FAMILY_OF_ONE) && SIZES_OF_ONE.contains(size)
                ? Optional.of(1)
                : part().map(each -> Math.max(LARGE_PROCESSORS, (int) (each * LARGE_PROCESSORS)));
    }

    /// Its memory as a multiple of the one of `large` in the same family.
    public Optional<Double> part() {
        return Optional.ofNullable(PARTS.get(size));
    }

    /// Whether its processors run on credits.
    public boolean isBurstable() {
        return family.startsWith("t");
    }

    @Override
    public String toString() {
        return "cache." + family + "." + size;
    }
}
