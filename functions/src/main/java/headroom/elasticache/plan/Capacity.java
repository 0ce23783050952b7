package headroom.elasticache.plan;

import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Slots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What a group carries now, and what it is expected to carry after a step: arithmetic over what
/// was measured.
///
/// It takes a read and a write to cost the same, and keys to be spread over slots evenly. Where
/// that is not so, the effect that is measured after the step says so.
record Capacity(List<Traffic> shards) {
    /// Of all reads: clients that leave so few to the primary do not read from it.
    private static final double ONLY_REPLICAS = 0.9;

    /// ElastiCache's bound on nodes, none of which is a replica.
    private static final int MOST_SHARDS = 500;

    Capacity {
        shards = List.copyOf(shards);
    }

    /// By shard, as it is now.
    Map<String, Loads> now() {
        Map<String, Loads> now = new LinkedHashMap<>();
        shards.forEach(each -> now.put(each.shard(), Loads.of(each)));
        return now;
    }

    /// For people: the most of each dimension on one node, and which comes to its limit first.
    static String inWords(Map<String, Loads> loads, double factor) {
        Loads most = Loads.most(loads.values());
        Dimension first = most.binding();
        return "at most %s on a node; at %s the load %s would be the nearest to its limit, %s"
                .formatted(
                        most.inWords(),
                        times(factor),
                        first.inWords(most.find(first).orElseThrow() * factor),
                        first.value(first.limit()));
    }

    /// For people.
    static String times(double factor) {
        return String.format(Locale.ROOT, "%.1f times", factor);
    }

    /// The fewest shards, from those that there are, on which so many times the load stays within
    /// its limits; empty if no number does.
    OptionalInt fewestShards(double factor) {
        return IntStream.rangeClosed(shards.size(), MOST_SHARDS)
                .filter(each -> Loads.most(onShards(each).values()).carries(factor))
                .findFirst();
    }

    private Map<String, Loads> onShards(int number) {
        return number == shards.size() ? now() : spread(number);
    }

    /// By shard, as is expected. Shards that come are named by a plus sign and their number.
    Map<String, Loads> after(Change change) {
        return switch (change) {
            case Change.AddReplicas it -> withReplicas(each -> each.equals(it.shard()), it.to());
            case Change.AddReplicasToAll it -> withReplicas(_ -> true, it.to());
            case Change.AddShards it -> spread(it.to());
            case Change.Rebalance _ -> spread(shards.size());
            case Change.SwitchMode _ -> now();
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
        double writes = writes(shard);
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
        return Math.max(0, shard.load() - cost * shard.reads());
    }

    /// Slots are spread evenly. A shard gives away what it has beyond its share, and keeps the rest
    /// of what makes it hot; what is given away is mixed, and goes to those that have less.
    private Map<String, Loads> spread(int number) {
        double share = (double) Slots.ALL / number;
        Map<String, Loads> now = now();
        Loads present = Loads.most(now.values());
        Map<String, Loads> after = new LinkedHashMap<>(now);
        IntStream.rangeClosed(shards.size() + 1, number)
                .forEach(each -> after.put("+" + each, present));
        for (Dimension dimension : Dimension.values()) {
            if (!dimension.spreadsOverShards()) {
                continue;
            }
            if (now.values().stream().anyMatch(each -> each.find(dimension).isEmpty())) {
                after.replaceAll((_, each) -> each.without(dimension));
                continue;
            }
            double mixed = perSlotGiven(dimension, share, now);
            after.replaceAll((_, each) -> each.with(dimension, share * mixed));
            for (Traffic each : shards) {
                double load = load(each, dimension, now);
                double slots = slots(each);
                double kept = slots > share ? load * share / slots : load;
                double given = Math.max(0, share - slots) * mixed;
                after.computeIfPresent(
                        each.shard(), (_, loads) -> loads.with(dimension, kept + given));
            }
        }
        return after;
    }

    /// What one slot brings with it, in the mean of those that are given away.
    private double perSlotGiven(Dimension dimension, double share, Map<String, Loads> now) {
        double slots = 0;
        double load = 0;
        for (Traffic each : shards) {
            double given = Math.max(0, slots(each) - share);
            slots += given;
            load += given == 0 ? 0 : load(each, dimension, now) * given / slots(each);
        }
        return slots == 0 ? 0 : load / slots;
    }

    private static double load(Traffic shard, Dimension dimension, Map<String, Loads> now) {
        return Optional.ofNullable(now.get(shard.shard()))
                .flatMap(each -> each.find(dimension))
                .orElseThrow();
    }

    /// Where they are not known, an equal share.
    private double slots(Traffic shard) {
        return shard.slots().map(Integer::doubleValue).orElse((double) Slots.ALL / shards.size());
    }

    /// A bigger node has more memory and a wider network, and its one thread is hardly faster.
    private Map<String, Loads> withType(Change.ChangeNodeType change) {
        Optional<Double> memory = Ladder.memoryTimes(change.from(), change.to());
        Optional<Double> network = Ladder.networkTimes(change.from(), change.to());
        Map<String, Loads> after = now();
        after.replaceAll(
                (_, each) ->
                        divided(
                                divided(each, Dimension.MEMORY, memory),
                                Dimension.NETWORK,
                                network));
        return after;
    }

    private static Loads divided(Loads loads, Dimension dimension, Optional<Double> times) {
        return loads.find(dimension)
                .flatMap(load -> times.map(each -> loads.with(dimension, load / each)))
                .orElseGet(() -> loads.without(dimension));
    }
}
