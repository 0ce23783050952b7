package headroom.elasticache.plan;

import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.diagnosis.Limits;
import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;
import headroom.elasticache.group.NodeType;
import headroom.elasticache.group.Shard;
import headroom.text.Listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which shapes carry the load of an outlook, each the smallest of its kind: one change of one
/// kind, as a step would be, though more of it than a step takes.
record Shapes(Outlook outlook) {
    /// ElastiCache's own bound.
    static final int MOST_NODES = 500;

    /// The least change first.
    List<Option> all() {
        return List.of(rebalance(), replicas(), shards(), nodeType());
    }

    private Option rebalance() {
        String name = "spread the slots evenly";
        return Options.whyNoRebalance(group())
                .map(each -> Option.impossible(name, each))
                .orElseGet(() -> weighed(new Change.Rebalance(group().shards().size())));
    }

    private Option replicas() {
        String name = "more replicas";
        return shortOf().stream()
                .flatMap(each -> Options.whyNoReplicas(each, traffic()).stream())
                .findFirst()
                .or(this::tooManyWrites)
                .map(each -> Option.impossible(name, each))
                .orElseGet(() -> fewestReplicas(name));
    }

    private Optional<String> tooManyWrites() {
        return notCarried().stream()
                .filter(
                        each ->
                                Capacity.writes(each) * outlook.factor()
                                        > Dimension.PROCESSOR.limit())
                .map(
                        each ->
                                "writes alone take %s of the primary of shard %s, at %s the load %s, and replicas share none of them"
                                        .formatted(
                                                Dimension.PROCESSOR.value(Capacity.writes(each)),
                                                each.shard(),
                                                Capacity.times(outlook.factor()),
                                                Dimension.PROCESSOR.value(
                                                        Capacity.writes(each) * outlook.factor())))
                .findFirst();
    }

    private Option fewestReplicas(String name) {
        List<String> few = notCarried().stream().map(Traffic::shard).toList();
        var all = group().shards().stream().mapToInt(Shard::replicas).summaryStatistics();
        boolean onOne = few.size() == 1 && group().shards().size() > 1;
        int present =
                onOne
                        ? group().shard(few.getFirst()).map(Shard::replicas).orElse(0)
                        // Asked for all shards, fewer than one of them has would be a removal.
                        : Math.max(all.getMin(), all.getMax() - 1);
        return IntStream.rangeClosed(present + 1, Options.MOST_REPLICAS)
                .<Change>mapToObj(
                        to ->
                                onOne
                                        ? new Change.AddReplicas(few.getFirst(), present, to)
                                        : new Change.AddReplicasToAll(all.getMin(), to))
                .map(this::weighed)
                .filter(Option::enough)
                .findFirst()
                .orElseGet(
                        () ->
                                Option.impossible(
                                        name,
                                        "five on a shard, the most of ElastiCache, are not"
                                                + " enough"));
    }

    private Option shards() {
        String name = "more shards";
        Optional<String> key = ofFewKeys();
        if (key.isPresent()) {
            return Option.impossible(name, key.get());
        }
        OptionalInt fewest = outlook.capacity().fewestShards(outlook.factor());
        if (fewest.isEmpty()) {
            return Option.impossible(name, "no number of them carries it");
        }
        Option weighed = weighed(new Change.AddShards(group().shards().size(), fewest.getAsInt()));
        return group().mode() == ClusterMode.ENABLED
                ? weighed
                : weighed.because("it needs cluster mode enabled (docs/cache-migration.md)");
    }

    /// What is over its limit on one shard because of a few keys, now or at that load, by the rules
    /// of the diagnosis.
    private Optional<String> ofFewKeys() {
        Set<String> shards =
                outlook.diagnosis().findings().stream()
                        .filter(
                                each ->
                                        each.kind() == Finding.Kind.HOT_KEY
                                                || each.kind() == Finding.Kind.HOT_READS
                                                || each.kind() == Finding.Kind.BIG_KEY)
                        .flatMap(each -> each.shards().stream())
                        .collect(Collectors.toSet());
        return over().filter(each -> shards.contains(each.shard()) || standsOut(each))
                .map(
                        each ->
                                "the %s of shard %s stands out, and it has no more slots than its share as far as is known: a few keys are %s, and no number of shards parts a key"
                                        .formatted(
                                                each.dimension().word(),
                                                each.shard(),
                                                each.dimension() == Dimension.MEMORY
                                                        ? "large"
                                                        : "hot"))
                .findFirst();
    }

