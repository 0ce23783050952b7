package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.fail;

import headroom.cases.Choices;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/// The cases that chance has made, the same in each build, and what is claimed of all of them.
final class RandomCases {
    private static final int CASES = 10_000;

    static final List<RandomCase> ALL =
            LongStream.range(0, CASES)
                    .mapToObj(each -> RandomCase.of(Choices.random(each)))
                    .toList();

    interface Claim<T> {
        boolean holds(RandomCase each, T plan);
    }

    private RandomCases() {}

    /// Of what is done at once, and of what is proposed.
    static void everyAct(Claim<Plan.Scale> claim) {
        always(each -> each.act().filter(act -> !claim.holds(each, act)).isEmpty());
    }

    static <T extends Plan> void every(Class<T> kind, Claim<T> claim) {
        always(each -> !kind.isInstance(each.plan()) || claim.holds(each, kind.cast(each.plan())));
    }

    static void always(Predicate<RandomCase> property) {
        ALL.stream()
                .filter(property.negate())
                .findFirst()
                .ifPresent(each -> fail(untrue(each.smallest(property.negate()))));
    }

    private static String untrue(RandomCase smallest) {
        return "Untrue: %s gives %s".formatted(smallest, smallest.plan());
    }
}
