package headroom.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

final class FindingTest {
    private static final Finding.Owner RUNS = new Finding.Owner(true, null);
    private static final Finding.Owner UNKNOWN = new Finding.Owner(false, null);

    @Test
    void leavesAnOwnerThatRunsAlone() {
        assertEquals(
                new Finding.AllIsWell("run is at work."), held(RUNS, Given.ago(9999, 0), null));
    }

    @Test
    void findsAnOwnerDeadSixMinutesAfterItsEnd() {
        assertEquals(
                new Finding.OwnerIsDead("run", "run no longer runs and holds the lease"),
                held(ended(Given.ago(6, 0)), Given.ago(60, 0), null));
    }

    @Test
    void waitsForTheLastFunctionOfAnOwnerThatHasJustEnded() {
        assertEquals(
                new Finding.AllIsWell(
                        "run ended a moment ago; its last function may still be running."),
                held(ended(Given.ago(5, 59)), Given.ago(60, 0), null));
    }

    @Test
    void waitsForAnOwnerThatMayNotBeListedYet() {
        assertEquals(
                new Finding.AllIsWell(
                        "run ended a moment ago; its last function may still be running."),
                held(UNKNOWN, Given.ago(5, 59), null));
    }

    @Test
    void findsAnOwnerDeadThatNobodyKnows() {
        assertEquals(
                new Finding.OwnerIsDead("run", "run no longer runs and holds the lease"),
                held(UNKNOWN, Given.ago(6, 0), null));
    }

    @Test
    void waitsAnHourAfterARecoveryThatFailedWhateverTheQuietTime() {
        assertEquals(
                new Finding.AllIsWell(
                        "run could not bring replication back; tried again after"
                                + " 2026-11-22T04:30:01Z"),
                held(ended(Given.ago(10, 0)), Given.ago(60, 0), Given.NOW.plusSeconds(1)));
    }

    @Test
    void findsARunMissingWhenTheAlarmStandsAndNobodyAnswers() {
        assertEquals(
                new Finding.RunIsMissing(false, "the alarm stands in ALARM, and no run answers it"),
                free("ALARM", null));
        assertEquals(
                new Finding.RunIsMissing(false, "the alarm stands in ALARM, and no run answers it"),
                free("ALARM", Given.NOW));
    }

    @Test
    void keepsTheQuietTimeOfTheRunBefore() {
        assertEquals(
                new Finding.AllIsWell(
                        "The alarm stands in ALARM; quiet until 2026-11-22T04:30:01Z."),
                free("ALARM", Given.NOW.plusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "INSUFFICIENT_DATA"})
    void startsNothingWithoutAnAlarm(String state) {
        assertEquals(new Finding.AllIsWell("The alarm is " + state + "."), free(state, null));
    }

    @Test
    void doesNotKeepAQuietTimeThatWasMeantForTheDaysWithoutACriticalDisk() {
        var critical = new Finding.Alarms("ALARM", "ALARM");
        Instant later = Given.NOW.plusSeconds(1);
        String sentence = "the disk is critical, the alarm stands in ALARM, and no run answers it";

        assertEquals(new Finding.RunIsMissing(true, sentence), free(critical, later, true));
        assertEquals(
                new Finding.AllIsWell(
                        "The alarm stands in ALARM; quiet until 2026-11-22T04:30:01Z."),
                free(critical, later, false));
        assertEquals(new Finding.RunIsMissing(true, sentence), free(critical, null, false));
    }

    @Test
    void answersTheCriticalAlarmAlone() {
        assertEquals(
                new Finding.RunIsMissing(
                        true,
                        "the disk is critical, the alarm stands in ALARM, and no run answers it"),
                free(new Finding.Alarms("INSUFFICIENT_DATA", "ALARM"), null, false));
    }

    private static Finding.Owner ended(Instant at) {
        return new Finding.Owner(false, at);
    }

    private static Finding held(
            Finding.Owner owner, Instant takenAt, @Nullable Instant retryAfter) {
        return Finding.ofHeld(
                new Lease(
                        "run",
                        takenAt,
                        null,
                        null,
                        "[]",
                        Given.NOW.plusSeconds(9),
                        false,
                        retryAfter,
                        Map.of(),
                        0,
                        new TreeMap<>(),
                        Notes.NONE),
                "run",
                owner,
                Given.NOW);
    }

    private static Finding free(String alarmState, @Nullable Instant quietUntil) {
        return free(new Finding.Alarms(alarmState, "OK"), quietUntil, true);
    }

    private static Finding free(
            Finding.Alarms alarms, @Nullable Instant quietUntil, boolean unlessCritical) {
        return Finding.ofFree(
                new Lease(
                        null,
                        null,
                        null,
                        null,
                        "[]",
                        quietUntil,
                        unlessCritical,
                        null,
                        Map.of(),
                        0,
                        new TreeMap<>(),
                        Notes.NONE),
                alarms,
                Given.NOW);
    }
}
