package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The steps that answer a finding, the cheapest first, each as large as its ceilings allow.
///
/// @param finding what they are to cure
record Options(Facts facts, Policy policy, Diagnosis diagnosis, Finding finding) {
    /// ElastiCache's own bound.
    static final int MOST_REPLICAS = 5;

    private static final String WANT = "the quota of nodes, or want of free addresses,";

    /// Whether a step may cure it at all.
    static boolean mayCure(Finding.Kind kind) {
        return switch (kind) {
            case HOT_SLOTS, HOT_READS, BUSY_READS, BUSY, NETWORK_BOUND, MEMORY_BOUND, BIG_KEY ->
                    true;
            case UNKNOWN,
                    CONNECTION_CHURN,
                    REPLICAS_REDIRECT,
                    REPLICAS_UNUSED,
                    PRIMARY_UNDERUSED,
                    HOT_KEY,
                    CONNECTIONS,
                    BUSY_NODE,
                    SPIKE ->
                    false;
        };
    }

    /// In the order of preference.
    List<Option> all() {
        return List.of(rebalance(), replicas(), shards(), nodeType());
    }

    /// Those that may be taken, the best first: the first that is enough; where none is, the one
    /// that brings the most, if anybody would notice it.
    List<Option> candidates(List<Option> options) {
        List<Option> possible = options.stream().filter(each -> each.change().isPresent()).toList();
        return Stream.concat(
                        possible.stream().filter(Option::enough),
                        possible.stream()
                                .filter(each -> !each.enough())
                                .filter(each -> target().isNearerBy(after(each), capacity().now()))
                                .sorted(
                                        Comparator.comparingDouble(
                                                each -> target().worst(after(each)).orElseThrow())))
                .toList();
    }

    /// The one that would be taken, as a person asks for it.
    Optional<Wish> wish(Preconditions preconditions) {
        List<Option> best = candidates(all());
        return best.isEmpty() ? Optional.empty() : new Selection(best, preconditions).asWish();
    }

    private Map<String, Loads> after(Option option) {
        return capacity().after(option.change().orElseThrow());
    }

    private Option rebalance() {
        String name = "spread the slots evenly";
        return whyNoRebalance(group())
                .map(each -> Option.impossible(name, each))
                .orElseGet(() -> weighed(new Change.Rebalance(group().shards().size()), ""));
    }

    /// Empty if there is something to spread.
    static Optional<String> whyNoRebalance(Group group) {
        if (group.mode() != ClusterMode.ENABLED) {
            return Optional.of("with cluster mode disabled there is one shard");
        }
        Optional<List<Slots>> slots = group.slots();
        if (slots.isEmpty()) {
            return Optional.of("which slots the shards hold is not known");
        }
        return Optional.of("they are spread evenly").filter(_ -> Slots.areEven(slots.get()));
    }

    private Option replicas() {
        String name = "more replicas";
        return whyNoReplicas(target().dimension(), diagnosis.traffic())
                .map(each -> Option.impossible(name, each))
                .orElseGet(
                        () ->
                                finding.shards().isEmpty()
                                        ? replicasOnAll(name)
                                        : replicasOn(finding.shards().getFirst()));
    }

    /// Empty if they may share what is short.
    static Optional<String> whyNoReplicas(Dimension dimension, List<Traffic> traffic) {
        return switch (dimension) {
            case MEMORY -> Optional.of("a replica holds all that its primary holds");
            case NETWORK -> Optional.of("each costs its primary more of its network");
            case CONNECTIONS -> Optional.of("clients connect to each node");
            case PROCESSOR ->
                    Optional.of("clients read from the primaries alone")
                            .filter(_ -> !Traffic.useReplicas(traffic));
        };
    }

    private Option replicasOn(String id) {
        String name = "more replicas on shard " + id;
        Traffic traffic =
                diagnosis.traffic().stream()
                        .filter(each -> each.shard().equals(id))
                        .findFirst()
                        .orElseThrow();
        if (!traffic.isReadHeavy()) {
            return Option.impossible(name, "they share reads, and most of it is written");
        }
        if (Capacity.writes(traffic) > policy.cpuPercent()) {
            return Option.impossible(
                    name,
                    "writes alone take %.0f %% of its primary, and replicas share none of them"
                            .formatted(Capacity.writes(traffic)));
        }
        int present = group().shard(id).map(Shard::replicas).orElse(0);
        return fewest(name, present, to -> new Change.AddReplicas(id, present, to));
    }

    private Option replicasOnAll(String name) {
        long read = diagnosis.traffic().stream().filter(Traffic::isReadHeavy).count();
        if (read * 2 <= diagnosis.traffic().size()) {
            return Option.impossible(name, "they share reads, and most of it is written");
        }
        var replicas = group().shards().stream().mapToInt(Shard::replicas).summaryStatistics();
        // Asked for all shards at once, fewer than one of them has would be a removal.
        int least = Math.max(replicas.getMin(), replicas.getMax() - 1);
        return fewest(name, least, to -> new Change.AddReplicasToAll(replicas.getMin(), to));
    }

