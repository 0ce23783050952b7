package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.NodeType;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The steps that answer a finding, the cheapest first, each as large as its ceilings allow.
///
/// @param finding what they are to cure
record Options(Facts facts, Policy policy, Diagnosis diagnosis, Finding finding) {
    /// Percent that a step should leave below the alarm at today's load: with less, the alarm would
    /// speak again at the next breath.
    private static final double CLEARANCE = 10;

    /// Of what it was: less than a twentieth nobody would measure.
    private static final double WORTH_IT = 0.95;

    /// ElastiCache's own bound.
    private static final int MOST_REPLICAS = 5;

    /// In the order of preference.
    List<Option> all() {
        return switch (finding.kind()) {
            case HOT_SLOTS -> List.of(rebalance(), replicas(), shards());
            case HOT_READS -> List.of(replicas(), shards());
            case BUSY_READS -> List.of(replicasOnAll(), shards());
            case BUSY -> List.of(shards());
            case NETWORK_BOUND -> List.of(shards(), nodeType());
            case MEMORY_BOUND -> List.of(rebalance(), shards(), nodeType());
            case BIG_KEY -> List.of(nodeType());
            case UNKNOWN,
                    CONNECTION_CHURN,
                    REPLICAS_REDIRECT,
                    REPLICAS_UNUSED,
                    PRIMARY_UNDERUSED,
                    HOT_KEY,
                    CONNECTIONS,
                    SPIKE ->
                    List.of();
        };
    }

    private Option rebalance() {
        String name = "spread the slots evenly";
        if (group().mode() != ClusterMode.ENABLED) {
            return Option.impossible(name, "with cluster mode disabled there is one shard");
        }
        if (group().shards().stream().anyMatch(each -> each.slots().isEmpty())) {
            return Option.impossible(name, "which slots the shards hold is not known");
        }
        if (isEven(group())) {
            return Option.impossible(name, "they are spread evenly");
        }
        return weighed(new Change.Rebalance(group().shards().size()), "");
    }

    /// Whether there is nothing to move, as far as it is known.
    static boolean isEven(Group group) {
        int share = Slots.ALL / group.shards().size();
        return group.shards().stream()
                .flatMap(each -> each.slots().stream())
                .allMatch(each -> Math.abs(each.count() - share) <= 1);
    }

    /// On one shard: the fewest that leave it clear of the alarm.
    private Option replicas() {
        String id = finding.shards().getFirst();
        String name = "replicas on shard " + id;
        Traffic traffic =
                diagnosis.traffic().stream()
                        .filter(each -> each.shard().equals(id))
                        .findFirst()
                        .orElseThrow();
        int present = group().shard(id).map(Shard::replicas).orElse(0);
        if (!traffic.isReadHeavy()) {
            return Option.impossible(name, "replicas share reads, and most of it is written");
        }
        if (Capacity.writes(traffic) > policy.cpuPercent()) {
            return Option.impossible(
                    name,
                    "writes alone take %.0f %% of its primary, and replicas share none of them"
                            .formatted(Capacity.writes(traffic)));
        }
        return fewest(name, present, to -> new Change.AddReplicas(id, present, to));
    }

    private Option replicasOnAll() {
        var replicas = group().shards().stream().mapToInt(Shard::replicas).summaryStatistics();
        // Asked for all shards at once, fewer than one of them has would be a removal.
        int least = Math.max(replicas.getMin(), replicas.getMax() - 1);
        return fewest(
                "replicas on each shard",
                least,
                to -> new Change.AddReplicasToAll(replicas.getMin(), to));
    }

    private Option shards() {
        String name = "more shards";
        if (group().mode() != ClusterMode.ENABLED) {
            return Option.impossible(
                    name, "with cluster mode disabled there is one shard, and no more");
        }
        int present = group().shards().size();
        int most = Math.min(policy.maxShards(), present + policy.maxStep());
        if (most <= present) {
            return Option.impossible(name, "maxShards is %d".formatted(policy.maxShards()));
        }
        // Moving slots is a long way, so it is made for what is to come.
        int to =
                IntStream.rangeClosed(present + 1, most)
                        .filter(
                                number ->
                                        carries(
                                                new Change.AddShards(present, number),
                                                policy.headroomFactor()))
                        .findFirst()
                        .orElse(most);
        Change change = new Change.AddShards(present, to);
        return weighed(
                change,
                carries(change, policy.headroomFactor())
                        ? ""
                        : "%s stops it short of %s times the load"
                                .formatted(
                                        most == policy.maxShards() ? "maxShards" : "maxStep",
                                        factor()));
    }

    private boolean carries(Change change, double factor) {
        return capacity().after(change).values().stream().allMatch(each -> each.carries(factor));
    }

