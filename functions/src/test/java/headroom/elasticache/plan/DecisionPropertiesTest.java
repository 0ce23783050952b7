package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import headroom.cases.Choices;
import headroom.elasticache.Policy.Mode;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What holds of every decision, over cases that chance has made.
final class DecisionPropertiesTest {
    private static final int CASES = 10_000;

    private static List<RandomCase> all = List.of();

    @BeforeAll
    static void make() {
        all =
                LongStream.range(0, CASES)
                        .mapToObj(each -> RandomCase.of(Choices.random(each)))
                        .toList();
    }

    @Test
    void nothingIsMadeSmaller() {
        everyAct(
                (each, act) ->
                        switch (act.change()) {
                            case Change.AddReplicas it ->
                                    it.to() > each.replicas(it.shard()) && it.from() < it.to();
                            case Change.AddReplicasToAll it ->
                                    each.group().shards().stream()
                                                    .allMatch(one -> it.to() >= one.replicas())
                                            && each.group().shards().stream()
                                                    .anyMatch(one -> it.to() > one.replicas());
                            case Change.AddShards it ->
                                    it.from() == each.group().shards().size()
                                            && it.to() > it.from();
                            case Change.Rebalance it -> it.shards() == each.group().shards().size();
                            case Change.SwitchMode it -> it.from() == each.group().mode();
                            case Change.ChangeNodeType it ->
                                    it.from().equals(each.group().nodeType())
                                            && Ladder.memoryTimes(it.from(), it.to()).orElse(0.0)
                                                    > 1;
                        });
    }

    @Test
    void nothingGoesAboveACeiling() {
        everyAct(
                (each, act) ->
                        switch (act.change()) {
                            case Change.AddReplicas it ->
                                    it.to() <= each.policy().maxReplicasPerShard() && it.to() <= 5;
                            case Change.AddReplicasToAll it ->
                                    it.to() <= each.policy().maxReplicasPerShard() && it.to() <= 5;
                            case Change.AddShards it ->
                                    it.to() <= each.policy().maxShards()
                                            && it.to() - it.from() <= each.policy().maxStep();
                            case Change.Rebalance _ -> true;
                            case Change.SwitchMode _ -> each.policy().migrates();
                            case Change.ChangeNodeType it ->
                                    each.facts().allowedTypes().contains(it.to())
                                            && each.isUpToLargest(it.to());
                        });
    }

    @Test
    void nothingGoesAboveWhatTheAccountHas() {
        everyAct(
                (each, act) ->
                        each.facts().freeAddresses().filter(free -> free < act.newNodes()).isEmpty()
                                && (act.change() instanceof Change.ChangeNodeType
                                        || act.newNodes() == 0
                                        || each.facts()
                                                .nodeQuota()
                                                .filter(
                                                        most ->
                                                                each.group().nodes()
                                                                                + act.newNodes()
                                                                        > most)
                                                .isEmpty()));
    }

    @Test
    void aMissingFigureNeverScales() {
        everyAct(
                (each, _) ->
                        !each.diagnosis().traffic().isEmpty()
                                && each.group().isSettled()
                                && each.diagnosis().findings().stream()
                                        .noneMatch(one -> one.kind() == Finding.Kind.UNKNOWN));
    }

    @Test
    void aNetworkThatIsNotKnownIsNoReason() {
        everyAct(
                (each, act) ->
                        each.isWished()
                                || !act.sentence().contains("The network is the limit")
                                || each.networkIsKnown());
    }

    @Test
    void nobodyElsesGroupIsScaled() {
        everyAct(
                (each, _) ->
                        each.facts().otherScaling().isEmpty()
                                && each.group().globalDatastore().isEmpty()
                                && each.facts().updates().isEmpty()
                                && each.facts().backupsUnderWay().isEmpty()
                                && (each.group().mode() == ClusterMode.ENABLED
                                        || each.group().mode() == ClusterMode.DISABLED));
    }

    @Test
    void withClusterModeDisabledThereIsOneShard() {
        everyAct(
                (each, act) ->
                        each.group().mode() == ClusterMode.ENABLED
                                || !(act.change() instanceof Change.AddShards
                                        || act.change() instanceof Change.Rebalance));
    }

