package headroom.redshift.plan;

import headroom.redshift.Policy;
import headroom.redshift.Policy.Growth;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Facts.Size;
import headroom.report.Evidence.Rejected;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses the size: larger than the present one, permitted, and not above the ceiling.
///
/// An elastic resize if one makes room at all, and a classic one only if none does and the policy
/// allows it.
record Sizing(Facts facts, Policy policy) {
    private static final String MAKE_ROOM = "make room: drop or unload old tables.";

    sealed interface Outcome {
        List<Rejected> rejected();
    }

    /// @param remarks in how far it is not what was wished for
    record Chosen(Size size, ResizeMethod method, List<String> remarks, List<Rejected> rejected)
            implements Outcome {}

    /// @param about why there is none, in few words
    record None(String about, String sentence, String wayOut, List<Rejected> rejected)
            implements Outcome {}

    Outcome outcome() {
        int present = facts.cluster().nodes();
        List<Size> growth =
                facts.sizes().stream()
                        .filter(each -> each.nodes() > present)
                        .map(facts::estimated)
                        .sorted(Comparator.comparingInt(Size::nodes))
                        .toList();
        return best(growth)
                .<Outcome>map(best -> elastic(best, growth))
                .or(() -> aboveTwice(growth))
                .or(() -> atCeiling(growth))
                .orElseGet(this::classic);
    }

    private Chosen elastic(Size best, List<Size> growth) {
        List<Rejected> rejected =
                rejected(growth.stream().filter(each -> each.nodes() != best.nodes()), best);
        rejected.add(new Rejected("a classic resize", "an elastic one takes minutes"));
        List<String> remarks = remarks(best);
        reach().lastStep(best.nodes()).ifPresent(remarks::add);
        return new Chosen(best, ResizeMethod.ELASTIC, remarks, rejected);
    }

