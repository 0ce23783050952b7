package headroom.elasticache.diagnosis;

import headroom.elasticache.Policy;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.text.Listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is wrong with a group: a pure function of its figures.
///
/// @param findings all that hold, the one that decides first; none if all is well
/// @param critical whether nothing may wait
/// @param traffic of each shard; empty where anything of it is unknown
public record Diagnosis(List<Finding> findings, boolean critical, List<Traffic> traffic) {
    public Diagnosis {
        findings = List.copyOf(findings);
        traffic = List.copyOf(traffic);
    }

    public static Diagnosis of(GroupFigures figures, Policy policy) {
        List<Traffic> shards =
                figures.shards().stream().map(Traffic::of).flatMap(Optional::stream).toList();
        Optional<Finding> unknown = unknown(figures, shards);
        if (unknown.isPresent()) {
            return new Diagnosis(List.of(unknown.get()), isCritical(figures), List.of());
        }
        List<Finding> findings = new ArrayList<>(new ClientFaults(shards).found());
        boolean isChurned =
                findings.stream().anyMatch(each -> each.kind() == Finding.Kind.CONNECTION_CHURN);
        findings.addAll(new Bottlenecks(shards, policy, isChurned).found());
        findings.sort(Comparator.comparing(Finding::kind));
        return new Diagnosis(findings, isCritical(figures), shards);
    }

    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }

    private static Optional<Finding> unknown(GroupFigures figures, List<Traffic> known) {
        if (!figures.group().isSettled()) {
            return Optional.of(
                    unknown(
                            List.of(),
                            "%s is not settled, so its figures say little."
                                    .formatted(figures.group().id())));
        }
        List<String> shards =
                figures.shards().stream()
                        .map(each -> each.shard().id())
                        .filter(id -> known.stream().noneMatch(each -> each.shard().equals(id)))
                        .toList();
        return shards.isEmpty() && !figures.shards().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        unknown(
                                shards,
                                "The figures of the last quarter of an hour do not tell enough of shard %s: there are fewer than ten minutes of them, they contradict each other, or no node is for certain its primary."
                                        .formatted(Listing.of(shards))));
    }

    private static Finding unknown(List<String> shards, String sentence) {
        return new Finding(
                Finding.Kind.UNKNOWN,
                shards,
                sentence,
                "Look at the group's nodes in the console, and at their graphs. Nodes that were"
                    + " made or replaced lately have figures again after a quarter of an hour.");
    }

    /// By what is known, whatever is not: a node that is at its end does not wait for the others'
    /// figures.
    private static boolean isCritical(GroupFigures figures) {
        return figures.shards().stream()
                .flatMap(Traffic::nodes)
                .anyMatch(
                        each ->
                                each.load().minutes(load -> load >= Limits.CRITICAL_CPU)
                                                >= Limits.CRITICAL_MINUTES
                                        || each.mean(Metric.MEMORY)
                                                .filter(full -> full >= Limits.CRITICAL_MEMORY)
                                                .isPresent());
    }
}
