package headroom.redshift.drill;

import headroom.redshift.Policy;
import headroom.redshift.plan.Drilled;
import headroom.redshift.plan.NextResize;
import headroom.report.Evidence;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Whether there is a drill, and what of: a pure function of values.
///
/// @param held whether a run holds the cluster's lease, or has left something on its record
/// @param inPlace what bears the copy's name already, for people
/// @param multiAz whether the cluster runs in two Availability Zones
/// @param snapshot the newest that fits, by its name
/// @param measures of earlier drills
record DrillDecision(
        Policy policy,
        boolean held,
        Optional<String> inPlace,
        boolean multiAz,
        NextResize next,
        Optional<String> snapshot,
        List<Drilled> measures,
        Instant now) {
    /// A measure so new has nothing to add to it.
    static final Duration FRESH = Duration.ofDays(7);

    /// Redshift restores a cluster within that, as a rule: its data follows while it works, and is
    /// waited for.
    private static final Duration RESTORE = Duration.ofHours(1);

    /// An elastic resize with its background work, at its usual worst.
    private static final Duration ELASTIC = Duration.ofMinutes(45);

    /// The copy is given up so long before it has used up what it may: to be gone by then.
    static final Duration DELETION = Duration.ofMinutes(15);

    /// Whatever may be paid for: the execution ends after three weeks, and has to delete the copy
    /// before.
    static final Duration LONGEST = Duration.ofDays(15);

    DrillPlan plan() {
        if (policy.drillMaxNodeHours().isEmpty()) {
            return refused(
                    "no ceiling",
                    "No drill may cost anything: the setting drillMaxNodeHours is not written.",
                    "Set drillMaxNodeHours to the node hours that a drill may use, and deploy"
                            + " again.");
        }
        return Stream.<Supplier<Optional<DrillPlan>>>of(
                        this::aRun,
                        this::aClusterOfThatName,
                        this::aClusterInTwoZones,
                        this::notNow,
                        this::nothingToResize,
                        this::nothingToLearn,
                        this::nothingToRestore)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> priced(policy.drillMaxNodeHours().get()));
    }

    private Optional<DrillPlan> aRun() {
        return held
                ? passing(
                        "a run",
                        "A run holds the cluster's lease, or has left tasks on its record. A drill"
                                + " does not begin beside it.",
                        "Ask again when the run has reported.")
                : Optional.empty();
    }

    private Optional<DrillPlan> aClusterOfThatName() {
        return inPlace.map(
                each ->
                        refused(
                                "a cluster of that name",
                                "There is a cluster already that bears the copy's name: %s."
                                        .formatted(each),
                                "See whose it is (docs/drill.md#looking-for-copies-by-hand), and"
                                        + " delete it if nobody needs it."));
    }

    private Optional<DrillPlan> aClusterInTwoZones() {
        return multiAz
                ? Optional.of(
                        refused(
                                "Multi-AZ",
                                "The cluster runs in two Availability Zones, with as many nodes in"
                                        + " each. Whether its copy would is not known, and so"
                                        + " neither what a drill costs nor what it measures.",
                                "Take drillMaxNodeHours out of the settings, and deploy again."))
                : Optional.empty();
    }

    private Optional<DrillPlan> notNow() {
        return next.cluster().canBeChanged()
                ? Optional.empty()
                : passing(
                        "the cluster's status",
                        "Redshift does not say now to which sizes the cluster can be resized: %s."
                                .formatted(next.cluster().sentence()),
                        "Ask again when it is available.");
    }

    private Optional<DrillPlan> nothingToResize() {
        return Optional.ofNullable(next.whyNot())
                .map(
                        each ->
                                refused(
                                        "no size",
                                        "The cluster would be resized to no other size: " + each,
                                        "A drill has nothing to measure before that changes."));
    }

    private Optional<DrillPlan> nothingToLearn() {
        return fitting()
                .filter(each -> now.isBefore(each.at().plus(FRESH)))
                .map(
                        each ->
                                refused(
                                        "a fresh measure",
                                        "There is nothing to learn: %s.".formatted(each.sentence()),
                                        "Ask again when %s have passed since then."
                                                .formatted(new Span(FRESH))));
    }

    private Optional<DrillPlan> nothingToRestore() {
        return snapshot.isPresent()
                ? Optional.empty()
                : Optional.of(
                        refused(
                                "no snapshot",
                                "There is nothing to restore from: no snapshot of the last %s is available that has the cluster's present nodes and key."
                                        .formatted(new Span(Source.OLDEST_SNAPSHOT)),
                                "Take one in the Redshift console, and ask again."));
    }

    private DrillPlan priced(int ceiling) {
        int nodes = nodes();
        Duration expected = RESTORE.plus(resize()).plus(DELETION);
        int nodeHours = (int) Math.ceilDiv(nodes * expected.toMinutes(), 60);
        if (nodeHours > ceiling) {
            return new DrillPlan.Refused(
                    "the ceiling",
                    false,
                    "A drill would use about %d node hours (%d nodes for %s), more than the setting drillMaxNodeHours = %d."
                            .formatted(nodeHours, nodes, new Span(expected), ceiling),
                    "Raise drillMaxNodeHours and deploy again, if the answer is worth that.",
                    evidence());
        }
        Duration paidFor = Duration.ofMinutes(60L * ceiling / nodes);
        Duration expiry = paidFor.compareTo(LONGEST) < 0 ? paidFor : LONGEST;
        return new DrillPlan.Drill(
                snapshot.orElseThrow(),
                next.cluster().nodes(),
                next.to(),
                next.cluster().nodeType(),
                next.method(),
                next.megabytes(),
                nodes,
                nodeHours,
                seconds(expiry.minus(DELETION)),
                seconds(expiry),
                "Restore a copy from %s, resize it from %d to %d x %s (%s), and delete it: about %d node hours, and %d at the most."
                        .formatted(
                                snapshot.get(),
                                next.cluster().nodes(),
                                next.to(),
                                next.cluster().nodeType(),
                                method(),
                                nodeHours,
                                ceiling),
                evidence());
    }

    private String method() {
        return switch (next.method()) {
            case ELASTIC -> "an elastic resize";
            case CLASSIC -> "a classic resize";
        };
    }

    /// A classic resize has both clusters for a while. The dearest moment stands for all of them.
    private int nodes() {
        return switch (next.method()) {
            case ELASTIC -> Math.max(next.cluster().nodes(), next.to());
            case CLASSIC -> next.cluster().nodes() + next.to();
        };
    }

    private Duration resize() {
        return fitting()
                .map(each -> each.expected(next.cluster().nodes(), next.megabytes()))
                .orElseGet(
                        () ->
                                switch (next.method()) {
                                    case ELASTIC -> ELASTIC;
                                    // Without hours for a classic resize there is none.
                                    case CLASSIC -> policy.classic().orElse(Duration.ZERO);
                                });
    }

    private Optional<Drilled> fitting() {
        return Drilled.newest(
                measures,
                next.cluster().nodeType(),
                next.cluster().nodes(),
                next.method(),
                next.megabytes(),
                now);
    }

    private static int seconds(Duration length) {
        return (int) Math.min(Integer.MAX_VALUE, length.toSeconds());
    }

    private Optional<DrillPlan> passing(String about, String sentence, String wayOut) {
        return Optional.of(new DrillPlan.Refused(about, true, sentence, wayOut, evidence()));
    }

    private DrillPlan refused(String about, String sentence, String wayOut) {
        return new DrillPlan.Refused(about, false, sentence, wayOut, evidence());
    }

    private Evidence evidence() {
        List<String> seen = new ArrayList<>();
        seen.add("Cluster: %s.".formatted(next.cluster().sentence()));
        seen.add("Snapshot: %s.".formatted(snapshot.orElse("none that fits")));
        seen.add(
                "Measured before: %s."
                        .formatted(fitting().map(Drilled::sentence).orElse("nothing that fits")));
        return new Evidence(seen, List.of());
    }
}
