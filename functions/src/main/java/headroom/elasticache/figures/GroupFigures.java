package headroom.elasticache.figures;

import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A group, and what CloudWatch knew of its nodes.
///
/// @param from the first minute looked at
/// @param to the end of the last one
public record GroupFigures(Group group, Instant from, Instant to, List<ShardFigures> shards) {
    public GroupFigures {
        shards = List.copyOf(shards);
    }

    /// Puts together what is known of each node. One that is not among them has no figures.
    public static GroupFigures of(
            Group group, Instant from, Instant to, Map<Member, NodeFigures> nodes) {
        return new GroupFigures(
                group,
                from,
                to,
                group.shards().stream()
                        .map(
                                shard ->
                                        Roles.of(
                                                shard,
                                                shard.members().stream()
                                                        .flatMap(
                                                                each ->
                                                                        Stream.ofNullable(
                                                                                nodes.get(each)))
                                                        .toList()))
                        .toList());
    }

    /// The newest minutes alone.
    public GroupFigures lately(Duration minutes) {
        Instant since = to.minus(minutes);
        return new GroupFigures(
                group, since, to, shards.stream().map(each -> each.since(since)).toList());
    }
}
