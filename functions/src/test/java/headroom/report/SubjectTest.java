package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Given;
import headroom.Policy;
import headroom.Settings;
import headroom.report.ComposeReport.Input;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
        "REFUSED,  'Headroom: sales was NOT resized: refused by plan, nothing touched'",
        "FAILED,   Headroom: sales was NOT resized"
    })
    void tellsOfARunThatTouchedNothing(Outcome outcome, String subject) {
        assertEquals(subject, subject(Runs.untouched(outcome, Runs.RESIZE, null)));
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfTasksThatDoNotRunWhateverElseHappened(Outcome outcome) {
        assertEquals(
                "Headroom CRITICAL: DMS tasks NOT running, sales", subject(Runs.owed(outcome)));
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
            String subject = new ComposeReport(settings, Given.CLOCK, _ -> {}).run(run).subject();

            assertTrue(subject.matches("[ -~]{1,99}"), subject);
            subjects.add(subject);
        }
        assertEquals(runs.stream().map(SubjectTest::subject).distinct().count(), subjects.size());
    }

    private static String subject(Input run) {
        return new ComposeReport(Given.SETTINGS, Given.CLOCK, _ -> {}).run(run).subject();
    }
}
