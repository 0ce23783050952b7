package headroom.redshift.plan;

import headroom.redshift.Policy;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Facts.Size;
import headroom.report.Evidence.Rejected;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The size that a person asked for, or why it cannot be: it is that size or none.
///
/// Elastic if Redshift offers it so, and classic only if the policy allows that.
///
/// @param nodes not the present size
record WishedSize(Facts facts, Policy policy, int nodes) {

    Sizing.Outcome outcome() {
        if (nodes < facts.cluster().nodes()) {
            return refused("Headroom never makes a cluster smaller. That is done by hand, by day.");
        }
        if (nodes > policy.maxNodes()) {
            return refused("That is above the setting maxNodes = %d.".formatted(policy.maxNodes()));
        }
        return facts.sizes().stream()
                .filter(each -> each.nodes() == nodes)
                .findFirst()
                .map(facts::estimated)
                .<Sizing.Outcome>map(each -> chosen(each, ResizeMethod.ELASTIC))
                .or(this::classic)
                .orElseGet(() -> refused(whyNot()));
    }

    private Optional<Sizing.Outcome> classic() {
        return policy.classic().isPresent() && isKnown()
                ? Optional.of(chosen(facts.estimated(new Size(nodes, null)), ResizeMethod.CLASSIC))
                : Optional.empty();
    }

    private boolean isKnown() {
        return ClassicSizes.of(facts.cluster().nodeType()).anyMatch(each -> each == nodes);
    }

    private String whyNot() {
        return reach().notOffered(nodes)
                + (policy.classic().isPresent()
                        ? " For a classic one of %s it is not known."
                                .formatted(facts.cluster().nodeType())
                        : " A classic one is not allowed by the settings.");
    }

    private Reach reach() {
        return new Reach(facts, policy);
    }

    private Sizing.Chosen chosen(Size size, ResizeMethod method) {
        List<Rejected> rejected = new ArrayList<>();
        String others = others();
        if (!others.isEmpty()) {
            rejected.add(new Rejected(others + " nodes", "not what was asked for"));
        }
        rejected.add(
                switch (method) {
                    case ELASTIC ->
                            new Rejected("a classic resize", "an elastic one takes minutes");
                    case CLASSIC ->
                            new Rejected("an elastic resize", "none to this size is offered");
                });
        List<String> remarks = new ArrayList<>();
        Sizing.notEnough(size, policy).ifPresent(remarks::add);
        switch (method) {
            case ELASTIC -> reach().lastStep(nodes).ifPresent(remarks::add);
            case CLASSIC -> remarks.add(reach().notOffered(nodes));
        }
        return new Sizing.Chosen(size, method, remarks, rejected);
    }

    private Sizing.None refused(String why) {
        return new Sizing.None(
                "a size of %d nodes".formatted(nodes),
                "Asked for were %d nodes, and the cluster has %d x %s. %s"
                        .formatted(nodes, facts.cluster().nodes(), facts.cluster().nodeType(), why),
                wayOut(),
                List.of());
    }

    private String wayOut() {
        String open = open();
        return open.isEmpty()
                ? "No larger size is permitted at present. Leave the number of nodes out, and the"
                        + " report says what is in the way."
                : "Permitted are %s nodes: ask for one of them, or leave the number out."
                        .formatted(open);
    }

    /// What could be asked for, for people; empty if there is nothing.
    private String open() {
        return facts.sizes().stream()
                .filter(each -> each.nodes() > facts.cluster().nodes())
                .filter(each -> each.nodes() <= policy.maxNodes())
                .map(each -> Integer.toString(each.nodes()))
                .collect(Collectors.joining(", "));
    }

    private String others() {
        return facts.sizes().stream()
                .filter(each -> each.nodes() != nodes)
                .map(facts::estimated)
                .map(Size::inWords)
                .collect(Collectors.joining(", "));
    }
}
