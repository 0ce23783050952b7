package headroom.elasticache.figures;

import headroom.elasticache.group.Shard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One shard, and its nodes by their roles.
///
/// @param primary empty while it is not certain which of the nodes it is
/// @param replicas the others; while that is not certain, all of them
public record ShardFigures(Shard shard, Optional<NodeFigures> primary, List<NodeFigures> replicas) {
    public ShardFigures {
        replicas = List.copyOf(replicas);
    }

    /// Who is the primary stays as it was seen over all minutes.
    ShardFigures since(Instant moment) {
        return new ShardFigures(
                shard,
                primary.map(each -> each.since(moment)),
                replicas.stream().map(each -> each.since(moment)).toList());
    }
}
