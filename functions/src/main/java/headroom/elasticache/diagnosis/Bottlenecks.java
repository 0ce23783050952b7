package headroom.elasticache.diagnosis;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Finding.Kind;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.text.Listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a group has too little of besides processors.
///
/// Evictions are told, and are no finding by themselves: whether keys have to stay is a matter of
/// `maxmemory-policy`, which is not read, and what is unknown scales nothing.
record Bottlenecks(List<Traffic> shards, Policy policy) {
    private static final List<Metric> EXCEEDED =
            List.of(Metric.IN_EXCEEDED, Metric.OUT_EXCEEDED, Metric.PACKETS_EXCEEDED);

    /// By node, whatever the others do.
    List<Finding> ofNodes() {
        return Stream.of(network(), connections()).flatMap(Optional::stream).toList();
    }

    private Optional<Finding> network() {
        return ofNodes(
                Bottlenecks::isNetworkBound,
                Kind.NETWORK_BOUND,
                Bottlenecks::network,
                "The network is the limit: %s.",
                "More shards share it, and a larger node type has more of it."
                        + " NetworkBaselineUsageOutPercentage falls then.");
    }

    private static String network(NodeFigures node) {
        List<String> parts = new ArrayList<>();
        baseline(node)
                .map("uses %.0f %% of what its network carries for ever"::formatted)
                .ifPresent(parts::add);
        if (exceededMinutes(node) > 0) {
            parts.add(
                    "had packets held back in %d of %d minutes"
                            .formatted(exceededMinutes(node), Limits.MINUTES));
        }
        return node.member().id() + " " + String.join(" and ", parts);
    }

    private static boolean isNetworkBound(NodeFigures node) {
        return exceededMinutes(node) >= Limits.EXCEEDED_MINUTES
                || baseline(node).filter(each -> each >= Limits.BASELINE).isPresent();
    }

    private static int exceededMinutes(NodeFigures node) {
        Set<Instant> minutes = new HashSet<>();
        EXCEEDED.forEach(
                metric ->
                        node.of(metric)
                                .byMinute()
                                .forEach(
                                        (minute, packets) -> {
                                            if (packets > 0) {
                                                minutes.add(minute);
                                            }
                                        }));
        return minutes.size();
    }

    /// The higher of both directions.
    static Optional<Double> baseline(NodeFigures node) {
        return Stream.of(Metric.BASELINE_IN, Metric.BASELINE_OUT)
                .flatMap(each -> node.mean(each).stream())
                .max(Comparator.naturalOrder());
    }

    /// A primary holds what its replicas hold.
    Optional<Finding> memory() {
        List<Traffic> full =
                shards.stream().filter(each -> each.memory() >= policy.memoryPercent()).toList();
        if (full.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = full.stream().map(Traffic::shard).toList();
        String sentence =
                "Memory is the limit: %s."
                        .formatted(Listing.of(full.stream().map(Bottlenecks::full).toList()));
        return Optional.of(
                holdsABigKey(full)
                        ? new Finding(
                                Kind.BIG_KEY,
                                ids,
                                sentence + bigKey(full.getFirst()),
                                "Find the keys (redis-cli --bigkeys, or MEMORY USAGE) and split"
                                        + " them: no number of shards makes one key smaller. A"
                                        + " larger node type gives time."
                                        + " DatabaseMemoryUsageCountedForEvictPercentage of the"
                                        + " shard falls then.")
                        : new Finding(
                                Kind.MEMORY_BOUND,
                                ids,
                                sentence,
                                "More shards share the keys, and a larger node type holds more."
                                        + " DatabaseMemoryUsageCountedForEvictPercentage falls"
                                        + " then."));
    }

    private static String full(Traffic shard) {
        double evicted = Traffic.rate(shard.primary(), Metric.EVICTIONS);
        return "shard %s is %.0f %% full%s"
                .formatted(
                        shard.shard(),
                        shard.memory(),
                        evicted > 0
                                ? " and evicts %.1f keys a second (whether they had to stay, its maxmemory-policy says)"
                                        .formatted(evicted)
                                : "");
    }

    /// Where it is not known how many slots it holds, either may be, and nothing is scaled for it.
    private boolean holdsABigKey(List<Traffic> full) {
        return full.size() == 1
                && !full.getFirst().hasMoreThanItsShare(shards.size())
                && Limits.standsOut(
                        full.getFirst().memory(),
                        shards.stream()
                                .filter(each -> !each.equals(full.getFirst()))
                                .map(Traffic::memory)
                                .toList());
    }

    private static String bigKey(Traffic shard) {
        return shard.slots().isPresent()
                ? " It holds no more slots than its share, and the others are far from full: a few"
                        + " keys are large."
                : " How many slots it holds is not known, and the others are far from full: it"
                        + " holds more of them, or a few keys are large.";
    }

    private Optional<Finding> connections() {
        return ofNodes(
                Bottlenecks::isCrowded,
                Kind.CONNECTIONS,
                each ->
                        "%s has %.0f"
                                .formatted(
                                        each.member().id(),
                                        each.mean(Metric.CONNECTIONS).orElse(0.0)),
                "A node takes 65,000 connections: %s.",
                "Make the clients' connection pools smaller: what idles in them counts as well."
                        + " CurrConnections falls then.");
    }

    /// Churn explains how many there are, and is told by itself.
    private static boolean isCrowded(NodeFigures node) {
        return node.mean(Metric.CONNECTIONS).filter(each -> each >= Limits.CONNECTIONS).isPresent()
                && !ClientFaults.isChurned(node);
    }

    private Optional<Finding> ofNodes(
            Predicate<NodeFigures> holds,
            Kind kind,
            Function<NodeFigures, String> each,
            String sentence,
            String remedy) {
        List<NodeFigures> nodes =
                shards.stream()
                        .flatMap(shard -> Traffic.nodes(shard.figures()))
                        .filter(holds)
                        .toList();
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                kind,
                                shards.stream()
                                        .filter(
                                                shard ->
                                                        Traffic.nodes(shard.figures())
                                                                .anyMatch(holds))
                                        .map(Traffic::shard)
                                        .toList(),
                                sentence.formatted(Listing.of(nodes.stream().map(each).toList())),
                                remedy));
    }
}
