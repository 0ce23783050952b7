package headroom.elasticache.diagnosis;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Finding.Kind;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.group.Slots;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What is short in a group.
///
/// @param isChurned whether clients open a connection for each command, which explains how many
///   there are
record Bottlenecks(List<Traffic> shards, Policy policy, boolean isChurned) {
    private static final List<Metric> EXCEEDED =
            List.of(Metric.IN_EXCEEDED, Metric.OUT_EXCEEDED, Metric.PACKETS_EXCEEDED);

    List<Finding> found() {
        List<Finding> found = new ArrayList<>();
        network().ifPresent(found::add);
        memory().ifPresent(found::add);
        Optional<Finding> processor = hotShard().or(this::busy);
        processor.ifPresent(found::add);
        connections().ifPresent(found::add);
        if (found.isEmpty()) {
            spike().ifPresent(found::add);
        }
        return found;
    }

    private Optional<Finding> network() {
        return ofNodes(
                Bottlenecks::isNetworkBound,
                Kind.NETWORK_BOUND,
                each ->
                        "%s uses %s of what its network carries for ever, and packets were held back in %d of 15 minutes"
                                .formatted(
                                        each.member().id(),
                                        baseline(each)
                                                .map("%.0f %%"::formatted)
                                                .orElse("an unknown part"),
                                        exceededMinutes(each)),
                "The network is the limit: %s.",
                "More shards share it, and a larger node type has more of it."
                        + " NetworkBaselineUsageOutPercentage falls then.");
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
    private Optional<Finding> memory() {
        List<Traffic> full =
                shards.stream().filter(each -> each.memory() >= policy.memoryPercent()).toList();
        if (full.isEmpty()) {
            return Optional.empty();
        }
        String sentence =
                "Memory is the limit: %s."
                        .formatted(
                                Listing.of(
                                        full.stream()
                                                .map(
                                                        each ->
                                                                "shard %s is %.0f %% full%s"
                                                                        .formatted(
                                                                                each.shard(),
                                                                                each.memory(),
                                                                                evictions(each)))
                                                .toList()));
        return Optional.of(
                holdsABigKey(full)
                        ? new Finding(
                                Kind.BIG_KEY,
                                ids(full),
                                sentence
                                        + " It has no more slots than its share, and the others are"
                                        + " far from full: a few keys are large.",
                                "Find the keys (redis-cli --bigkeys, or MEMORY USAGE) and split"
                                        + " them: no number of shards makes one key smaller. A"
                                        + " larger node type gives time.")
                        : new Finding(
                                Kind.MEMORY_BOUND,
                                ids(full),
                                sentence,
                                "More shards share the keys, and a larger node type holds more."
                                        + " DatabaseMemoryUsageCountedForEvictPercentage falls"
                                        + " then."));
    }

    private static String evictions(Traffic shard) {
        double each = Traffic.rate(shard.primary(), Metric.EVICTIONS);
        return each > 0 ? " and evicts %.1f keys a second".formatted(each) : "";
    }

    private boolean holdsABigKey(List<Traffic> full) {
        return full.size() == 1
                && shards.size() > 1
                && isEven(full.getFirst())
                && full.getFirst().memory() >= Limits.STANDS_OUT * mean(Traffic::memory);
    }

    private boolean isEven(Traffic shard) {
        return shard.slots()
                .filter(each -> each <= Limits.UNEVEN_SLOTS * Slots.ALL / shards.size())
                .isPresent();
    }

    private double mean(ToDoubleFunction<Traffic> of) {
        return shards.stream().mapToDouble(of).average().orElse(0);
    }

    private Optional<Finding> hotShard() {
        Traffic hottest =
                shards.stream().max(Comparator.comparingDouble(Traffic::busiest)).orElseThrow();
        boolean standsOut =
                hottest.busiest() >= policy.cpuPercent()
                        && hottest.busiest() >= Limits.STANDS_OUT * mean(Traffic::busiest)
                        && shards.stream()
                                .filter(each -> !each.equals(hottest))
                                .allMatch(each -> each.busiest() < Limits.OTHERS_IDLE);
        return standsOut ? Optional.of(hot(hottest)) : Optional.empty();
    }

    private Finding hot(Traffic shard) {
        String sentence =
                "Shard %s is at %.0f %% of its processor, and all shards in the mean at %.0f %%."
                        .formatted(shard.shard(), shard.busiest(), mean(Traffic::busiest));
        List<String> ids = List.of(shard.shard());
        if (shard.slots().isPresent() && !isEven(shard)) {
            return new Finding(
                    Kind.HOT_SLOTS,
                    ids,
                    sentence
                            + " It holds %d slots, where an equal share is %d."
                                    .formatted(shard.slots().get(), Slots.ALL / shards.size()),
                    "The slots are spread evenly. EngineCPUUtilization of the shards draws near"
                            + " each other then.");
        }
        if (shard.isReadHeavy() && Traffic.useReplicas(shards)) {
            return new Finding(
                    Kind.HOT_READS,
                    ids,
                    sentence
                            + " Clients read %.0f times a second from it, and write %.0f times."
                                    .formatted(
                                            shard.reads() + shard.replicaReads(), shard.writes()),
                    "A replica more on this shard shares its reads. EngineCPUUtilization of its"
                            + " nodes falls then.");
        }
        return new Finding(
                Kind.HOT_KEY,
                ids,
                sentence
                        + " It has no more slots than its share, and %s: a few keys are hot."
                                .formatted(
                                        shard.isReadHeavy()
                                                ? "no client reads from replicas"
                                                : "most of it is written"),
                "Find the keys (redis-cli --hotkeys, or MONITOR for a second) and spread them: a"
                        + " key in several parts, a hash tag that fewer share, or a cache in the"
                        + " clients. No number of shards parts one key.");
    }

    private Optional<Finding> busy() {
        double mean = mean(Traffic::busiest);
        boolean isEven =
                shards.stream()
                        .allMatch(each -> each.busiest() < Limits.STANDS_OUT * Math.max(mean, 1));
        if (!isEven || mean < policy.cpuPercent() - Limits.BELOW_ALARM) {
            return Optional.empty();
        }
        boolean isRead =
                Traffic.useReplicas(shards)
                        && shards.stream().filter(Traffic::isReadHeavy).count() * 2 > shards.size();
        String sentence = "All shards are busy: %.0f %% in the mean.".formatted(mean);
        return Optional.of(
                isRead
                        ? new Finding(
                                Kind.BUSY_READS,
                                List.of(),
                                sentence + " Most of it is read, and replicas share it.",
                                "Replicas more share the reads. EngineCPUUtilization falls then.")
                        : new Finding(
                                Kind.BUSY,
                                List.of(),
                                sentence,
                                "More shards share the keys. EngineCPUUtilization falls then."));
    }

    private Optional<Finding> connections() {
        return isChurned
                ? Optional.empty()
                : ofNodes(
                        each ->
                                each.mean(Metric.CONNECTIONS)
                                        .filter(number -> number >= Limits.CONNECTIONS)
                                        .isPresent(),
                        Kind.CONNECTIONS,
                        each ->
                                "%s has %.0f"
                                        .formatted(
                                                each.member().id(),
                                                each.mean(Metric.CONNECTIONS).orElse(0.0)),
                        "A node takes 65,000 connections: %s.",
                        "Have the clients' pools smaller: what is idle in them counts."
                                + " CurrConnections falls then.");
    }

    private Optional<Finding> spike() {
        return ofNodes(
                each -> {
                    int minutes = each.load().minutes(load -> load >= policy.cpuPercent());
                    return minutes > 0 && minutes < Limits.SPIKE_MINUTES;
                },
                Kind.SPIKE,
                each ->
                        "%s reached %d %% in %d of 15 minutes"
                                .formatted(
                                        each.member().id(),
                                        policy.cpuPercent(),
                                        each.load().minutes(load -> load >= policy.cpuPercent())),
                "It was a spike: %s.",
                "Nothing, unless it comes again and again.");
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

    private static List<String> ids(List<Traffic> shards) {
        return shards.stream().map(Traffic::shard).toList();
    }
}
