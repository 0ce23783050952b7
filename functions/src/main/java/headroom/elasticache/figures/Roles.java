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
    /// Of this many newest minutes that all nodes have a figure for, the most have to agree: a
    /// failover leaves its traces for two or three.
    private static final int NEWEST = 5;

    private Roles() {}

    /// @param nodes those of the shard, in any order
    public static ShardFigures of(Shard shard, List<NodeFigures> nodes) {
        Optional<NodeFigures> primary =
                nodes.size() == 1 ? Optional.of(nodes.getFirst()) : primary(nodes);
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
        List<Instant> minutes = minutes(nodes);
        return only(
                nodes.stream()
                        .filter(
                                each ->
                                        minutes.stream()
                                                        .filter(
                                                                minute ->
                                                                        isOnly(each, minute, nodes))
                                                        .count()
                                                > NEWEST / 2)
                        .toList());
    }

    private static boolean is(Member member, Role role) {
        return member.role().filter(each -> each == role).isPresent();
    }

    /// The newest in which each node says what it is.
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
