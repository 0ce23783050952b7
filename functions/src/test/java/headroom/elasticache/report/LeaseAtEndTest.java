package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.Given;
import headroom.elasticache.Outcome;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.plan.Plan;
import headroom.elasticache.plan.Unhelped;
import headroom.report.Before;
import headroom.report.Told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is written on the lease when a run ends. It is 04:30.
final class LeaseAtEndTest {
    private static final Unhelped OLD = new Unhelped("go from 2 to 3 shards", Given.NOW);

    /// The way in which a run ends, and how many before it have failed: for how many minutes
    /// nothing automatic starts, whether a critical level is an exception, how many have failed.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    improved       | 2 |   60 | false |  0
                    not improved   | 2 |   60 | false |  0
                    worse          | 2 |   60 | false |  0
                    unmeasured     | 2 |   60 | false |  0
                    recovered      | 2 |   30 | false |  2
                    declined       | 2 |   60 | false |  2
                    needs nothing  | 2 |   15 | true  |  0
                    spike          | 2 |   15 | true  |  0
                    client fault   | 2 |   15 | true  |  0
                    the same when critical | 2 | 15 | false | 0
                    asks           | 2 |   15 | true  |  0
                    deferred       | 2 |   15 | true  |  0
                    refused        | 2 |   15 | false |  0
                    untouched      | 2 |   30 | false |  2
                    no backup      | 0 |   30 | false |  1
                    no backup      | 1 |  240 | true  |  2
                    failed         | 0 |   30 | false |  1
                    failed         | 1 |  240 | true  |  2
                    failed         | 2 | 1440 | true  |  3
                    failed         | 9 | 1440 | true  | 10
                    failed, though scaled | 1 | 240 | true | 2
                    hot            | 0 |   30 | false |  1
                    hot            | 1 |  120 | false |  2
                    hot            | 9 |  120 | false | 10
                    owed           | 1 |    0 | true  |  2
                    owed again     | 1 |   60 | true  |  2
                    """)
    void givesARunItsRest(String ending, int before, int minutes, boolean unless, int after) {
        LeaseAtEnd lease =
                run(ending).before(before, Told.first(Told.NOTHING, Given.NOW)).told().lease();

        assertEquals(Duration.ofMinutes(minutes), Duration.between(Given.NOW, lease.quietUntil()));
        assertEquals(unless, lease.unlessCritical());
        assertEquals(after, lease.failures());
    }

    private static Runs run(String ending) {
        return switch (ending) {
            case "improved" -> Runs.of(Outcome.IMPROVED).planned(Runs.SCALE).scaled(Runs.SHARDS);
            case "not improved" -> Runs.of(Outcome.NOT_IMPROVED).scaled(Runs.SHARDS);
            case "worse" -> Runs.of(Outcome.WORSE).scaled(Runs.SHARDS);
            case "unmeasured" -> Runs.of(Outcome.UNMEASURED).scaled(Runs.SHARDS);
            case "recovered" -> Runs.of(Outcome.RECOVERED).recovers();
            case "declined" -> Runs.of(Outcome.DECLINED).byHand();
            case "needs nothing" -> Runs.of(Outcome.UNNEEDED).planned(Runs.NOT_NEEDED);
            case "spike" -> Runs.of(Outcome.TOLD).planned(Runs.tell(Finding.Kind.SPIKE));
            case "client fault" ->
                    Runs.of(Outcome.TOLD).planned(Runs.tell(Finding.Kind.CONNECTION_CHURN));
            case "the same when critical" ->
                    Runs.of(Outcome.TOLD).planned(tell("churn" + Plan.CRITICALLY));
            case "asks" -> Runs.of(Outcome.ASKED).planned(Runs.ASK);
            case "deferred" -> Runs.of(Outcome.DEFERRED).planned(Runs.DEFERRED);
            case "refused" -> Runs.of(Outcome.REFUSED).planned(Runs.REFUSED);
            case "untouched" -> Runs.of(Outcome.FAILED).failing(Runs.FAILURE);
            case "no backup" -> Runs.of(Outcome.FAILED).planned(Runs.SCALE).backedUp();
            case "failed" -> Runs.of(Outcome.FAILED).planned(Runs.SCALE).tried(Runs.SHARDS);
            case "failed, though scaled" ->
                    Runs.of(Outcome.FAILED).planned(Runs.SCALE).scaled(Runs.SHARDS);
            case "hot" -> Runs.of(Outcome.FAILED).planned(Runs.CRITICAL).tried(Runs.SHARDS);
            case "owed" -> Runs.of(Outcome.FAILED).planned(Runs.SCALE).owing(Runs.SHARDS);
            case "owed again" -> Runs.of(Outcome.FAILED).recovers().owing(Runs.SHARDS);
            default -> throw new IllegalArgumentException(ending);
        };
    }

    private static Plan tell(String about) {
        return new Plan.Tell(about, Runs.SOON, "It is so.", Optional.empty());
    }

    /// What operators were told last, and how many minutes ago; the way in which a run ends;
    /// whether they are told of it, and what they know then.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing   |    0 | spike         | true  | SPIKE
                    SPIKE     |   15 | spike         | false | SPIKE
                    SPIKE     | 1439 | spike         | false | SPIKE
                    SPIKE     | 1440 | spike         | true  | SPIKE
                    churn     |   15 | spike         | true  | SPIKE
                    SPIKE     |   15 | client fault  | true  | CONNECTION_CHURN
                    churn     |   15 | the same when critical | true | churn, at a critical level
                    nothing   |    0 | needs nothing | true  | no need
                    no need   |   15 | needs nothing | false | no need
                    no need   | 1440 | needs nothing | true  | no need
                    no need   |   15 | spike         | true  | SPIKE
                    SPIKE     |   15 | needs nothing | false | SPIKE
                    a ceiling | 1439 | needs nothing | false | a ceiling
                    a ceiling | 1440 | needs nothing | true  | no need
                    a ceiling |   60 | refused       | false | a ceiling
                    a step    |   60 | asks          | false | a step
                    the window |  60 | deferred      | false | the window
                    SPIKE     |   15 | improved      | true  | nothing
                    SPIKE     |   15 | not improved  | true  | nothing
                    SPIKE     |   15 | recovered     | true  | nothing
                    SPIKE     |   15 | failed        | true  | nothing
                    nothing   |   15 | failed        | true  | nothing
                    SPIKE     |   15 | declined      | true  | SPIKE
                    """)
    void saysTheSameOnceADay(
            String before, int minutes, String ending, boolean tell, String after) {
        Instant at = Given.ago(Duration.ofMinutes(minutes));
        ComposeReport.Answer answer = run(ending).before(0, Told.first(before, at)).told();

        assertEquals(tell, answer.tell());
        assertEquals(tell, answer.lease().tell());
        assertEquals(after, answer.lease().told().about());
        assertEquals(
                !tell || ending.equals("declined") ? at : Given.NOW, answer.lease().told().at());
    }

    /// A load that comes and goes, seen each quarter of an hour.
    @Test
    void saysOnceADayThatALoadComesAndGoes() {
        List<Integer> told = new ArrayList<>();
        Told known = Told.first(Told.NOTHING, Given.NOW);
        for (int round = 0; round < 2 * 96; round++) {
            Instant now = Given.NOW.plus(Duration.ofMinutes(15L * round));
            String ending = round % 2 == 0 ? "needs nothing" : "spike";
            LeaseAtEnd lease = LeaseAtEnd.of(run(ending).before(0, known).input(), now);
            if (lease.tell()) {
                told.add(round);
            }
            known = lease.told();
        }
        assertEquals(List.of(0, 1, 97), told);
    }

    /// What people are told of failures again is told after an hour, after four, and then each day.
    @ParameterizedTest
    @CsvSource({
        "0, 59, false",
        "0, 60, true",
        "60, 239, false",
        "60, 240, true",
        "240, 1679, false",
        "240, 1680, true"
    })
    void saysAgainMoreAndMoreSeldomWhatDoesNotStandStill(int last, int now, boolean tell) {
        ComposeReport.Input owed = run("owed again").failing(Runs.FAILURE).input();
        Instant first = Given.NOW.minus(Duration.ofMinutes(now));
        String about = owed.about().orElseThrow();
        var before = new Told(about, first, first.plus(Duration.ofMinutes(last)));

        LeaseAtEnd lease = run("owed again").failing(Runs.FAILURE).before(0, before).told().lease();

        assertEquals(tell, lease.tell());
        assertEquals(new Told(about, first, tell ? Given.NOW : before.at()), lease.told());
    }

    @Test
    void answersWhoeverWaitsForIt() {
        Told known = Told.first("no need", Given.ago(Duration.ofMinutes(5)));
        Told fault = Told.first("SPIKE", Given.ago(Duration.ofMinutes(5)));

        assertEquals(true, run("needs nothing").byHand().before(0, known).told().tell());
        LeaseAtEnd lease = run("needs nothing").byHand().before(0, fault).told().lease();
        assertEquals(true, lease.tell());
        assertEquals(fault, lease.told());
    }

    /// All but the quiet time and what operators know, too.
    @Test
    void leavesTheLeaseOfADryRunAsItWas() {
        Told known = Told.first("a ceiling", Given.ago(Duration.ofHours(1)));
        Instant quiet = Given.NOW.plus(Duration.ofHours(3));
        for (String ending : List.of("needs nothing", "spike", "asks", "refused", "untouched")) {
            LeaseAtEnd lease =
                    run(ending)
                            .dryRun()
                            .unhelped(OLD)
                            .before(new Before(2, Optional.of(quiet), true, known))
                            .told()
                            .lease();
            assertEquals(new LeaseAtEnd(true, quiet, true, 2, known, OLD), lease);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    not improved  | go from 3 to 5 shards
                    worse         | go from 3 to 5 shards
                    improved      | none
                    unmeasured    | go from 2 to 3 shards
                    failed        | go from 2 to 3 shards
                    needs nothing | go from 2 to 3 shards
                    recovered     | go from 2 to 3 shards
                    declined      | go from 2 to 3 shards
                    """)
    void remembersTheStepThatDidNotHelp(String ending, String change) {
        Unhelped after = run(ending).unhelped(OLD).told().lease().unhelped();

        assertEquals(change, after == null ? "none" : after.change());
        if (change.equals("go from 3 to 5 shards") && after != null) {
            assertEquals(Given.NOW.plus(Duration.ofDays(1)), after.until());
        }
    }

    @Test
    void givesQuietTimesInWholeSeconds() {
        LeaseAtEnd lease = LeaseAtEnd.of(run("not improved").input(), Given.NOW.plusMillis(780));

        assertEquals(Given.NOW.plus(Duration.ofHours(1)), lease.quietUntil());
        assertEquals(
                new Unhelped("go from 3 to 5 shards", Given.NOW.plus(Duration.ofDays(1))),
                lease.unhelped());
    }
}