    @Test
    void clientFaultsHoldScalingBack() {
        everyAct(
                (each, act) ->
                        each.isWished()
                                || each.diagnosis().findings().stream()
                                        .noneMatch(one -> one.kind().isOfClients())
                                || (each.diagnosis().critical()
                                        && each.policy().scalesDespiteClientFaults()
                                        && act.remarks().stream()
                                                .anyMatch(
                                                        one ->
                                                                one.contains(
                                                                        "clients are at fault"))));
    }

    @Test
    void aStepLeavesTheAlarmOrSaysWhyNot() {
        everyAct(
                (each, act) ->
                        each.isWished()
                                || act.basis().orElseThrow().options().stream()
                                        .filter(
                                                one ->
                                                        one.change()
                                                                .equals(Optional.of(act.change())))
                                        .allMatch(
                                                one ->
                                                        (one.enough() && each.isBelowAlarm(act))
                                                                || (!one.why().isBlank()
                                                                        && act.sentence()
                                                                                .contains(
                                                                                        one
                                                                                                .why()))));
    }

    @Test
    void everyOptionThatWasNotTakenSaysWhy() {
        everyAct(
                (_, act) ->
                        act.basis().orElseThrow().options().stream()
                                .filter(one -> !one.change().equals(Optional.of(act.change())))
                                .noneMatch(one -> one.why().isBlank()));
    }

    @Test
    void preconditionsHold() {
        every(
                Plan.Scale.class,
                (each, act) -> {
                    boolean moves =
                            act.change() instanceof Change.AddShards
                                    || act.change() instanceof Change.Rebalance;
                    boolean calm = each.isCalmEnoughToMoveSlots();
                    boolean lacksReplica =
                            each.group().shards().stream().anyMatch(one -> one.replicas() == 0);
                    boolean failsOver = each.group().failsOver() && !lacksReplica;
                    boolean roomForBackup =
                            each.isBegun()
                                    || !act.backup()
                                    || each.diagnosis().traffic().stream()
                                            .allMatch(one -> one.memory() < 85);
                    return (!moves || calm)
                            && roomForBackup
                            && (!(act.change() instanceof Change.ChangeNodeType) || failsOver);
                });
    }

    @Test
    void onlyWhoMayActActs() {
        every(
                Plan.Scale.class,
                (each, act) ->
                        !each.cause().isAutomatic()
                                || each.isBegun()
                                || (each.policy().mode() != Mode.OBSERVE
                                        && (act.critical()
                                                || (each.policy().mode() == Mode.AUTO
                                                        && each.isWindowOpen()))));
    }

    @Test
    void aWishIsCarriedOutAsItIsOrNotAtAll() {
        everyAct(
                (each, act) ->
                        each.wish()
                                .map(
                                        wish ->
                                                switch (wish) {
                                                    case Wish.Replicas it ->
                                                            act.change()
                                                                    .equals(
                                                                            new Change.AddReplicas(
                                                                                    it.shard(),
                                                                                    each.replicas(
                                                                                            it
                                                                                                    .shard()),
                                                                                    it.to()));
                                                    case Wish.Shards it ->
                                                            act.change()
                                                                    .equals(
                                                                            new Change.AddShards(
                                                                                    each.group()
                                                                                            .shards()
                                                                                            .size(),
                                                                                    it.to()));
                                                    case Wish.Rebalance _ ->
                                                            act.change()
                                                                    instanceof Change.Rebalance;
                                                    case Wish.Migrate _ ->
                                                            act.change()
                                                                    instanceof Change.SwitchMode;
                                                    case Wish.NodeType it ->
                                                            act.change()
                                                                            instanceof
                                                                            Change.ChangeNodeType
                                                                                    typed
                                                                    && typed.to().equals(it.to());
                                                })
                                .orElse(true));
    }

