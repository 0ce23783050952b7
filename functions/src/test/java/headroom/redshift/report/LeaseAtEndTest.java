package headroom.redshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;
import headroom.redshift.Outcome;
import headroom.redshift.plan.Plan;
import headroom.report.Told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

final class LeaseAtEndTest {
    @ParameterizedTest
    @CsvSource({
        // ending, failures before: minutes of quiet, unless critical, failures after
        "resized,   2,   60, false, 0",
        "failed,    0,   30, false, 1",
        "failed,    1,  240, true,  2",
        "failed,    2, 1440, true,  3",
        "failed,    9, 1440, true, 10",
        "untouched, 2,   30, false, 2",
        "hot,       0,   60, false, 1",
        "hot,       2,   60, false, 3",
        "hot,       3,  240, false, 4",
        "recovered, 1,   30, false, 1",
        "recovered, 2,  240, true,  2",
        "recovered, 3, 1440, true,  3"
    })
    void giveARunItsRest(String ending, int before, int minutes, boolean unless, int after) {
        LeaseAtEnd lease = Runs.told(run(ending).before(before, Runs.NEVER).input()).lease();

        assertEquals(Duration.ofMinutes(minutes), Duration.between(Given.NOW, lease.quietUntil()));
        assertEquals(unless, lease.unlessCritical());
        assertEquals(after, lease.failures());
    }

    private static Runs run(String ending) {
        return switch (ending) {
            case "resized" -> Runs.of(Outcome.RESIZED).planned(Runs.RESIZE).back();
            case "failed" -> Runs.of(Outcome.FAILED).planned(Runs.RESIZE).back();
            case "untouched" -> Runs.of(Outcome.FAILED).failing(Runs.REFUSED);
            case "hot" -> Runs.of(Outcome.FAILED).planned(Runs.CRITICAL).back();
            case "recovered" -> Runs.of(Outcome.RECOVERED).recovers().back();
            default -> throw new IllegalArgumentException(ending);
        };
    }

    @Test
    void giveQuietTimesInWholeSeconds() {
        LeaseAtEnd lease =
                LeaseAtEnd.of(Runs.of(Outcome.FAILED).down().input(), Given.NOW.plusMillis(780));

        assertEquals(Given.NOW, lease.quietUntil());
    }

    /// The watch tries at once what a run could not bring back, and after an hour what a recovery
    /// could not.
    @Test
    void leaveOwedTasksToTheWatch() {
        LeaseAtEnd run = Runs.told(Runs.of(Outcome.FAILED).down().input()).lease();
        LeaseAtEnd recovery = Runs.told(Runs.of(Outcome.FAILED).recovers().down().input()).lease();

        assertEquals(Given.NOW, run.quietUntil());
        assertEquals(1, run.failures());
        assertEquals(Given.NOW.plus(Duration.ofHours(1)), recovery.quietUntil());
        assertEquals(0, recovery.failures());
    }

    @Test
    void keepTheQuietOfAPlanThatStandsStill() {
        Instant tomorrow = Given.NOW.plus(Duration.ofDays(1));
        var refused = new Plan.Refused("a ceiling", tomorrow, "No.", "Raise it.", Runs.EVIDENCE);
        Runs run = Runs.of(Outcome.REFUSED).planned(refused);
        LeaseAtEnd first = Runs.told(run.before(2, Runs.NEVER).input()).lease();

        assertEquals(
                new LeaseAtEnd(
                        true, tomorrow, false, 0, new Told("a ceiling", Given.NOW, Given.NOW)),
                first);
        var anHourAgo = new Told("a ceiling", Given.ago(60, 0), Given.ago(60, 0));
        assertEquals(
                new LeaseAtEnd(false, tomorrow, false, 0, anHourAgo),
                Runs.told(run.before(0, anHourAgo).input()).lease());
        var yesterday = new Told("a ceiling", Given.ago(1440, 0), Given.ago(1440, 0));
        var again = new Told("a ceiling", Given.ago(1440, 0), Given.NOW);
        assertEquals(
                new LeaseAtEnd(true, tomorrow, false, 0, again),
                Runs.told(run.before(0, yesterday).input()).lease());
        assertEquals(true, Runs.told(run.byHand().before(0, anHourAgo).input()).tell());
    }

    @Test
    void leaveTheLeaseOfADryRunAsItWas() {
        var before = new Told("a ceiling", Given.ago(60, 0), Given.ago(60, 0));
        LeaseAtEnd lease =
                Runs.told(Runs.of(Outcome.PLANNED).dryRun().before(2, before).input()).lease();

        assertEquals(new LeaseAtEnd(true, Given.NOW, false, 2, before), lease);
    }
}