    private Option nodeType() {
        String name = "a larger node type";
        if (policy.largestNodeType().isEmpty()) {
            return Option.impossible(name, "largestNodeType is not set");
        }
        Optional<String> next = nextType(policy.largestNodeType().get());
        return next.map(to -> weighed(new Change.ChangeNodeType(group().nodeType(), to), ""))
                .orElseGet(
                        () ->
                                Option.impossible(
                                        name,
                                        "ElastiCache permits none of the same family between %s and %s"
                                                .formatted(
                                                        group().nodeType(),
                                                        policy.largestNodeType().get())));
    }

    /// The next one that has more, in the same family, with processors of its own.
    private Optional<String> nextType(String largest) {
        return facts.allowedTypes().stream()
                .filter(each -> isSameFamily(each) && !isLarger(each, largest))
                .filter(each -> isLarger(each, group().nodeType()))
                .min(
                        Comparator.comparingDouble(
                                each ->
                                        Capacity.times(group().nodeType(), each)
                                                .orElse(Double.MAX_VALUE)));
    }

    private boolean isSameFamily(String type) {
        Optional<String> family = NodeType.parse(type).map(NodeType::family);
        return family.isPresent()
                && family.equals(NodeType.parse(group().nodeType()).map(NodeType::family));
    }

    static boolean isLarger(String type, String than) {
        return Capacity.times(than, type).filter(each -> each > 1).isPresent();
    }

    private Option fewest(String name, int present, IntFunction<Change> change) {
        int most = Math.min(MOST_REPLICAS, policy.maxReplicasPerShard());
        if (most <= present) {
            return Option.impossible(
                    name,
                    most == MOST_REPLICAS
                            ? "ElastiCache has no more than five on a shard"
                            : "maxReplicasPerShard is %d".formatted(most));
        }
        return IntStream.rangeClosed(present + 1, most)
                .mapToObj(change)
                .filter(each -> isEnough(capacity().after(each)))
                .findFirst()
                .map(each -> weighed(each, ""))
                .orElseGet(
                        () ->
                                weighed(
                                        change.apply(most),
                                        "maxReplicasPerShard stops it short of what is needed"));
    }

    private Option weighed(Change change, String why) {
        Map<String, Loads> after = capacity().after(change);
        Loads highest = capacity().highest(after);
        boolean enough = isEnough(after);
        return new Option(
                Optional.of(change),
                change.inWords(),
                "at most %s on a node; %s times the load would be limited by its %s"
                        .formatted(
                                highest.inWords(),
                                factor(),
                                highest.binding().name().toLowerCase(Locale.ROOT)),
                enough,
                enough || !why.isEmpty() ? why : "it is not enough by itself");
    }

    /// Whether what was found would be over at today's load, and stay so for a while.
    private boolean isEnough(Map<String, Loads> after) {
        return after.values().stream()
                .allMatch(each -> each.get(dimension()) <= alarm() - CLEARANCE);
    }

    /// What is short, by the finding.
    private Dimension dimension() {
        return switch (finding.kind()) {
            case NETWORK_BOUND -> Dimension.NETWORK;
            case MEMORY_BOUND, BIG_KEY -> Dimension.MEMORY;
            case CONNECTIONS -> Dimension.CONNECTIONS;
            case UNKNOWN,
                    CONNECTION_CHURN,
                    REPLICAS_REDIRECT,
                    REPLICAS_UNUSED,
                    PRIMARY_UNDERUSED,
                    HOT_SLOTS,
                    HOT_READS,
                    HOT_KEY,
                    BUSY_READS,
                    BUSY,
                    SPIKE ->
                    Dimension.PROCESSOR;
        };
    }

    private double alarm() {
        return switch (dimension()) {
            case PROCESSOR -> policy.cpuPercent();
            case MEMORY -> policy.memoryPercent();
            case NETWORK, CONNECTIONS -> dimension().limit();
        };
    }

    private String factor() {
        return String.format(Locale.ROOT, "%.1f", policy.headroomFactor());
    }

    Capacity capacity() {
        return new Capacity(diagnosis.traffic());
    }

    private Group group() {
        return facts.figures().group();
    }

    /// The first that is enough; where none is, the first that is possible and brings anything.
    Optional<Option> best(List<Option> options) {
        return options.stream()
                .filter(each -> each.change().isPresent() && each.enough())
                .findFirst()
                .or(() -> possible(options).filter(this::helps).findFirst());
    }

    private static Stream<Option> possible(List<Option> options) {
        return options.stream().filter(each -> each.change().isPresent());
    }

    /// A step that leaves the worst as it is, is none.
    private boolean helps(Option option) {
        double now = worst(capacity().now());
        double after = worst(capacity().after(option.change().orElseThrow()));
        return after <= now * WORTH_IT;
    }

    private double worst(Map<String, Loads> loads) {
        return loads.values().stream()
                .mapToDouble(each -> each.get(dimension()))
                .max()
                .orElseThrow();
    }
}
