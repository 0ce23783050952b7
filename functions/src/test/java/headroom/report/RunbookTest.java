package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Given;
import headroom.Runbook;
import headroom.lease.ForgetTasks;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds the runbook and the subjects of reports together.
final class RunbookTest {
    @Test
    void hasASectionForEachReportAndNoOther() throws IOException {
        Set<String> subjects = new TreeSet<>();
        for (Outcome outcome : Outcome.values()) {
            subjects.add(subject(Runs.owed(outcome)));
        }
        Stream.of(Outcome.RESIZED, Outcome.RECOVERED, Outcome.FAILED)
                .forEach(each -> subjects.add(subject(Runs.resumed(each))));
        Stream.of(
                        Outcome.PLANNED,
                        Outcome.UNNEEDED,
                        Outcome.ASKED,
                        Outcome.DEFERRED,
                        Outcome.REFUSED,
                        Outcome.FAILED)
                .forEach(each -> subjects.add(subject(Runs.untouched(each, Runs.RESIZE, null))));
        subjects.add(subject(Runs.untouched(Outcome.PLANNED, Runs.NOT_YET, null)));
        subjects.add(subject(Runs.recovered(List.of())));
        subjects.addAll(ofTheStateMachine());
        subjects.add(forgetting("orders"));
        subjects.add(forgetting("misspelt"));

        Set<String> headings = new TreeSet<>(Runbook.headings());
        assertTrue(headings.removeAll(Runbook.BY_HAND));
        headings.removeIf(each -> isOfTheWatch(each) || each.startsWith("Alarm"));
        // That tasks do not run, the watch tells as well.
        headings.addAll(Set.of(subject(Runs.owed(Outcome.FAILED))));
        assertEquals(subjects, headings);
    }

    /// The tests of the watch look for these.
    private static boolean isOfTheWatch(String heading) {
        return heading.startsWith("Headroom WARNING: DMS")
                || Runbook.OF_THE_WATCH.contains(heading);
    }

    /// The subjects that the state machine itself publishes under.
    private static Set<String> ofTheStateMachine() throws IOException {
        String definition =
                Files.readString(Path.of("..", "statemachine", "redshift-resize.asl.json"));
        String template =
                "'Headroom' & ($owed ? ' CRITICAL, DMS tasks may be stopped' : '') &"
                        + " ': ${LeaseKey}, report not composed'";
        assertEquals(2, definition.split(Pattern.quote(template), -1).length);
        String declined = "Headroom: a message was declined, as a run is at work, ${LeaseKey}";
        assertEquals(2, definition.split(Pattern.quote(declined), -1).length);
        String announced = "Headroom WARNING: a classic resize begins, ${LeaseKey}";
        assertEquals(2, definition.split(Pattern.quote(announced), -1).length);
        String failed = "Headroom: a message was not carried out, ${LeaseKey}";
        assertEquals(5, definition.split(Pattern.quote(failed), -1).length);
        return Set.of(
                failed.replace("${LeaseKey}", "redshift/CLUSTER"),
                announced.replace("${LeaseKey}", "redshift/CLUSTER"),
                declined.replace("${LeaseKey}", "redshift/CLUSTER"),
                "Headroom: redshift/CLUSTER, report not composed",
                "Headroom CRITICAL, DMS tasks may be stopped: redshift/CLUSTER, report not"
                        + " composed");
    }

    private static String forgetting(String name) {
        return new ForgetTasks(Runbook.SETTINGS, Given.CLOCK)
                .run(new ForgetTasks.Input(List.of(name), Runs.TASKS, List.of(), "a message"))
                .subject();
    }

    private static String subject(ComposeReport.Input run) {
        return new ComposeReport(Runbook.SETTINGS, Given.CLOCK, _ -> {}).run(run).subject();
    }
}
