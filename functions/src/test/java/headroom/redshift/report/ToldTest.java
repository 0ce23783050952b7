package headroom.redshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import headroom.redshift.Given;
import headroom.redshift.Outcome;
import headroom.redshift.replication.PausedTask;
import headroom.redshift.report.ComposeReport.Input;
import headroom.report.Failure;
import headroom.report.Told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What has not changed is said at once, after an hour, after four, and then each day.
final class ToldTest {
    private static final Instant FIRST = Given.NOW;

    @ParameterizedTest
    @CsvSource({
        "0, 59, false",
        "0, 60, true",
        "60, 61, false",
        "60, 239, false",
        "60, 240, true",
        "150, 240, true",
        "240, 1679, false",
        "240, 1680, true",
        "1680, 3119, false",
        "1680, 3120, true"
    })
    void isDueAgainByHowLongItLasts(int lastMinutes, int nowMinutes, boolean due) {
        var told = new Told("x", FIRST, after(lastMinutes));

        assertEquals(due, told.isDueAgain(after(nowMinutes)));
    }

    /// A recovery that fails each hour and a quarter, for four days.
    @Test
    void standsForADay() {
        var told = new Told("x", FIRST, after(60));

        assertEquals("x", told.standing(after(60 + 1439)));
        assertEquals(Told.NOTHING, told.standing(after(60 + 1440)));
    }

    @Test
    void isSaidAFewTimesADay() {
        Told told = Told.first("x", FIRST);
        List<Long> said = new ArrayList<>();
        for (int minutes = 75; minutes < 4 * 24 * 60; minutes += 75) {
            if (told.isDueAgain(after(minutes))) {
                said.add((long) minutes / 60);
                told = told.again(after(minutes));
            }
        }
        assertEquals(List.of(1L, 5L, 30L, 55L, 80L), said);
    }

    @Test
    void isKeptOnTheLeaseForTheSameNewsAlone() {
        Input run = Runs.owed(Outcome.FAILED);
        String about = run.about().orElseThrow();
        Told before = new Told(about, Given.ago(30, 0), Given.ago(30, 0));

        assertEquals(
                before,
                Runs.told(Runs.of(Outcome.FAILED).down().before(1, before).input()).lease().told());
        assertEquals(
                List.of(false, true, true),
                List.of(
                        tells(Runs.of(Outcome.FAILED).down().before(1, before)),
                        tells(Runs.of(Outcome.FAILED).unseen(Runs.TASKS).before(1, before)),
                        tells(Runs.of(Outcome.FAILED).byHand().down().before(1, before))));
    }

    @Test
    void isTheSameWhateverTheFiguresInIt() {
        assertEquals(
                failed("The source is 12 min behind at 04:30.").about(),
                failed("The source is 9 min behind at 05:30.").about());
    }

    /// Whoever knows that one task is down does not know that another one is.
    @Test
    void isNotTheSameOfATaskWithAnotherNumber() {
        assertNotEquals(down("shop-001").about(), down("shop-002").about());
        assertEquals(down("shop-001").about(), down("shop-001").about());
    }

    private static Input down(String task) {
        return Runs.of(Outcome.FAILED).unseen(List.of(new PausedTask("arn:" + task, task))).input();
    }

    private static Input failed(String why) {
        return Runs.untouched(Outcome.FAILED, null, new Failure("headroom.E", why));
    }

    private static boolean tells(Runs run) {
        return Runs.told(run.input()).tell();
    }

    private static Instant after(int minutes) {
        return FIRST.plus(Duration.ofMinutes(minutes));
    }
}
