package headroom.simulated.elasticache.load;

import java.util.List;
import java.util.stream.Stream;

/// What clients ask of the nodes of one shard.
///
/// @param tagged how much of the primary's thread single hash tags need
record ShardAsked(
        Costs costs, Shape.Shard shard, Work primary, List<Work> replicas, double tagged) {
    Stream<Work> nodes() {
        return Stream.concat(Stream.of(primary), replicas.stream());
    }

    /// Of the one thread, which is all that there is.
    double thread(Work node) {
        return Math.min(1, node.thread(costs));
    }

    double busiest() {
        return nodes().mapToDouble(this::thread).max().orElse(0);
    }

    double reads() {
        return nodes().mapToDouble(Work::reads).sum();
    }

    int slots() {
        return shard.slots().count();
    }

    double room() {
        return shard.nodes().stream().mapToDouble(each -> each.kind().room()).min().orElseThrow();
    }

    /// Of what its network carries for ever, by the node that needs the most.
    double network() {
        double bits = 8;
        double base =
                shard.nodes().stream().mapToDouble(each -> each.kind().base()).min().orElseThrow();
        return nodes().mapToDouble(each -> Math.max(each.in(), each.out()) * bits / base)
                .max()
                .orElse(0);
    }
}
