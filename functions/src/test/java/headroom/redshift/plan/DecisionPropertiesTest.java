package headroom.redshift.plan;

import static headroom.redshift.cluster.ResizeMethod.ELASTIC;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import headroom.cases.Choices;
import headroom.redshift.Given;
import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.Mode;
import headroom.redshift.replication.PausedTask;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.run.Cause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What holds of every decision, whatever the facts. The cases are random, and the same in each
/// build. One that fails is made smaller, and told as a row of the tables of [DecisionTest].
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
final class DecisionPropertiesTest {
    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final int CASES = 10_000;
    private final List<RandomCase> all =
            LongStream.range(0, CASES).mapToObj(Choices::random).map(RandomCase::from).toList();

    @Test
    void neverActsAboveTheCeiling() {
        everyAct((each, act) -> act.to() <= each.policy().maxNodes());
    }

    @Test
    void alwaysGrows() {
        everyAct((each, act) -> act.from() == each.nodes() && act.to() > act.from());
    }

    @Test
    void neverActsWithoutAPermittedSize() {
        everyAct(
                (each, act) ->
                        each.permitted(act.method()).anyMatch(size -> size.nodes() == act.to()));
    }

    @Test
    void isNeverClassicUnlessAllowed() {
        everyAct((each, act) -> act.method() == ELASTIC || each.policy().classic().isPresent());
    }

    @Test
    void isNeverClassicWhereAnElasticSizeIsOpen() {
        everyAct((each, act) -> act.method() == ELASTIC || each.open(ELASTIC).isEmpty());
    }

    @Test
    void neverMoreThanDoubles() {
        everyAct(Growth.DOUBLE, (_, act) -> act.to() <= 2 * act.from());
    }

    @Test
    void doublingTakesTheLargestOpenSize() {
        everyAct(
                Growth.DOUBLE,
                (each, act) ->
                        each.open(act.method()).stream()
                                .noneMatch(size -> size.nodes() > act.to()));
    }

    @Test
    void fittingNeverTakesMoreThanIsNeeded() {
        everyAct(
                Growth.FIT,
                (each, act) ->
                        each.open(act.method()).stream()
                                .filter(each::fits)
                                .allMatch(size -> size.nodes() >= act.to()));
    }

    @Test
    void fittingFitsWhereItCan() {
        everyAct(
                Growth.FIT,
                (each, act) ->
                        each.open(act.method()).stream().noneMatch(each::fits)
                                || each.open(act.method()).stream()
                                        .filter(size -> size.nodes() == act.to())
                                        .allMatch(each::fits));
    }

    @Test
    void pausesTheTasksThatRunAndNoOthers() {
        everyAct(
                (each, act) ->
                        each.facts().tasks().stream()
                                        .filter(task -> task.state() == State.RUNNING)
                                        .map(Replication::arn)
                                        .toList()
                                        .equals(act.pause().stream().map(PausedTask::arn).toList())
                                && act.pause().size() + act.leaveAlone().size()
                                        == each.facts().tasks().size());
    }

    @Test
    void neverProposesWhatAPersonWouldHaveToClearTheWayFor() {
        everyAct((each, act) -> !each.isBlocked() && !each.outlastsTheLog(act.method()));
    }

    @Test
    void neverProposesAnythingForAClusterThatIsNotAvailable() {
        everyAct((each, act) -> each.isAvailable());
    }

    @Test
    void neverResizesWhileAnythingIsInTheWay() {
        every(
                Plan.Resize.class,
                (each, resize) -> !each.isBusy() && !each.meetsMaintenance(resize.method()));
    }

    /// Missing data is need, and so is a person's message.
    @Test
    void doesNothingWhereThereIsNoNeedAndNowhereElse() {
        always(each -> each.isNeeded() != (each.plan() instanceof Plan.NotNeeded));
    }

    @Test
    void asksOnlyForAutomaticRunsBelowCritical() {
        every(
                Plan.Ask.class,
                (each, _) ->
                        each.isAutomatic()
                                && !each.isCritical()
                                && each.policy().mode() == Mode.ASK);
    }

    @Test
    void putsOffOnlyAutomaticRunsBelowCriticalUntilTheWindowIsOpen() {
        every(
                Plan.Deferred.class,
                (each, deferred) ->
                        each.isAutomatic()
                                && !each.isCritical()
                                && each.isWindowClosed()
                                && deferred.until().isAfter(Given.NOW)
                                && !deferred.until().isAfter(deferred.opens())
                                && each.policy().window().orElseThrow().isOpenAt(deferred.opens()));
    }

