package headroom.elasticache.plan;

import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.NodeType;
import headroom.elasticache.group.Slots;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What a group carries now, and what it is expected to carry after a step: arithmetic over what
/// was measured.
///
/// It takes a read and a write to cost the same, and keys to be spread over slots evenly. Where
/// that is not so, the effect that is measured after the step says so.
record Capacity(List<Traffic> shards) {
    /// Of all reads: clients that leave so few to the primary do not read from it.
    private static final double ONLY_REPLICAS = 0.9;

    Capacity {
        shards = List.copyOf(shards);
    }

    /// By shard, as it is now.
    Map<String, Loads> now() {
        Map<String, Loads> now = new LinkedHashMap<>();
        shards.forEach(each -> now.put(each.shard(), Loads.of(each)));
        return now;
    }

    /// The one that comes nearest to a limit.
    Loads highest(Map<String, Loads> loads) {
        return loads.values().stream()
                .max(
                        Comparator.comparingDouble(
                                each -> each.get(each.binding()) / each.binding().limit()))
                .orElseThrow();
    }

    /// By shard, as is expected. Shards that come are named by a plus sign and their number.
    Map<String, Loads> after(Change change) {
        return switch (change) {
            case Change.AddReplicas it -> withReplicas(each -> each.equals(it.shard()), it.to());
            case Change.AddReplicasToAll it -> withReplicas(_ -> true, it.to());
            case Change.AddShards it -> withShards(it.to());
            case Change.Rebalance _ -> rebalanced();
            case Change.ChangeNodeType it -> withType(it);
        };
    }

    private Map<String, Loads> withReplicas(Predicate<String> which, int replicas) {
        Map<String, Loads> after = now();
        shards.stream()
                .filter(each -> which.test(each.shard()))
                .forEach(
                        each ->
                                after.put(
                                        each.shard(),
                                        Loads.of(each)
                                                .with(
                                                        Dimension.PROCESSOR,
                                                        processor(each, replicas))));
        return after;
    }

    /// Reads are shared, and writes are not: each node carries out all of them.
    static double processor(Traffic shard, int replicas) {
        double cost = shard.commands() == 0 ? 0 : shard.load() / shard.commands();
        double writes = shard.load() - cost * shard.reads();
        int present = shard.figures().replicas().size();
        double replicated =
                present == 0
                        ? writes
                        : Math.max(0, shard.replicaLoad() - cost * shard.replicaReads() / present);
        // Clients that leave the primary alone will do so with more replicas, too.
        boolean primaryReads = shard.replicaShare() <= ONLY_REPLICAS;
        double shared = cost * ((primaryReads ? shard.reads() : 0) + shard.replicaReads());
        double part = shared / Math.max(1, replicas + (primaryReads ? 1 : 0));
        double primary = primaryReads ? writes + part : shard.load();
        return replicas == 0 ? primary : Math.max(primary, replicated + part);
    }

    /// What of a shard cannot be shared with replicas, percent of its processor.
    static double writes(Traffic shard) {
        double cost = shard.commands() == 0 ? 0 : shard.load() / shard.commands();
        return shard.load() - cost * shard.reads();
    }

    /// Slots are spread evenly over all shards as a part of it.
    private Map<String, Loads> withShards(int number) {
        Map<String, Loads> after = new LinkedHashMap<>();
        Loads even = even(number);
        shards.forEach(each -> after.put(each.shard(), even));
        for (int i = shards.size() + 1; i <= number; i++) {
            after.put("+" + i, even);
        }
        return after;
    }

    /// What shards with more slots than their share give away goes to those with fewer.
    private Map<String, Loads> rebalanced() {
        Map<String, Loads> after = now();
        for (Dimension dimension : Dimension.values()) {
            if (dimension.spreadsOverShards()) {
                double given =
                        shards.stream()
                                .mapToDouble(each -> surplus(each) * perSlot(each, dimension))
                                .sum();
                double missing = shards.stream().mapToDouble(each -> -deficit(each)).sum();
                shards.forEach(
                        each ->
                                after.computeIfPresent(
                                        each.shard(),
                                        (_, loads) ->
                                                !loads.values().containsKey(dimension)
                                                        ? loads
                                                        : loads.with(
                                                                dimension,
                                                                loads.get(dimension)
                                                                        - surplus(each)
                                                                                * perSlot(
                                                                                        each,
                                                                                        dimension)
                                                                        + (missing == 0
                                                                                ? 0
                                                                                : given
                                                                                        * -deficit(
                                                                                                each)
                                                                                        / missing))));
            }
        }
        return after;
    }

    private static double perSlot(Traffic shard, Dimension dimension) {
        return Loads.of(shard).get(dimension) / Math.max(1, shard.slots().orElse(1));
    }

    private double surplus(Traffic shard) {
        return Math.max(0, beyondShare(shard));
    }

    private double deficit(Traffic shard) {
        return Math.min(0, beyondShare(shard));
    }

    /// Slots beyond an equal share; none where they are not known.
    private double beyondShare(Traffic shard) {
        double equal = (double) Slots.ALL / shards.size();
        return shard.slots().map(each -> each - equal).orElse(0.0);
    }

    /// The mean of all shards, of which there may be more then.
    private Loads even(int number) {
        Loads loads = highest(now());
        for (Dimension dimension : loads.values().keySet()) {
            if (dimension.spreadsOverShards()) {
                loads =
                        loads.with(
                                dimension,
                                shards.stream()
                                                .mapToDouble(each -> Loads.of(each).get(dimension))
                                                .sum()
                                        / number);
            }
        }
        return loads;
    }

    /// A bigger node has more memory and a wider network, and its one thread is hardly faster.
    private Map<String, Loads> withType(Change.ChangeNodeType change) {
        double times = times(change.from(), change.to()).orElse(1.0);
        Map<String, Loads> after = now();
        after.replaceAll(
                (_, each) ->
                        each.with(Dimension.MEMORY, each.get(Dimension.MEMORY) / times)
                                .with(Dimension.NETWORK, each.get(Dimension.NETWORK) / times));
        return after;
    }

    /// How much more of all one type has than another; empty if that is not known.
    static Optional<Double> times(String from, String to) {
        Optional<Double> old = NodeType.parse(from).flatMap(NodeType::part);
        Optional<Double> larger = NodeType.parse(to).flatMap(NodeType::part);
        return old.flatMap(one -> larger.map(other -> other / one));
    }
}