    /// Of the same group, with all processors a tenth busier.
    @Test
    void aLargerLoadGetsNoSmallerStep() {
        long compared = 0;
        for (RandomCase each : all) {
            if (!each.isWished() && each.plan() instanceof Plan.Scale smaller) {
                Optional<RandomCase> busier = each.busier();
                if (busier.isPresent() && busier.get().plan() instanceof Plan.Scale larger) {
                    compared++;
                    assertTrue(
                            each.relief(larger.change()) <= each.relief(smaller.change()) + 1e-9,
                            () -> each + ": " + smaller.change() + ", then " + larger.change());
                }
            }
        }
        long number = compared;
        assertTrue(number >= 100, () -> "Compared are only " + number);
    }

    @Test
    void everyRefusalHasAWayOut() {
        every(
                Plan.Refused.class,
                (_, refused) -> !refused.wayOut().isBlank() && !refused.about().isBlank());
    }

    @Test
    void noSentenceHasAHole() {
        always(
                each ->
                        Stream.concat(
                                        Stream.of(each.plan().sentence()),
                                        each.plan().basis().stream()
                                                .flatMap(
                                                        one ->
                                                                Stream.concat(
                                                                        one
                                                                                .evidence()
                                                                                .seen()
                                                                                .stream(),
                                                                        one.options().stream()
                                                                                .map(
                                                                                        Option
                                                                                                ::toString))))
                                .noneMatch(
                                        line ->
                                                line.isBlank()
                                                        || line.contains("null")
                                                        || line.contains("NaN")
                                                        || line.contains("Infinity")));
    }

    @Test
    void waitsAreBounded() {
        every(
                Plan.NotYet.class,
                (each, notYet) ->
                        notYet.waitSeconds() > 0
                                && each.situation().answer().startsWith("not yet: ")
                                && !each.situation().answer().contains("for ever"));
    }

    @Test
    void theSameFactsGiveTheSameAnswer() {
        always(each -> each.situation().plan().equals(each.plan()));
    }

    /// Where an answer hardly occurs, the claims above say hardly anything about it.
    @Test
    void everyAnswerOccurs() {
        Map<String, Predicate<Plan>> steps =
                Map.of(
                        "shards",
                        plan -> isStep(plan, Change.AddShards.class),
                        "replicas",
                        plan -> isStep(plan, Change.AddReplicas.class),
                        "replicas on all",
                        plan -> isStep(plan, Change.AddReplicasToAll.class),
                        "rebalance",
                        plan -> isStep(plan, Change.Rebalance.class),
                        "node type",
                        plan -> isStep(plan, Change.ChangeNodeType.class),
                        "not yet",
                        Plan.NotYet.class::isInstance,
                        "refused",
                        Plan.Refused.class::isInstance,
                        "ask",
                        Plan.Ask.class::isInstance,
                        "deferred",
                        Plan.Deferred.class::isInstance,
                        "tell",
                        Plan.Tell.class::isInstance);
        assertAll(
                steps.entrySet().stream()
                        .map(
                                each ->
                                        () -> {
                                            long found =
                                                    all.stream()
                                                            .map(RandomCase::plan)
                                                            .filter(each.getValue())
                                                            .count();
                                            assertTrue(
                                                    found >= 10,
                                                    () -> each.getKey() + ": " + found);
                                        }));
    }

    private static boolean isStep(Plan plan, Class<? extends Change> kind) {
        return plan instanceof Plan.Scale scale && kind.isInstance(scale.change());
    }

    private interface Claim<T> {
        boolean holds(RandomCase each, T plan);
    }

    /// Of what is done at once, and of what is proposed.
    private void everyAct(Claim<Plan.Scale> claim) {
        always(each -> each.act().filter(act -> !claim.holds(each, act)).isEmpty());
    }

    private <T extends Plan> void every(Class<T> kind, Claim<T> claim) {
        always(each -> !kind.isInstance(each.plan()) || claim.holds(each, kind.cast(each.plan())));
    }

    private void always(Predicate<RandomCase> property) {
        all.stream()
                .filter(property.negate())
                .findFirst()
                .ifPresent(
                        each ->
                                fail(
                                        "Untrue: %s gives %s"
                                                .formatted(
                                                        each.smallest(property.negate()),
                                                        each.smallest(property.negate()).plan())));
    }
}
