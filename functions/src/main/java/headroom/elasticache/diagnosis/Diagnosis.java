package headroom.elasticache.diagnosis;

import headroom.elasticache.Policy;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Series;
import headroom.elasticache.figures.ShardFigures;
import headroom.elasticache.group.Shard;
import headroom.text.Listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is wrong with a group: a pure function of its figures, in whatever order they come.
///
/// @param findings all that hold, the one that decides first; none if all is well
/// @param critical whether nothing may wait
/// @param traffic of each shard; empty where anything of it is unknown
/// @param rising the nodes that are over a limit of the alarms' in the newest minutes, whether or
///   not they are in the mean of all
public record Diagnosis(
        List<Finding> findings, boolean critical, List<Traffic> traffic, List<String> rising) {
    public Diagnosis {
        findings = List.copyOf(findings);
        rising = List.copyOf(rising);
        traffic = List.copyOf(traffic);
    }

    /// Where the load has come within the quarter of an hour, by what has been since.
    public static Diagnosis of(GroupFigures figures, Policy policy) {
        Diagnosis whole = ofAll(figures, policy);
        if (!whole.isOfMinutes()) {
            return whole;
        }
        Diagnosis lately = ofAll(figures.lately(Limits.SINCE_IT_CAME), policy);
        boolean lasts =
                lately.traffic.stream()
                        .anyMatch(each -> each.isBusyThroughout(policy.cpuPercent()));
        return lasts && !lately.isOfMinutes()
                ? new Diagnosis(lately.findings, whole.critical, lately.traffic, whole.rising)
                : whole;
    }

    private boolean isOfMinutes() {
        return first().filter(each -> each.kind().isOfMinutes()).isPresent();
    }

    private static Diagnosis ofAll(GroupFigures figures, Policy policy) {
        List<ShardFigures> shards =
                figures.shards().stream()
                        .sorted(Comparator.comparing(each -> each.shard().id()))
                        .map(Diagnosis::sorted)
                        .toList();
        boolean critical = isCritical(shards);
        if (!figures.group().isSettled() || figures.group().shards().isEmpty()) {
            return new Diagnosis(List.of(unsettled(figures)), critical, List.of(), List.of());
        }
        Map<String, String> doubts = doubts(figures, shards);
        List<Traffic> known =
                shards.stream()
                        .filter(each -> !doubts.containsKey(each.shard().id()))
                        .map(Traffic::of)
                        .toList();
        var bottlenecks = new Bottlenecks(known, policy);
        List<Finding> findings =
                new ArrayList<>(new ClientFaults(known, figures.group().mode()).found());
        findings.addAll(bottlenecks.ofNodes());
        // What compares a shard with the others needs all of them.
        if (doubts.isEmpty()) {
            bottlenecks.memory().ifPresent(findings::add);
            new Processors(known, policy).found().ifPresent(findings::add);
        } else {
            findings.add(unknown(doubts));
        }
        findings.sort(Comparator.comparing(Finding::kind));
        return new Diagnosis(
                findings, critical, doubts.isEmpty() ? known : List.of(), rising(shards, policy));
    }

    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }

    /// Whether a load has come within minutes, and nothing else is found.
    public boolean hasJustRisen() {
        return !rising.isEmpty() && first().filter(each -> !each.kind().isOfMinutes()).isEmpty();
    }

    /// For people, of a load that has come within minutes.
    public String risingInWords() {
        return "%s %s over the limit in the newest minutes, and not yet in the mean of a quarter of an hour: whether it lasts is seen soon."
                .formatted(Listing.of(rising), rising.size() == 1 ? "was" : "were");
    }

    private static List<String> rising(List<ShardFigures> shards, Policy policy) {
        return shards.stream()
                .flatMap(Traffic::nodes)
                .filter(
                        each ->
                                isOver(each.load(), policy.cpuPercent())
                                        || isOver(each.of(Metric.MEMORY), policy.memoryPercent()))
                .map(each -> each.member().id())
                .toList();
    }

    static boolean isOver(Series series, int percent) {
        return series.lately(Limits.SPIKE_MINUTES, each -> each >= percent)
                >= Limits.RISING_MINUTES;
    }

    private static ShardFigures sorted(ShardFigures shard) {
        return new ShardFigures(
                shard.shard(),
                shard.primary(),
                shard.replicas().stream()
                        .sorted(Comparator.comparing(each -> each.member().id()))
                        .toList());
    }

    /// In words, by shard.
    private static Map<String, String> doubts(GroupFigures figures, List<ShardFigures> shards) {
        Map<String, String> doubts = new TreeMap<>();
        figures.group().shards().stream()
                .map(Shard::id)
                .filter(id -> shards.stream().noneMatch(each -> each.shard().id().equals(id)))
                .forEach(id -> doubts.put(id, "there are no figures of shard " + id));
        shards.forEach(
                each ->
                        Doubts.about(each)
                                .ifPresent(doubt -> doubts.put(each.shard().id(), doubt)));
        return doubts;
    }

    private static Finding unsettled(GroupFigures figures) {
        return new Finding(
                Finding.Kind.UNKNOWN,
                List.of(),
                "%s or one of its nodes is being changed, so its figures say little."
                        .formatted(figures.group().id()),
                "Wait until the group and each of its nodes are available. The figures tell again a"
                        + " quarter of an hour later.");
    }

    private static Finding unknown(Map<String, String> doubts) {
        return new Finding(
                Finding.Kind.UNKNOWN,
                List.copyOf(doubts.keySet()),
                "The figures of the last quarter of an hour do not tell enough: %s."
                        .formatted(Listing.of(List.copyOf(doubts.values()))),
                "Look at the group's nodes in the console, and at their graphs. A node that was"
                        + " made, replaced or promoted lately has figures again after a quarter of"
                        + " an hour.");
    }

    /// By what is known, whatever is not: a node that is at its end does not wait for the others'
    /// figures.
    private static boolean isCritical(List<ShardFigures> shards) {
        return shards.stream().flatMap(Traffic::nodes).anyMatch(Diagnosis::isCritical);
    }

    private static boolean isCritical(NodeFigures node) {
        return node.load().minutes(load -> load >= Limits.CRITICAL_CPU) >= Limits.CRITICAL_MINUTES
                || node.mean(Metric.MEMORY)
                        .filter(full -> full >= Limits.CRITICAL_MEMORY)
                        .isPresent();
    }
}
