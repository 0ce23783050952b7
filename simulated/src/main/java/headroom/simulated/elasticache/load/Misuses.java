package headroom.simulated.elasticache.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Tells of a load, and not of what is measured of it, what clients do that no step cures: only
/// where that is beyond doubt, a fifth beyond what is called a fault.
record Misuses(Costs costs, Shape shape, Traffic traffic, Duration since) {
    /// A second.
    private static final double OPENED = 200;

    private static final double REDIRECTED = 1_000;

    /// Of what a node carries out.
    private static final double PART_OPENED = 0.4;

    private static final double PART_REDIRECTED = 0.25;
    private static final double READ = 0.72;

    private static final int CONNECTIONS = 10;

    /// Of the one thread.
    private static final double SUFFERS = 0.6;

    /// Of a primary's thread.
    private static final double BUSIER = 1.8;

    Set<Misuse> found() {
        Set<Misuse> found = EnumSet.noneOf(Misuse.class);
        List<ShardAsked> shards = new ArrayList<>();
        for (Shape.Shard each : shape.shards()) {
            each.primary()
                    .map(primary -> asked(each, primary))
                    .ifPresent(
                            asked -> {
                                shards.add(asked);
                                found.addAll(ofClients(asked));
                            });
        }
        found.addAll(new LargeKeys(shards, traffic, since).found());
        return found;
    }

    private ShardAsked asked(Shape.Shard shard, Shape.Node primary) {
        double times = traffic.course().times(since);
        Map<String, Work> all = ShardWork.of(shard, traffic.flows(), times);
        Map<String, Work> tagged =
                ShardWork.of(
                        shard,
                        traffic.flows().stream().filter(each -> each.slots().count() == 1).toList(),
                        times);
        return new ShardAsked(
                costs,
                shard,
                all.getOrDefault(primary.id(), Work.NONE),
                shard.replicas().stream()
                        .map(each -> all.getOrDefault(each.id(), Work.NONE))
                        .toList(),
                tagged.getOrDefault(primary.id(), Work.NONE).thread(costs));
    }

    private static Set<Misuse> ofClients(ShardAsked shard) {
        Set<Misuse> found = EnumSet.noneOf(Misuse.class);
        if (shard.nodes().anyMatch(Misuses::isChurned)) {
            found.add(Misuse.CONNECTIONS);
        }
        if (redirects(shard)) {
            found.add(Misuse.NO_READONLY);
        }
        if (sparesReplicas(shard)) {
            found.add(Misuse.REPLICAS_IDLE);
        }
        if (sparesPrimary(shard)) {
            found.add(Misuse.PRIMARIES_IDLE);
        }
        return found;
    }

    private static boolean isChurned(Work node) {
        return node.opened() >= OPENED && node.opened() >= PART_OPENED * node.commands();
    }

    private static boolean redirects(ShardAsked shard) {
        Stream<Work> asked = shard.replicas().stream().filter(each -> each.redirected() > 0);
        double redirected = shard.replicas().stream().mapToDouble(Work::redirected).sum();
        return redirected > 0
                && shard.replicas().stream().allMatch(each -> each.reads() == 0)
                && redirected >= PART_REDIRECTED * shard.primary().reads()
                && asked.allMatch(
                        each -> each.redirected() >= REDIRECTED && each.kept() >= CONNECTIONS);
    }

    private static boolean sparesReplicas(ShardAsked shard) {
        return !shard.replicas().isEmpty()
                && shard.replicas().stream()
                        .allMatch(each -> each.asked() == 0 && each.kept() + each.opened() == 0)
                && shard.primary().reads() >= READ * shard.primary().asked()
                && shard.thread(shard.primary()) >= SUFFERS;
    }

    private static boolean sparesPrimary(ShardAsked shard) {
        double busy = shard.replicas().stream().mapToDouble(shard::thread).average().orElse(0);
        return shard.replicas().stream().anyMatch(each -> each.reads() > 0)
                && shard.primary().reads() == 0
                && busy >= SUFFERS
                && busy >= BUSIER * shard.thread(shard.primary());
    }
}