    private Option fewest(String name, int present, IntFunction<Change> change) {
        int ceiling = Math.min(MOST_REPLICAS, policy.maxReplicasPerShard());
        if (ceiling <= present) {
            return Option.impossible(
                    name,
                    ceiling == MOST_REPLICAS
                            ? "ElastiCache has no more than five on a shard"
                            : "maxReplicasPerShard is %d".formatted(ceiling));
        }
        int most = withinReach(present, ceiling, change);
        return IntStream.rangeClosed(present + 1, most)
                .mapToObj(change)
                .filter(each -> target().isMetBy(capacity().after(each)))
                .findFirst()
                .map(each -> weighed(each, ""))
                .orElseGet(
                        () ->
                                weighed(
                                        change.apply(most),
                                        most == MOST_REPLICAS
                                                ? "five replicas, the most of ElastiCache, are not"
                                                        + " enough"
                                                : "%s stops it short of what is needed"
                                                        .formatted(
                                                                most < ceiling
                                                                        ? WANT
                                                                        : "maxReplicasPerShard")));
    }

    private Option shards() {
        String name = "more shards";
        if (finding.kind() == Finding.Kind.BIG_KEY) {
            return Option.impossible(name, "no number of shards parts one key");
        }
        if (finding.kind() == Finding.Kind.HOT_READS) {
            return Option.impossible(
                    name,
                    "a few keys are hot, as the shard has no more slots than its share, and no"
                            + " number of shards parts a key");
        }
        if (group().mode() != ClusterMode.ENABLED) {
            return Option.impossible(
                    name, "with cluster mode disabled there is one shard, and no more");
        }
        int present = group().shards().size();
        int ceiling = Math.min(policy.maxShards(), present + policy.maxStep());
        if (ceiling <= present) {
            return Option.impossible(name, "maxShards is %d".formatted(policy.maxShards()));
        }
        int most = withinReach(present, ceiling, to -> new Change.AddShards(present, to));
        // Moving slots is a long way, so it is made for what is to come.
        return IntStream.rangeClosed(present + 1, most)
                .mapToObj(number -> new Change.AddShards(present, number))
                .filter(each -> carries(each) && target().isMetBy(capacity().after(each)))
                .findFirst()
                .map(each -> weighed(each, ""))
                .orElseGet(
                        () ->
                                weighed(
                                        new Change.AddShards(present, most),
                                        "%s stops it short of %s the load"
                                                .formatted(
                                                        most < ceiling
                                                                ? WANT
                                                                : most == policy.maxShards()
                                                                        ? "maxShards"
                                                                        : "maxStep",
                                                        Capacity.times(policy.headroomFactor()))));
    }

    /// The most for which the account and the subnets have nodes and addresses; the ceiling where
    /// there are none for a single one, so that it is told what is missing.
    private int withinReach(int present, int ceiling, IntFunction<Change> change) {
        return IntStream.rangeClosed(present + 1, ceiling)
                .filter(each -> isWithinReach(Preconditions.newNodes(group(), change.apply(each))))
                .max()
                .orElse(ceiling);
    }

    private boolean isWithinReach(int fresh) {
        return facts.nodeQuota().filter(each -> group().nodes() + fresh > each).isEmpty()
                && facts.freeAddresses().filter(each -> each < fresh).isEmpty();
    }

    private boolean carries(Change change) {
        return capacity().after(change).values().stream()
                .allMatch(each -> each.carries(policy.headroomFactor()));
    }

    private Option nodeType() {
        String name = "a larger node type";
        if (target().dimension() == Dimension.PROCESSOR) {
            return Option.impossible(
                    name,
                    diagnosis.traffic().stream().anyMatch(each -> each.drawn() == Metric.CPU)
                            ? "it has more processors, and the one thread that carries out commands"
                                    + " is hardly faster there: ask for it by name"
                            : "the one thread that carries out commands is hardly faster there");
        }
        return policy.largestNodeType()
                .map(
                        largest ->
                                new Ladder(facts.allowedTypes(), largest)
                                        .next(group().nodeType())
                                        .map(to -> weighed(typed(to), ""))
                                        .orElseGet(
                                                () ->
                                                        Option.impossible(
                                                                name,
                                                                "ElastiCache permits none with more memory than %s in the family of largestNodeType, %s, and up to it"
                                                                        .formatted(
                                                                                group().nodeType(),
                                                                                largest))))
                .orElseGet(() -> Option.impossible(name, "largestNodeType is not set"));
    }

    private Change typed(String to) {
        return new Change.ChangeNodeType(group().nodeType(), to);
    }

    private Option weighed(Change change, String why) {
        Map<String, Loads> after = capacity().after(change);
        boolean enough = target().isMetBy(after);
        return new Option(
                Optional.of(change),
                change.inWords(),
                Capacity.inWords(after, policy.headroomFactor()),
                enough,
                enough || !why.isEmpty() ? why : "it is not enough by itself");
    }

    private Target target() {
        return Target.of(finding, policy);
    }

    private Capacity capacity() {
        return new Capacity(diagnosis.traffic());
    }

    private Group group() {
        return facts.figures().group();
    }
}
