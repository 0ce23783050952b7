package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.Given;
import headroom.elasticache.Outcome;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.plan.Plan;
import headroom.elasticache.plan.Wish;
import headroom.report.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The line of a report that a person sees first, and perhaps alone.
final class SubjectTest {
    /// ElastiCache permits no longer one.
    private static final String LONGEST = "g".repeat(40);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IMPROVED     | Headroom: sessions was scaled, and it helped
                    NOT_IMPROVED | Headroom WARNING: sessions was scaled, and it did NOT help
                    WORSE        | Headroom WARNING: sessions was scaled, and it is worse than before
                    UNMEASURED   | Headroom: sessions was scaled; its effect could not be measured
                    RECOVERED    | Headroom: sessions had a run that ended early; no change was left
                    PLANNED      | Headroom: sessions could be scaled (plan only)
                    UNNEEDED     | Headroom: sessions needs no step
                    ASKED        | Headroom: sessions asks whether to scale
                    DEFERRED     | Headroom: sessions will be scaled when its window opens
                    REFUSED      | Headroom: sessions was NOT scaled: refused by plan
                    FAILED       | Headroom: sessions was NOT scaled
                    DECLINED     | Headroom: a message was declined, as the lease is held, sessions
                    """)
    void tellsHowARunEnded(Outcome outcome, String subject) {
        assertEquals(subject, Runs.of(outcome).planned(Runs.SCALE).told().subject());
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfAChangeThatNobodyWatchesWhateverElseHappened(Outcome outcome) {
        assertEquals(
                "Headroom CRITICAL: a change may be under way and is not watched, sessions",
                Runs.of(outcome).owing(Runs.SHARDS).told().subject());
    }

    @Test
    void tellsOfAGroupThatGrewThoughItsRunFailed() {
        assertEquals(
                "Headroom: sessions was scaled, though its run had failed",
                Runs.of(Outcome.FAILED).scaled(Runs.SHARDS).told().subject());
        assertEquals(
                "Headroom: sessions was NOT scaled",
                Runs.of(Outcome.FAILED).tried(Runs.SHARDS).told().subject());
    }

    @Test
    void tellsOfAStepThatDidNotComeToItsEnd() {
        String subject = "Headroom WARNING: sessions has a step that did not come to its end";

        assertEquals(subject, Runs.of(Outcome.FAILED).unfinished(Runs.SHARDS).told().subject());
        assertEquals(
                subject,
                Runs.of(Outcome.FAILED)
                        .tried(Runs.SHARDS)
                        .failing(
                                new Failure(
                                        "headroom.elasticache.group.ScaleUnfinished", "A part."))
                        .told()
                        .subject());
    }

    @Test
    void tellsOfAPlanThatHasToWait() {
        assertEquals(
                "Headroom: sessions cannot be scaled just yet (plan only)",
                Runs.of(Outcome.PLANNED).dryRun().planned(Runs.NOT_YET).told().subject());
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatPassesFromWhatPeopleHaveToMend(Finding.Kind kind) {
        String subject = Runs.of(Outcome.TOLD).planned(Runs.tell(kind)).told().subject();

        assertEquals(
                switch (kind.name()) {
                    case "SPIKE" -> "Headroom: sessions was busy for a while, and is not now";
                    case "BUSY_NODE" ->
                            "Headroom: sessions has a busy node, and nothing is scaled for it";
                    case "UNKNOWN" -> "Headroom: sessions has figures that do not tell enough";
                    default -> "Headroom: sessions has a fault that scaling does not cure";
                },
                subject);
    }

    @Test
    void saysThatAGroupIsCriticalThatGetsNoStep() {
        Plan.Tell tell = Runs.tell(Finding.Kind.CONNECTION_CHURN);

        assertEquals(
                "Headroom (critical): sessions has a fault that scaling does not cure",
                Runs.of(Outcome.TOLD)
                        .planned(Runs.held(tell, new Wish.Shards(4)))
                        .told()
                        .subject());
    }

    /// The first decides, whatever else holds.
    @Test
    void isOfTheFindingThatDecided() {
        assertEquals(
                "Headroom: sessions has a fault that scaling does not cure",
                Runs.of(Outcome.TOLD)
                        .planned(Runs.tell(Finding.Kind.CONNECTIONS, Finding.Kind.SPIKE))
                        .told()
                        .subject());
        assertEquals(
                "Headroom: sessions has a fault that scaling does not cure",
                Runs.of(Outcome.TOLD).told().subject());
    }

    /// What is cut off then leaves no doubt about what happened.
    @ParameterizedTest
    @EnumSource
    void hasLessThanAHundredCharactersOfAsciiForTheLongestGroup(Outcome outcome) {
        var long1 = new Settings(LONGEST, Policy.upTo(6, 3), 3);
        var other = new Settings("sessions", Policy.upTo(6, 3), 3);
        List<Plan> plans =
                List.of(
                        Runs.SCALE,
                        Runs.NOT_YET,
                        Runs.tell(Finding.Kind.SPIKE),
                        Runs.tell(Finding.Kind.BUSY_NODE),
                        Runs.tell(Finding.Kind.UNKNOWN));
        Set<String> all = new TreeSet<>();
        Set<String> ofTheLongest = new TreeSet<>();
        for (Plan plan : plans) {
            Runs run = Runs.of(outcome).planned(plan);
            for (ComposeReport.Input each :
                    List.of(
                            run.input(),
                            run.scaled(Runs.SHARDS).input(),
                            run.unfinished(Runs.SHARDS).input(),
                            run.owing(Runs.SHARDS).input())) {
                String subject = subject(long1, each);
                assertTrue(subject.matches("[ -~]{1,99}"), subject);
                ofTheLongest.add(subject);
                all.add(subject(other, each));
            }
        }
        assertEquals(all.size(), ofTheLongest.size());
    }

    private static String subject(Settings settings, ComposeReport.Input run) {
        return new ComposeReport(settings, Given.CLOCK, _ -> {}).run(run).subject();
    }
}
