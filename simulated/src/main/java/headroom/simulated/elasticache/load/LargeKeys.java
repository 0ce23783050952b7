package headroom.simulated.elasticache.load;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whether one key makes a shard of a group hot, or full, where all the others have much to give.
/// It is beyond doubt only where nothing else is short.
record LargeKeys(List<ShardAsked> shards, Traffic traffic, Duration since) {
    /// Of the one thread.
    private static final double HOT = 0.73;

    private static final double IDLE = 0.42;

    /// Of what a node has for keys.
    private static final double FULL = 0.78;

    private static final double NOT_FULL = 0.6;

    /// Of what a network carries for ever.
    private static final double NARROW = 0.6;

    /// Of an equal share of the slots: with more of them, they are what is wrong.
    private static final double EVEN = 1.05;

    private static final double MOST = 0.7;
    private static final double HALF = 0.5;

    Set<Misuse> found() {
        Set<Misuse> found = EnumSet.noneOf(Misuse.class);
        boolean isWide = shards.stream().allMatch(each -> each.network() <= NARROW);
        for (ShardAsked each : shards) {
            List<ShardAsked> others = shards.stream().filter(other -> !other.equals(each)).toList();
            boolean isEven = each.slots() <= EVEN * SlotSet.ALL_SLOTS / shards.size();
            if (!isWide || !isEven || others.isEmpty()) {
                continue;
            }
            if (isHot(each, others)) {
                found.add(Misuse.HOT_KEY);
            }
            if (isFull(each, others)) {
                found.add(Misuse.BIG_KEY);
            }
        }
        return found;
    }

    /// Reads that replicas share are another matter: one more of them helps.
    private boolean isHot(ShardAsked shard, List<ShardAsked> others) {
        double asked = shard.nodes().mapToDouble(Work::asked).sum();
        boolean sharesReads =
                shards.stream()
                        .flatMap(each -> each.replicas().stream())
                        .anyMatch(each -> each.reads() > 0);
        return shard.thread(shard.primary()) >= HOT
                && shard.tagged() >= MOST * shard.primary().thread(shard.costs())
                && (shard.reads() <= HALF * asked || !sharesReads)
                && others.stream().allMatch(each -> each.busiest() <= IDLE)
                && shards.stream().allMatch(each -> memory(each) <= NOT_FULL);
    }

    private boolean isFull(ShardAsked shard, List<ShardAsked> others) {
        double huge =
                traffic.data().huge().entrySet().stream()
                        .filter(each -> shard.shard().slots().has(each.getKey()))
                        .mapToDouble(each -> each.getValue())
                        .sum();
        return memory(shard) >= FULL
                && huge >= HALF * shard.room() * memory(shard)
                && others.stream().allMatch(each -> memory(each) <= HALF * memory(shard))
                && shards.stream().allMatch(each -> each.busiest() <= HALF);
    }

    private double memory(ShardAsked shard) {
        return Math.min(1, traffic.data().in(shard.shard().slots(), since) / shard.room());
    }
}
