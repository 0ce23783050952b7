package headroom.elasticache.figures;

import headroom.elasticache.group.Member;
import headroom.elasticache.group.Role;
import headroom.elasticache.group.Shard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Which node of a shard is its primary.
///
/// With cluster mode disabled ElastiCache says so. In cluster mode the nodes themselves do, each
/// minute, and around a failover two of them may, or none.
public final class Roles {
    /// So many newest minutes are looked at that all nodes have a figure for.
    private static final int NEWEST = 5;

    /// Of those, in which one node says so, and no other: a failover leaves its traces for two.
    private static final int ENOUGH = 3;

    private Roles() {}

    /// @param nodes those of the shard, in any order
    public static ShardFigures of(Shard shard, List<NodeFigures> nodes) {
        Optional<NodeFigures> primary = primary(nodes);
        return new ShardFigures(
                shard,
                primary,
                primary.map(each -> nodes.stream().filter(other -> !other.equals(each)).toList())
                        .orElse(nodes));
    }

    private static Optional<NodeFigures> primary(List<NodeFigures> nodes) {
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        if (nodes.stream().map(NodeFigures::member).allMatch(each -> each.role().isPresent())) {
            return only(nodes.stream().filter(each -> is(each.member(), Role.PRIMARY)).toList());
        }
        return nodes.size() == 1 ? unlessDenied(nodes.getFirst()) : newest(nodes);
    }

    /// Alone it can be nothing else, whatever it does not say.
    private static Optional<NodeFigures> unlessDenied(NodeFigures node) {
        return minutes(List.of(node)).stream().allMatch(minute -> saysSo(node, minute))
                ? Optional.of(node)
                : Optional.empty();
    }

    /// The one that says so last, if it has done so for a while.
    private static Optional<NodeFigures> newest(List<NodeFigures> nodes) {
        List<NodeFigures> primaries =
                minutes(nodes).stream()
                        .flatMap(
                                minute ->
                                        nodes.stream().filter(each -> isOnly(each, minute, nodes)))
                        .toList();
        return primaries.stream()
                .findFirst()
                .filter(each -> primaries.stream().filter(each::equals).count() >= ENOUGH);
    }

    private static boolean is(Member member, Role role) {
        return member.role().filter(each -> each == role).isPresent();
    }

    /// In which each node says what it is, the newest first.
    private static List<Instant> minutes(List<NodeFigures> nodes) {
        var common = new TreeSet<>(nodes.getFirst().of(Metric.IS_MASTER).byMinute().keySet());
        nodes.forEach(each -> common.retainAll(each.of(Metric.IS_MASTER).byMinute().keySet()));
        return new ArrayList<>(common.descendingSet()).stream().limit(NEWEST).toList();
    }

    /// Whether it says so in this minute, and no other does.
    private static boolean isOnly(NodeFigures node, Instant minute, List<NodeFigures> nodes) {
        return saysSo(node, minute)
                && nodes.stream().filter(each -> saysSo(each, minute)).count() == 1;
    }

    private static boolean saysSo(NodeFigures node, Instant minute) {
        return Double.valueOf(1).equals(node.of(Metric.IS_MASTER).byMinute().get(minute));
    }

    private static Optional<NodeFigures> only(List<NodeFigures> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
