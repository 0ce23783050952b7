package headroom.rehearsal.elasticache.invariants;

import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.SimulatedElastiCache;
import headroom.simulated.journal.Entry;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What ElastiCache has accepted, as the journal tells it.
sealed interface AskedStep {
    Pattern REPLICAS = Pattern.compile("shard (\\S+), (\\d+) -> (-?\\d+) replicas");
    Pattern SHARDS = Pattern.compile("(\\d+) -> (\\d+) shards");
    Pattern EVEN = Pattern.compile("(\\d+) shards, slots spread evenly");
    Pattern MODES = Pattern.compile("cluster mode ([A-Z]+) -> ([A-Z]+)");
    Pattern TYPES = Pattern.compile("(\\S+) -> (\\S+)");

    record Replicas(String shard, int from, int to) implements AskedStep {}

    record Shards(int from, int to) implements AskedStep {}

    record Even() implements AskedStep {}

    record Type(String from, String to) implements AskedStep {}

    record OtherMode(Mode from, Mode to) implements AskedStep {}

    /// One call may be about several shards.
    ///
    /// @throws IllegalArgumentException if it is not understood
    static List<AskedStep> of(Entry entry) {
        return Stream.of(entry.detail().split("; ")).map(AskedStep::of).toList();
    }

    private static AskedStep of(String detail) {
        Matcher replicas = REPLICAS.matcher(detail);
        if (replicas.matches()) {
            return new Replicas(replicas.group(1), number(replicas, 2), number(replicas, 3));
        }
        Matcher shards = SHARDS.matcher(detail);
        if (shards.matches()) {
            return new Shards(number(shards, 1), number(shards, 2));
        }
        if (EVEN.matcher(detail).matches()) {
            return new Even();
        }
        Matcher modes = MODES.matcher(detail);
        if (modes.matches()) {
            return new OtherMode(Mode.valueOf(modes.group(1)), Mode.valueOf(modes.group(2)));
        }
        Matcher types = TYPES.matcher(detail);
        if (types.matches()) {
            return new Type(types.group(1), types.group(2));
        }
        throw new IllegalArgumentException("The step is not understood: " + detail);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// Whether the group stands as was asked for. Which slots a shard holds is left to ElastiCache,
    /// which leaves those where they are that it cannot move.
    default boolean isReached(SimulatedElastiCache elastiCache) {
        return switch (this) {
            case Replicas it ->
                    elastiCache.shape().shards().stream()
                            .anyMatch(
                                    each ->
                                            each.id().equals(it.shard)
                                                    && each.nodes().size() == it.to + 1);
            case Shards it -> elastiCache.shape().shards().size() == it.to;
            case Even _ -> true;
            case Type it -> elastiCache.nodeType().equals(it.to);
            case OtherMode it -> elastiCache.mode() == it.to;
        };
    }
}
