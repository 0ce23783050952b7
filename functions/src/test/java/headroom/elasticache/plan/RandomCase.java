package headroom.elasticache.plan;

import headroom.cases.Choices;
import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.NodeType;
import headroom.elasticache.group.Shard;
import headroom.run.Cause;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A situation that chance has made, what was decided, and what a test knows of it by itself.
record RandomCase(
        Choices choices, Situation situation, Facts facts, Diagnosis diagnosis, Plan plan) {
    private static final Set<String> OF_ONE_PROCESSOR = Set.of("cache.t2.small");

    static RandomCase of(Choices choices) {
        return of(choices, RandomSituation.of(choices));
    }

    private static RandomCase of(Choices choices, Situation situation) {
        return new RandomCase(
                choices, situation, situation.facts(), situation.diagnosis(), situation.plan());
    }

    /// The simplest case that still shows what this one shows.
    RandomCase smallest(Predicate<RandomCase> shows) {
        return of(choices.smallest(each -> shows.test(of(each))));
    }

    /// The same with each processor a tenth busier; empty if something else is found then, or it is
    /// only then critical.
    Optional<RandomCase> busier() {
        List<String> cpu =
                diagnosis.traffic().stream()
                        .map(each -> Double.toString(Math.round(each.load() * 110) / 100.0))
                        .toList();
        RandomCase busier =
                of(
                        choices,
                        Situation.with(situation.toString())
                                .but("cpu", String.join(" ", cpu))
                                .but("replicaReads", situation.replicaReadsTimes(1.1)));
        return Optional.of(busier)
                .filter(each -> each.answeredKind().equals(answeredKind()))
                .filter(each -> each.diagnosis.critical() == diagnosis.critical());
    }

    boolean isCalmEnoughToMoveSlots() {
        double most = OF_ONE_PROCESSOR.contains(group().nodeType()) ? 50 : 80;
        return diagnosis.traffic().stream().allMatch(each -> each.load() < most);
    }

    private Optional<Finding.Kind> answeredKind() {
        return findings().map(Finding::kind).findFirst();
    }

    private Finding answered() {
        return findings().findFirst().orElseThrow();
    }

    /// Those that a step answers. A large key alone is none of them, unless nothing may wait.
    private Stream<Finding> findings() {
        return diagnosis.findings().stream()
                .filter(each -> Options.mayCure(each.kind()))
                .filter(each -> each.kind() != Finding.Kind.BIG_KEY || diagnosis.critical());
    }

    /// Which part of what is short a step leaves on the busiest node.
    double relief(Change change) {
        var capacity = new Capacity(diagnosis.traffic());
        Dimension dimension = Target.of(answered(), policy()).dimension();
        return worst(capacity.after(change), dimension) / worst(capacity.now(), dimension);
    }

    private static double worst(Map<String, Loads> loads, Dimension dimension) {
        return loads.values().stream()
                .flatMap(each -> each.find(dimension).stream())
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }

    boolean isBelowAlarm(Plan.Scale act) {
        double most =
                switch (Target.of(answered(), policy()).dimension()) {
                    case PROCESSOR -> policy().cpuPercent();
                    case MEMORY -> policy().memoryPercent();
                    case NETWORK -> 80;
                    case CONNECTIONS -> 45_500;
                };
        return worst(
                        new Capacity(diagnosis.traffic()).after(act.change()),
                        Target.of(answered(), policy()).dimension())
                < most;
    }

    boolean networkIsKnown() {
        return diagnosis.traffic().stream()
                .allMatch(each -> Loads.of(each).find(Dimension.NETWORK).isPresent());
    }

    /// A step that is taken, or proposed.
    Optional<Plan.Scale> act() {
        return switch (plan) {
            case Plan.Scale scale -> Optional.of(scale);
            case Plan.Ask ask -> Optional.of(ask.proposal());
            case Plan.Deferred deferred -> Optional.of(deferred.proposal());
            case Plan.Tell _,
                    Plan.NotNeeded _,
                    Plan.Migrating _,
                    Plan.Refused _,
                    Plan.NotYet _,
                    Plan.CountAddresses _ ->
                    Optional.empty();
        };
    }

    Policy policy() {
        return situation.policy();
    }

    Cause cause() {
        return situation.cause();
    }

    Group group() {
        return facts.figures().group();
    }

    Optional<Wish> wish() {
        return situation.wish();
    }

    boolean isWished() {
        return wish().isPresent();
    }

    boolean isBegun() {
        return situation.isBegun();
    }

    boolean isWindowOpen() {
        return policy().window().filter(each -> !each.isOpenAt(facts.seenAt())).isEmpty();
    }

    int replicas(String shard) {
        return group().shard(shard).map(Shard::replicas).orElseThrow();
    }

    /// By the names alone.
    boolean isUpToLargest(String type) {
        NodeType largest = NodeType.parse(policy().largestNodeType().orElseThrow()).orElseThrow();
        NodeType chosen = NodeType.parse(type).orElseThrow();
        return chosen.family().equals(largest.family())
                && chosen.part().orElseThrow() <= largest.part().orElseThrow();
    }

    @Override
    public String toString() {
        return situation.toString();
    }
}
