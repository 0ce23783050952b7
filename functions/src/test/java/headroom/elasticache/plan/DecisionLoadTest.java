package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.group.Change;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a step brings, and what a larger load gets, over cases that chance has made.
final class DecisionLoadTest {
    private static final String TOO_BUSY = "too busy to move slots";

    /// One group, and the same with all processors a tenth busier.
    private record Pair(RandomCase smaller, Plan.Scale step, RandomCase larger) {
        private static Stream<Pair> of(RandomCase each) {
            return each.plan() instanceof Plan.Scale step && !each.isWished()
                    ? each.busier().stream().map(larger -> new Pair(each, step, larger))
                    : Stream.of();
        }

        /// The step of the smaller load is one that the larger load rules out.
        boolean isTooBusyToMove() {
            return movesSlots(step) && !larger.isCalmEnoughToMoveSlots();
        }

        boolean getsNoLess() {
            return larger.plan() instanceof Plan.Scale more
                    && smaller.relief(more.change()) <= smaller.relief(step.change()) + 1e-9;
        }

        /// What it needs, and what the smaller load did not, the account does not have.
        boolean lacksRoom() {
            return isAnswered("refused: the quota of nodes", "refused: free addresses");
        }

        boolean isHeld() {
            return isAnswered("not yet: " + TOO_BUSY, "refused: " + TOO_BUSY);
        }

        private boolean isAnswered(String... beginnings) {
            return Stream.of(beginnings).anyMatch(larger.situation().answer()::startsWith);
        }

        boolean movesNone() {
            return larger.plan() instanceof Plan.Scale other && !movesSlots(other);
        }

        @Override
        public String toString() {
            return "%s: %s, then %s".formatted(smaller, step.change(), larger.plan().sentence());
        }
    }

    private static final List<Pair> PAIRS = RandomCases.ALL.stream().flatMap(Pair::of).toList();

    @Test
    void aStepLeavesTheAlarmOrSaysWhyNot() {
        RandomCases.everyAct(
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
        RandomCases.everyAct(
                (_, act) ->
                        act.basis().orElseThrow().options().stream()
                                .filter(one -> !one.change().equals(Optional.of(act.change())))
                                .noneMatch(one -> one.why().isBlank()));
    }

    /// Unless it asks for slots to be moved where the smaller one did not, and is too large for
    /// that.
    @Test
    void aLargerLoadGetsNoSmallerStep() {
        List<Pair> pairs = PAIRS.stream().filter(each -> !each.isTooBusyToMove()).toList();
        assertAll(pairs, each -> each.getsNoLess() || each.lacksRoom() || each.isHeld());
        assertOccurs(400, pairs, Pair::getsNoLess);
    }

    /// Slots are moved by the very thread that is short: what a larger load rules out is not done
    /// in part, but waited for, or another step is taken.
    @Test
    void aLoadTooLargeToMoveSlotsIsHeldForThatOrMovesNone() {
        List<Pair> pairs = PAIRS.stream().filter(Pair::isTooBusyToMove).toList();
        assertAll(pairs, each -> each.isHeld() || each.movesNone());
        assertOccurs(50, pairs, Pair::isHeld);
        assertOccurs(5, pairs, Pair::movesNone);
    }

    private static boolean movesSlots(Plan.Scale step) {
        return switch (step.change()) {
            case Change.AddShards _, Change.Rebalance _ -> true;
            case Change.AddReplicas _,
                    Change.AddReplicasToAll _,
                    Change.SwitchMode _,
                    Change.ChangeNodeType _ ->
                    false;
        };
    }

    private static void assertAll(List<Pair> pairs, Predicate<Pair> claim) {
        assertEquals(Optional.empty(), pairs.stream().filter(claim.negate()).findFirst());
    }

    private static void assertOccurs(int least, List<Pair> pairs, Predicate<Pair> claim) {
        long number = pairs.stream().filter(claim).count();
        assertTrue(number >= least, () -> "Only %d of %d".formatted(number, pairs.size()));
    }
}
