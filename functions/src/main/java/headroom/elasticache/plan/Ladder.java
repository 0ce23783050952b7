package headroom.elasticache.plan;

import headroom.elasticache.group.NodeType;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The node types that a group may grow to: those of the family of `largestNodeType`, up to that
/// one, which ElastiCache permits and which have more memory than the present one.
///
/// @param allowed the node types that ElastiCache would let the group grow to
/// @param largest of the setting `largestNodeType`
public record Ladder(List<String> allowed, String largest) {
    private static final Pattern FAMILY = Pattern.compile("([a-z])(\\d+)([a-z]*)");

    /// How much memory the size `large` has, as a multiple of the least. Within a letter it differs
    /// by a tenth from one generation to the next, which is no growth.
    private static final Map<String, Double> LARGE = Map.of("c", 1.0, "m", 2.0, "r", 4.0);

    /// Types that run on credits come in these sizes alone.
    private static final Map<String, Double> BURSTABLE =
            Map.of("micro", 0.15, "small", 0.4, "medium", 1.0);

    public Ladder {
        allowed = List.copyOf(allowed);
    }

    /// The sizes of types with processors of their own, the smallest first.
    public static List<String> sizes() {
        return NodeType.sizes().stream().filter(each -> !BURSTABLE.containsKey(each)).toList();
    }

    /// Whether a step could go to it: it has processors of its own, and its memory is known.
    public static boolean knows(String type) {
        return !isBurstable(type) && memory(type).isPresent();
    }

    /// The types that it knows, as a pattern of the whole text.
    public static String pattern() {
        return "cache\\.[%s]\\d+[a-z]*\\.(?:%s)"
                .formatted(
                        LARGE.keySet().stream().sorted().collect(Collectors.joining()),
                        String.join("|", sizes()));
    }

    /// All types that a step may go to where this one is the largest, the smallest first.
    public static List<String> upTo(String largest) {
        var ladder = new Ladder(List.of(), largest);
        NodeType type = NodeType.parse(largest).orElseThrow();
        return sizes().stream()
                .map(each -> new NodeType(type.family(), each).toString())
                .filter(ladder::isWithin)
                .toList();
    }

    /// The next larger one with processors of its own; empty if there is none.
    Optional<String> next(String present) {
        return allowed.stream()
                .filter(each -> isWithin(each) && !isBurstable(each))
                .filter(each -> isLarger(each, present))
                .min(Comparator.comparingDouble(each -> memory(each).orElseThrow()));
    }

    /// Whether it is of the family that the owner has named, and no larger than that one. What is
    /// listed nowhere is not.
    boolean isWithin(String type) {
        Optional<Double> part = NodeType.parse(type).flatMap(NodeType::part);
        Optional<Double> most = NodeType.parse(largest).flatMap(NodeType::part);
        return type.equals(largest)
                || (family(type).equals(family(largest))
                        && part.isPresent()
                        && most.filter(each -> part.get() <= each).isPresent());
    }

    /// Whether it has more memory, and lacks nothing that the other is made for; false if that is
    /// not known.
    static boolean isLarger(String type, String than) {
        return madeFor(type).equals(madeFor(than))
                && memoryTimes(than, type).filter(each -> each > 1).isPresent();
    }

    /// How much more memory one type has than another; empty if that is not known.
    static Optional<Double> memoryTimes(String from, String to) {
        return memory(from).flatMap(one -> memory(to).map(other -> other / one));
    }

    /// How much more of a network one type has than another; empty if that is not known.
    static Optional<Double> networkTimes(String from, String to) {
        Optional<Double> old = NodeType.parse(from).flatMap(NodeType::part);
        Optional<Double> larger = NodeType.parse(to).flatMap(NodeType::part);
        return old.flatMap(one -> larger.map(other -> other / one));
    }

    private static boolean isBurstable(String type) {
        return NodeType.parse(type).filter(NodeType::isBurstable).isPresent();
    }

    private static Optional<Double> memory(String type) {
        Optional<NodeType> parsed = NodeType.parse(type);
        return parsed.filter(NodeType::isBurstable).isPresent()
                ? parsed.map(each -> BURSTABLE.get(each.size()))
                : parsed.flatMap(
                        each ->
                                each.part()
                                        .flatMap(
                                                part ->
                                                        large(each.family())
                                                                .map(large -> part * large)));
    }

    private static Optional<Double> large(String family) {
        var named = FAMILY.matcher(family);
        return named.matches() ? Optional.ofNullable(LARGE.get(named.group(1))) : Optional.empty();
    }

    /// `n` for a wide network, and `d` for an SSD of its own, without which a group cannot live
    /// that has them.
    private static String madeFor(String type) {
        var named = FAMILY.matcher(family(type).orElse(""));
        return named.matches() ? named.group(3).replaceAll("[^nd]", "") : "";
    }

    private static Optional<String> family(String type) {
        return NodeType.parse(type).map(NodeType::family);
    }
}
