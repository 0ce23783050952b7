package headroom.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.lease.Lease;
import headroom.redshift.Given;
import headroom.watch.WatchDecision.AllIsWell;
import headroom.watch.WatchDecision.Owner;
import headroom.watch.WatchDecision.OwnerIsDead;
import headroom.watch.WatchDecision.RunIsMissing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

final class WatchDecisionTest {
    private static final WatchDecision.Need STANDS =
            new WatchDecision.Need(true, false, "the alarm stands in ALARM");

    private static final Owner RUNS = new Owner(true, null);
    private static final Owner UNKNOWN = new Owner(false, null);
    private static final WatchDecision JUST_ENDED =
            new AllIsWell("run ended a moment ago; its last function may still be running.");
    private static final WatchDecision DEAD =
            new OwnerIsDead("run", "run no longer runs and holds the lease");
    private static final WatchDecision MISSING =
            new RunIsMissing(false, "the alarm stands in ALARM, and no run answers it");

    @Test
    void leavesAnOwnerThatRunsAlone() {
        assertEquals(new AllIsWell("run is at work."), held(RUNS, Given.ago(9999, 0), null));
    }

    @Test
    void findsAnOwnerDeadSixMinutesAfterItsEnd() {
        assertEquals(DEAD, held(ended(Given.ago(6, 0)), Given.ago(60, 0), null));
    }

    @Test
    void waitsForTheLastFunctionOfAnOwnerThatHasJustEnded() {
        assertEquals(JUST_ENDED, held(ended(Given.ago(5, 59)), Given.ago(60, 0), null));
    }

    @Test
    void waitsForAnOwnerThatMayNotBeListedYet() {
        assertEquals(JUST_ENDED, held(UNKNOWN, Given.ago(5, 59), null));
    }

    @Test
    void findsAnOwnerDeadThatNobodyKnows() {
        assertEquals(DEAD, held(UNKNOWN, Given.ago(6, 0), null));
    }

    @Test
    void waitsAnHourAfterARecoveryThatFailedWhateverTheQuietTime() {
        assertEquals(
                new AllIsWell(
                        "run could not bring back what it left; tried again after"
                                + " 2026-11-22T04:30:01Z"),
                held(ended(Given.ago(10, 0)), Given.ago(60, 0), Given.NOW.plusSeconds(1)));
    }

    @Test
    void findsARunMissingWhenTheAlarmStandsAndNobodyAnswers() {
        assertEquals(MISSING, free(STANDS, null));
        assertEquals(MISSING, free(STANDS, Given.NOW));
    }

    @Test
    void keepsTheQuietTimeOfTheRunBefore() {
        assertEquals(
                new AllIsWell("The alarm stands in ALARM; quiet until 2026-11-22T04:30:01Z."),
                free(STANDS, Given.NOW.plusSeconds(1)));
    }

    @Test
    void startsNothingWithoutANeed() {
        assertEquals(
                new AllIsWell("The alarm is OK."),
                free(new WatchDecision.Need(false, false, "The alarm is OK."), null));
    }

    @Test
    void doesNotKeepAQuietTimeThatWasMeantForTheDaysWithoutACriticalDisk() {
        var critical =
                new WatchDecision.Need(
                        true, true, "the disk is critical, the alarm stands in ALARM");
        Instant later = Given.NOW.plusSeconds(1);
        String sentence = "the disk is critical, the alarm stands in ALARM, and no run answers it";

        assertEquals(new RunIsMissing(true, sentence), free(critical, later, true));
        assertEquals(
                new AllIsWell(
                        "The disk is critical, the alarm stands in ALARM; quiet until"
                                + " 2026-11-22T04:30:01Z."),
                free(critical, later, false));
        assertEquals(new RunIsMissing(true, sentence), free(critical, null, false));
    }

    private static Owner ended(Instant at) {
        return new Owner(false, at);
    }

    private static WatchDecision held(Owner owner, Instant takenAt, @Nullable Instant retryAfter) {
        return WatchDecision.ofHeld(
                lease("run", takenAt, Given.NOW.plusSeconds(9), false, retryAfter),
                "run",
                owner,
                Given.NOW);
    }

    private static WatchDecision free(WatchDecision.Need need, @Nullable Instant quietUntil) {
        return free(need, quietUntil, true);
    }

    private static WatchDecision free(
            WatchDecision.Need need, @Nullable Instant quietUntil, boolean unlessCritical) {
        return WatchDecision.ofFree(
                lease(null, null, quietUntil, unlessCritical, null), need, Given.NOW);
    }

    private static Lease lease(
            @Nullable String owner,
            @Nullable Instant takenAt,
            @Nullable Instant quietUntil,
            boolean unlessCritical,
            @Nullable Instant retryAfter) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("unlessCritical", Boolean.toString(unlessCritical));
        put(attributes, "owner", owner);
        put(attributes, "takenAt", takenAt);
        put(attributes, "quietUntil", quietUntil);
        put(attributes, "retryAfter", retryAfter);
        return Lease.of(attributes);
    }

    private static void put(Map<String, String> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }
}
