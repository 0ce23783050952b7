package headroom.redshift.plan;

import headroom.redshift.Policy;
import headroom.redshift.plan.Facts.Size;

import java.util.Optional;
import java.util.stream.Collectors;

/// How far the cluster can grow, for people.
///
/// Redshift counts elastic growth from the size that a cluster was created with, or that its last
/// classic resize gave it: up to twice that for small node types, and up to four times for large
/// ones. The sizes that it permits now follow from that already, so the largest of them is the last
/// elastic step, and no list of node types is needed to know it.
record Reach(Facts facts, Policy policy) {
    private static final String COUNTS =
            "counts elastic growth from the size that a cluster was created with, or that its last"
                    + " classic resize gave it.";

    /// Said of an elastic size after which there is none. Empty where the ceiling is reached with
    /// it, which is what ends growth then.
    Optional<String> lastStep(int nodes) {
        return isBeyondElastic(nodes + 1) && nodes < policy.maxNodes()
                ? Optional.of(
                        "This is the last elastic step, as Redshift permits no more than %d nodes: it %s %s"
                                .formatted(nodes, COUNTS, remains(nodes)))
                : Optional.empty();
    }

    /// Why there is no elastic step to more nodes.
    String noStep() {
        return isSingle()
                ? "A single-node cluster cannot be resized elastically."
                : "No elastic resize makes room: the cluster has %s, and Redshift permits %s. It %s"
                        .formatted(facts.present(), permitted(), COUNTS);
    }

    /// Why there is no elastic resize to a size that a person asked for.
    String notOffered(int nodes) {
        return "Redshift offers no elastic resize to it"
                + (isBeyondElastic(nodes) && !isSingle() ? ": it " + COUNTS : ".");
    }

    /// By what a cluster of so many nodes can still grow.
    String remains(int nodes) {
        int most = ClassicSizes.most(facts.cluster().nodeType());
        return most <= nodes
                ? "What remains is another node type, by hand."
                : "What remains is a classic resize to no more than %s, %s, or another node type, by hand."
                        .formatted(
                                most <= policy.maxNodes()
                                        ? most + " nodes"
                                        : policy.maxNodes() + " nodes (maxNodes)",
                                policy.classic()
                                        .map(each -> "for about %d h".formatted(each.toHours()))
                                        .orElse("which the settings do not allow"));
    }

    private boolean isBeyondElastic(int nodes) {
        return facts.sizes().stream().noneMatch(each -> each.nodes() >= nodes);
    }

    private boolean isSingle() {
        return facts.cluster().nodes() == 1;
    }

    private String permitted() {
        return facts.sizes().isEmpty()
                ? "no other size"
                : facts.sizes().stream()
                        .map(Size::nodes)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }
}