    private boolean standsOut(Outlook.Load load) {
        List<Double> others =
                outlook.loads()
                        .filter(
                                each ->
                                        each.dimension() == load.dimension()
                                                && !each.shard().equals(load.shard()))
                        .map(Outlook.Load::now)
                        .toList();
        Predicate<Double> isIdle = each -> each * outlook.factor() < idle(load.dimension());
        return Limits.standsOut(load.now(), others)
                && others.stream().allMatch(isIdle)
                && traffic().stream()
                        .filter(each -> each.shard().equals(load.shard()))
                        .noneMatch(each -> each.hasMoreThanItsShare(group().shards().size()));
    }

    private static double idle(Dimension dimension) {
        return switch (dimension) {
            case PROCESSOR -> Limits.OTHERS_IDLE;
            case MEMORY -> dimension.limit();
            // Keys that are asked for often have a processor at its end as well.
            case NETWORK, CONNECTIONS -> 0;
        };
    }

    private Option nodeType() {
        String name = "a larger node type";
        if (shortOf().contains(Dimension.PROCESSOR)) {
            return Option.impossible(
                    name, "the one thread that carries out commands is hardly faster there");
        }
        List<String> types = group().members().stream().map(Member::type).distinct().toList();
        if (types.size() > 1) {
            return Option.impossible(name, "its nodes are of several types, " + Listing.of(types));
        }
        String present = types.getFirst();
        return Optional.of(present)
                .filter(Ladder::knows)
                .flatMap(NodeType::parse)
                .map(each -> new NodeType(each.family(), NodeType.sizes().getLast()).toString())
                .map(largest -> fewestBytes(name, present, Ladder.upTo(largest)))
                .orElseGet(
                        () ->
                                Option.impossible(
                                        name,
                                        "how much larger another is than %s is not known"
                                                .formatted(present)));
    }

    private Option fewestBytes(String name, String present, List<String> types) {
        return types.stream()
                .filter(each -> Ladder.isLarger(each, present))
                .map(each -> weighed(new Change.ChangeNodeType(present, each)))
                .filter(Option::enough)
                .findFirst()
                .map(
                        each ->
                                each.because(
                                        "whether ElastiCache has it and permits it, its console"
                                                + " shows"))
                .orElseGet(() -> Option.impossible(name, "none of its family is large enough"));
    }

    private Option weighed(Change change) {
        Map<String, Loads> after = outlook.capacity().after(change);
        int nodes = nodes(change);
        boolean fits = nodes <= MOST_NODES;
        boolean enough = isCarried(after) && fits;
        return new Option(
                Optional.of(change),
                "%s, %d nodes in all".formatted(change.inWords(), nodes),
                Capacity.inWords(after, outlook.factor()),
                enough,
                enough
                        ? ""
                        : fits
                                ? "it is not enough"
                                : "a group has %d nodes at the most".formatted(MOST_NODES));
    }

    private int nodes(Change change) {
        return change instanceof Change.ChangeNodeType
                ? group().nodes()
                : group().nodes() + Preconditions.newNodes(group(), change);
    }

    /// What becomes unknown is not carried where it is over its limit without the change.
    private boolean isCarried(Map<String, Loads> after) {
        return after.values().stream()
                .allMatch(
                        each ->
                                each.carries(outlook.factor())
                                        && shortOf().stream()
                                                .allMatch(one -> each.find(one).isPresent()));
    }

    private List<Traffic> notCarried() {
        Set<String> over = over().map(Outlook.Load::shard).collect(Collectors.toSet());
        return traffic().stream().filter(each -> over.contains(each.shard())).toList();
    }

    private Set<Dimension> shortOf() {
        return over().map(Outlook.Load::dimension).collect(Collectors.toSet());
    }

    private Stream<Outlook.Load> over() {
        return outlook.over().stream().filter(each -> each.dimension().spreadsOverShards());
    }

    private List<Traffic> traffic() {
        return outlook.diagnosis().traffic();
    }

    private Group group() {
        return outlook.group();
    }
}
