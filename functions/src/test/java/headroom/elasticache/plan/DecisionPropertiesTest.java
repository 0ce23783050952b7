package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.Policy.Mode;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What holds of every decision, over cases that chance has made.
@Execution(ExecutionMode.CONCURRENT)
final class DecisionPropertiesTest {
    @Test
    void aMissingFigureNeverScales() {
        RandomCases.everyAct(
                (each, _) ->
                        !each.diagnosis().traffic().isEmpty()
                                && each.group().isSettled()
                                && each.diagnosis().findings().stream()
                                        .noneMatch(one -> one.kind() == Finding.Kind.UNKNOWN));
    }

    @Test
    void aNetworkThatIsNotKnownIsNoReason() {
        RandomCases.everyAct(
                (each, act) ->
                        each.isWished()
                                || !act.sentence().contains("The network is the limit")
                                || each.networkIsKnown());
    }

    @Test
    void nobodyElsesGroupIsScaled() {
        RandomCases.everyAct(
                (each, _) ->
                        each.facts().otherScaling().isEmpty()
                                && each.group().globalDatastore().isEmpty()
                                && !each.group().isTiered()
                                && each.facts().updates().isEmpty()
                                && each.facts().backupsUnderWay().isEmpty()
                                && (each.group().mode() == ClusterMode.ENABLED
                                        || each.group().mode() == ClusterMode.DISABLED));
    }

    @Test
    void clientFaultsHoldScalingBack() {
        RandomCases.everyAct(
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
    void preconditionsHold() {
        RandomCases.every(
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
        RandomCases.every(
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
    void everyRefusalHasAWayOut() {
        RandomCases.every(
                Plan.Refused.class,
                (_, refused) -> !refused.wayOut().isBlank() && !refused.about().isBlank());
    }

    @Test
    void noSentenceHasAHole() {
        RandomCases.always(
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
        RandomCases.every(
                Plan.NotYet.class,
                (each, notYet) ->
                        notYet.waitSeconds() > 0
                                && each.situation().answer().startsWith("not yet: ")
                                && !each.situation().answer().contains("for ever"));
    }

    @Test
    void theSameFactsGiveTheSameAnswer() {
        RandomCases.always(each -> each.situation().plan().equals(each.plan()));
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
                                                    RandomCases.ALL.stream()
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
}
