package headroom.redshift.replication;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PauseBudgetTest {
    private final PauseBudget budget =
            new PauseBudget(Given.ago(20, 0), Given.NOW.plusMillis(90_500));

    @ParameterizedTest
    @CsvSource({"25, 25", "90, 90", "91, 91", "92, 91", "900, 91"})
    void waitsNoLongerThanUntilItIsSpent(int wished, int seconds) {
        assertEquals(seconds, budget.within(wished, Given.NOW));
    }

    @Test
    void waitsASecondAtLeast() {
        assertEquals(1, budget.within(900, Given.NOW.plusSeconds(3600)));
    }

    @Test
    void isHalfOfWhatIsLeft() {
        assertEquals(
                new PauseBudget(Given.ago(20, 0), Given.NOW.plusMillis(45_250)),
                budget.halved(Given.NOW));
    }

    @Test
    void isSpentFromItsEndOn() {
        budget.refuseSpent(Given.NOW.plusMillis(90_499), () -> "nobody asks.");

        assertFails(
                PauseBudgetSpent.class,
                "Given up after 21 min of pause: the resize had to begin within 21 min, so that the"
                        + " source's log outlasts it. Last seen:"
                        + " orders is stopping.",
                () ->
                        budget.refuseSpent(
                                Given.NOW.plusMillis(90_500), () -> "orders is stopping."));
    }
}
