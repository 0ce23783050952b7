package headroom.elasticache.figures;

import headroom.elasticache.group.Group;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A group, and what CloudWatch knew of its nodes.
///
/// @param from the first minute looked at
/// @param to the end of the last one
public record GroupFigures(Group group, Instant from, Instant to, List<ShardFigures> shards) {
    public GroupFigures {
        shards = List.copyOf(shards);
    }

    /// The newest minutes alone.
    public GroupFigures lately(Duration minutes) {
        Instant since = to.minus(minutes);
        return new GroupFigures(
                group, since, to, shards.stream().map(each -> each.since(since)).toList());
    }
}
