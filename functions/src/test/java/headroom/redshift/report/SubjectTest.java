package headroom.redshift.report;

import static headroom.text.Wording.assertContains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.Outcome;
import headroom.redshift.Policy;
import headroom.redshift.Settings;
import headroom.redshift.report.ComposeReport.Input;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The line of a report that a person sees first, and perhaps alone.
final class SubjectTest {
    @ParameterizedTest
    @CsvSource({
        "RESIZED,   Headroom: sales was resized; replication runs",
        "RECOVERED, Headroom: sales has its replication back",
        "FAILED,    Headroom: sales was NOT resized; replication runs"
    })
    void tellsOfARunThatPausedReplication(Outcome outcome, String subject) {
        assertEquals(subject, subject(Runs.resumed(outcome)));
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED,  Headroom: sales could be resized (plan only)",
        "UNNEEDED, Headroom: sales needs no resize",
        "ASKED,    Headroom: sales asks whether to resize",
        "DEFERRED, Headroom: sales will be resized when its window opens",
        "REFUSED,  'Headroom: sales was NOT resized: refused by plan'",
        "FAILED,   Headroom: sales was NOT resized"
    })
    void tellsOfARunThatTouchedNothing(Outcome outcome, String subject) {
        assertEquals(subject, subject(Runs.untouched(outcome, Runs.RESIZE, null)));
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfTasksThatDoNotRunWhateverElseHappened(Outcome outcome) {
        assertEquals(
                "Headroom CRITICAL (log ends 23 Nov 03:28Z): DMS tasks NOT running, sales",
                subject(Runs.owed(outcome)));
    }

    @Test
    void saysNoMoreOfTasksThanIsKnown() {
        Runs run = Runs.of(Outcome.FAILED).unseen(Runs.TASKS);

        assertEquals(
                "Headroom CRITICAL (log ends 23 Nov 03:28Z): DMS tasks may be stopped, sales",
                subject(run.input()));
        assertEquals(
                "Headroom CRITICAL (log ends 23 Nov 03:28Z): DMS tasks NOT running, sales",
                subject(run.askedForResize().input()));
    }

    @Test
    void tellsOfAClusterThatGrewThoughItsRunFailed() {
        Runs run = Runs.of(Outcome.FAILED).planned(Runs.RESIZE).back();

        assertEquals(
                "Headroom: sales was resized, though its run had failed; replication runs",
                subject(run.sawNodes(8).input()));
        assertEquals(
                "Headroom: sales was NOT resized; replication runs",
                subject(run.sawNodes(4).input()));
    }

    @Test
    void showsADiskThatIsCriticalAndTheDiskOfWhateverIsCritical() {
        var full = new GivenAws().disk(Given.ago(2, 0), 70).disk(Given.ago(1, 0), 93.4).cloudWatch;
        var half = new GivenAws().disk(Given.ago(1, 0), 50).cloudWatch;

        assertEquals(
                "Headroom (disk 93 %): sales was NOT resized",
                Runs.told(Runs.untouched(Outcome.FAILED, null, null), full).subject());
        assertEquals(
                "Headroom: sales was NOT resized",
                Runs.told(Runs.untouched(Outcome.FAILED, null, null), half).subject());
        assertEquals(
                "Headroom CRITICAL (log ends 23 Nov 03:28Z, disk 50 %): DMS tasks NOT running,"
                        + " sales",
                Runs.told(Runs.owed(Outcome.FAILED), half).subject());
        var outOfReach = new GivenAws().cloudWatch;
        doThrow(SdkClientException.create("No route."))
                .when(outOfReach)
                .getMetricStatistics(any(GetMetricStatisticsRequest.class));
        assertEquals(
                "Headroom: sales was NOT resized",
                Runs.told(Runs.untouched(Outcome.FAILED, null, null), outOfReach).subject());
    }

    /// After a resize, what was measured before it counts for nothing.
    @Test
    void forgetsTheDiskOfTheSmallerCluster() {
        assertEquals(
                "Headroom: sales was resized; replication runs",
                Runs.told(
                                Runs.resumed(Outcome.RESIZED),
                                new GivenAws().disk(Given.ago(1, 0), 99).cloudWatch)
                        .subject());
    }

    @Test
    void goesWithAnotherAdviceWhereTheDiskIsCritical() {
        String body =
                Runs.told(
                                Runs.untouched(Outcome.FAILED, null, null),
                                new GivenAws().disk(Given.ago(1, 0), 93.4).cloudWatch)
                        .body();

        assertContains(
                "WHAT TO DO NOW\n"
                        + "The disk is 93 % full. At 100 % the cluster takes no writes, no"
                        + " snapshot, and perhaps no resize: drop or truncate what can be"
                        + " spared now (docs/runbook.md#storage-full).\n"
                        + "The disk is still",
                body);
    }

    /// What is cut off then leaves no doubt about what happened.
    @ParameterizedTest
    @EnumSource
    void hasLessThanAHundredCharactersOfAsciiForTheLongestCluster(Outcome outcome) {
        var settings = new Settings("c".repeat(63), List.of(Given.TARGET), Policy.upTo(16), 7, 24);
        Set<String> subjects = new HashSet<>();
        List<Input> runs =
                List.of(
                        Runs.owed(outcome),
                        Runs.resumed(outcome),
                        Runs.untouched(outcome, Runs.RESIZE, null),
                        Runs.untouched(outcome, Runs.NOT_YET, null));
        for (Input run : runs) {
            String subject =
                    new ComposeReport(new GivenAws().cloudWatch, settings, Given.CLOCK, _ -> {})
                            .run(run)
                            .subject();

            assertTrue(subject.matches("[ -~]{1,99}"), subject);
            subjects.add(subject);
        }
        assertEquals(runs.stream().map(SubjectTest::subject).distinct().count(), subjects.size());
    }

    private static String subject(Input run) {
        return Runs.told(run).subject();
    }
}