    /// Sizes with the same reason stand together.
    private List<Rejected> rejected(Stream<Size> sizes, @Nullable Size best) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        sizes.forEach(
                each ->
                        byReason.computeIfAbsent(whyNot(each, best), _ -> new ArrayList<>())
                                .add(each.inWords()));
        List<Rejected> rejected = new ArrayList<>();
        byReason.forEach(
                (reason, names) ->
                        rejected.add(new Rejected(String.join(", ", names) + " nodes", reason)));
        return rejected;
    }

    /// Whether the kind of growth reaches so far at all.
    private boolean isWished(Size size) {
        return switch (policy.growth()) {
            case DOUBLE -> size.nodes() <= 2 * facts.cluster().nodes();
            case FIT -> true;
        };
    }

    /// Empty if none of the sizes makes room below the ceiling.
    ///
    /// @param growth ordered by size
    private Optional<Size> best(List<Size> growth) {
        List<Size> open =
                growth.stream()
                        .filter(each -> each.nodes() <= policy.maxNodes() && isWished(each))
                        .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return switch (policy.growth()) {
            case DOUBLE -> Optional.of(open.getLast());
            case FIT ->
                    open.stream()
                            .filter(this::fits)
                            .findFirst()
                            .or(() -> open.stream().filter(Sizing::isUnknown).findFirst())
                            .or(() -> Optional.of(open.getLast()));
        };
    }

    private boolean fits(Size size) {
        Double expected = size.expectedDiskPercent();
        return expected != null && expected <= policy.targetPercent();
    }

    /// Where nobody knows how full the disks would be, the least of those steps is the one that
    /// cannot be too large.
    private static boolean isUnknown(Size size) {
        return size.expectedDiskPercent() == null;
    }

    private String whyNot(Size size, @Nullable Size best) {
        if (size.nodes() <= facts.cluster().nodes()) {
            return "no growth";
        }
        if (size.nodes() > policy.maxNodes()) {
            return "above the ceiling, maxNodes = " + policy.maxNodes();
        }
        if (!isWished(size)) {
            return "more than twice the present nodes";
        }
        if (best == null || size.nodes() > best.nodes()) {
            return "more than is needed";
        }
        return policy.growth() == Growth.DOUBLE
                ? "a larger step is permitted"
                : "expected disk use is above the target of " + policy.targetPercent() + " %";
    }

    private List<String> remarks(Size best) {
        int twice = 2 * facts.cluster().nodes();
        List<String> remarks = new ArrayList<>();
        switch (policy.growth()) {
            case DOUBLE -> {
                if (best.nodes() < twice) {
                    remarks.add(
                            "Wished for were %d nodes; %d is the largest step that is permitted and not above the ceiling of %d."
                                    .formatted(twice, best.nodes(), policy.maxNodes()));
                }
            }
            case FIT -> {
                if (!fits(best)) {
                    remarks.add(unfit(best));
                }
            }
        }
        notEnough(best, policy).ifPresent(remarks::add);
        return remarks;
    }

    /// Said of a size that the alarm would stand after; empty if it is large enough, or that is not
    /// known.
    static Optional<String> notEnough(Size size, Policy policy) {
        Double expected = size.expectedDiskPercent();
        return expected != null && expected >= policy.alarmPercent()
                ? Optional.of(
                        "That is not enough room: the alarm at %d %% will stand, and ask for the next step."
                                .formatted(policy.alarmPercent()))
                : Optional.empty();
    }

    private String unfit(Size best) {
        return isUnknown(best)
                ? "How full the disks will be is not known, so this is the least step."
                : "No permitted size up to the ceiling of %d reaches the target of %d %%; this one is the largest."
                        .formatted(policy.maxNodes(), policy.targetPercent());
    }

    /// Empty unless there is a step below the ceiling that is only too large to double. Minutes of
    /// an elastic resize are nearer to what was wished for than hours of a classic one.
    private Optional<Outcome> aboveTwice(List<Size> growth) {
        return growth.stream()
                .filter(each -> each.nodes() <= policy.maxNodes())
                .findFirst()
                .map(
                        each ->
                                new None(
                                        "no step up to twice",
                                        "The cluster has %s, and the least step that Redshift permits is to %d nodes, more than twice as many."
                                                .formatted(facts.present(), each.nodes()),
                                        "Set growth to fit, which may take that step, and deploy"
                                                + " again; or "
                                                + MAKE_ROOM,
                                        rejected(growth.stream(), null)));
    }

    /// Empty if something else than the ceiling is in the way. Where an elastic step lies above it,
    /// a person should weigh raising it against hours of a classic resize.
    private Optional<Outcome> atCeiling(List<Size> growth) {
        boolean permitted = growth.stream().anyMatch(this::isWished);
        if (!permitted && facts.cluster().nodes() < policy.maxNodes()) {
            return Optional.empty();
        }
        return Optional.of(
                new None(
                        "the ceiling",
                        "The ceiling is reached: the cluster has %s, the next %s is above the setting maxNodes = %d."
                                .formatted(
                                        facts.present(),
                                        permitted ? "permitted size" : "size",
                                        policy.maxNodes()),
                        "Raise maxNodes and deploy again, or " + MAKE_ROOM,
                        rejected(growth.stream(), null)));
    }

    private Outcome classic() {
        List<Rejected> rejected = rejected(facts.sizes().stream(), null);
        List<Size> growth =
                ClassicSizes.of(facts.cluster().nodeType())
                        .filter(each -> each > facts.cluster().nodes())
                        .mapToObj(each -> facts.estimated(new Size(each, null)))
                        .toList();
        Optional<Size> best = best(growth);
        if (best.isEmpty()) {
            return new None(
                    "no size",
                    "%s For a classic resize of %s, no larger size is known."
                            .formatted(reach().noStep(), facts.cluster().nodeType()),
                    "Resize to another node type by hand, or " + MAKE_ROOM,
                    rejected);
        }
        return policy.classic().isPresent()
                ? classic(best.get(), rejected)
                : new None(
                        "no elastic resize",
                        reach().noStep() + " " + reach().remains(facts.cluster().nodes()),
                        "Set classicHours to the hours for which replication may stand still, and"
                                + " deploy again; or "
                                + MAKE_ROOM,
                        rejected);
    }

    private Chosen classic(Size best, List<Rejected> elastic) {
        List<Rejected> rejected = new ArrayList<>(elastic);
        rejected.add(new Rejected("an elastic resize", "none makes room here"));
        List<String> remarks = new ArrayList<>(List.of(reach().noStep()));
        remarks.addAll(remarks(best));
        return new Chosen(best, ResizeMethod.CLASSIC, remarks, rejected);
    }

    private Reach reach() {
        return new Reach(facts, policy);
    }
}