    @Test
    void actsUnaskedOnlyInAutoModeAndInTheWindowUnlessCritical() {
        every(
                Plan.Resize.class,
                (each, _) ->
                        !each.isAutomatic()
                                || each.isCritical()
                                || (each.policy().mode() == Mode.AUTO && !each.isWindowClosed()));
    }

    @Test
    void waitsLessThanFourHours() {
        every(
                Plan.NotYet.class,
                (each, notYet) ->
                        each.isBusy()
                                && each.situation().waited().compareTo(PATIENCE) < 0
                                && notYet.waitSeconds() > 0);
    }

    @Test
    void actsWhereNothingIsInTheWay() {
        always(
                each ->
                        !each.isNeeded()
                                || each.isBlocked()
                                || each.isBusy()
                                || each.open(ELASTIC).isEmpty()
                                || each.outlastsTheLog(ELASTIC)
                                || each.meetsMaintenance(ELASTIC)
                                || each.acts().count() == 1);
    }

    @Test
    void theSameFactsGiveTheSameAnswer() {
        always(each -> each.situation().plan().equals(each.plan()));
    }

    @Test
    void aPersonAndTheAlarmGetTheSameSize() {
        every(
                Plan.Resize.class,
                (each, resize) ->
                        new Decision(
                                                        each.facts(),
                                                        each.situation().settings(),
                                                        Cause.MANUAL,
                                                        "nothing",
                                                        Duration.ZERO,
                                                        Precopy.PENDING,
                                                        Optional.empty())
                                                .plan()
                                        instanceof Plan.Resize asked
                                && asked.to() == resize.to()
                                && asked.method() == resize.method());
    }

    @Test
    void everyPlanShowsWhatItRestsOn() {
        always(
                each ->
                        !each.plan().evidence().seen().isEmpty()
                                && Stream.concat(
                                                Stream.of(each.plan().sentence()),
                                                each.plan().evidence().seen().stream())
                                        .noneMatch(
                                                line -> line.isBlank() || line.contains("null")));
    }

    @Test
    void everyRefusalHasAWayOut() {
        every(
                Plan.Refused.class,
                (_, refused) -> !refused.wayOut().isBlank() && !refused.about().isBlank());
    }

    /// Where an answer hardly occurs, the claims above say hardly anything about it.
    @Test
    void everyAnswerOccurs() {
        List<String> answers = all.stream().map(each -> each.situation().answer()).toList();
        assertAll(
                Stream.of(
                                "resize to",
                                "classic to",
                                "not needed",
                                "ask: resize",
                                "ask: classic",
                                "deferred until",
                                "not yet: the cluster's status",
                                "not yet: pending changes",
                                "not yet: a snapshot in flight",
                                "not yet: tasks in motion",
                                "not yet: a full load",
                                "refused: the cluster's status",
                                "refused: a full disk",
                                "refused: a resize in flight",
                                "refused: unknown disk use",
                                "refused: no tasks",
                                "refused: tasks on other endpoints",
                                "refused: the ceiling",
                                "refused: no elastic resize",
                                "refused: no size",
                                "refused: the source's log",
                                "refused: the maintenance window",
                                "refused: a full load")
                        .map(each -> () -> assertOccurs(each, answers)));
    }

    private static void assertOccurs(String beginning, List<String> answers) {
        long found = answers.stream().filter(each -> each.startsWith(beginning)).count();
        assertTrue(found >= 10, () -> "%s: %d of %d".formatted(beginning, found, CASES));
    }

    private interface Claim<T> {
        boolean holds(RandomCase each, T plan);
    }

    /// Of what is done at once, and of what is proposed.
    private void everyAct(Claim<Plan.Resize> claim) {
        always(each -> each.acts().allMatch(act -> claim.holds(each, act)));
    }

    private void everyAct(Growth growth, Claim<Plan.Resize> claim) {
        everyAct((each, act) -> each.policy().growth() != growth || claim.holds(each, act));
    }

    private <T extends Plan> void every(Class<T> kind, Claim<T> claim) {
        always(each -> !kind.isInstance(each.plan()) || claim.holds(each, kind.cast(each.plan())));
    }

    private void always(Predicate<RandomCase> property) {
        all.stream()
                .filter(property.negate())
                .findFirst()
                .ifPresent(each -> fail("Untrue: " + each.smallest(property.negate())));
    }
}
