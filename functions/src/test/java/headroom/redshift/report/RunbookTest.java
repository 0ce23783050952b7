package headroom.redshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.ClusterPages;
import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.Outcome;
import headroom.redshift.Runbook;
import headroom.redshift.replication.ForgetTasks;
import headroom.report.RunbookPage;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds the runbook and the subjects of reports together.
final class RunbookTest {
    @Test
    void hasASectionForEachReportAndNoOther() throws IOException {
        Set<String> reports = new TreeSet<>();
        runs().map(Heading::of).forEach(reports::add);
        reports.addAll(ofTheStateMachine());
        reports.add(forgetting("orders"));
        reports.add(forgetting("misspelt"));

        Set<String> headings = new TreeSet<>(Runbook.headings());
        assertTrue(headings.removeAll(Runbook.BY_HAND));
        // A test of the drill looks for these.
        headings.removeIf(each -> each.contains("drill"));
        headings.removeIf(each -> isOfTheWatch(each) || each.startsWith("Alarm"));
        // That tasks do not run, the watch tells as well.
        headings.add(Heading.of(Runs.owed(Outcome.FAILED)));
        assertEquals(reports, headings);
    }

    private static Stream<ComposeReport.Input> runs() {
        List<ComposeReport.Input> runs = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            runs.add(Runs.owed(outcome));
            runs.add(Runs.of(outcome).unseen(Runs.TASKS).input());
            if (outcome != Outcome.RESIZED) {
                runs.add(Runs.untouched(outcome, Runs.RESIZE, null));
            }
        }
        runs.add(Runs.resumed(Outcome.RESIZED));
        runs.add(Runs.recovered(Runs.TASKS));
        runs.add(Runs.resumed(Outcome.FAILED));
        runs.add(Runs.of(Outcome.FAILED).planned(Runs.RESIZE).back().sawNodes(8).input());
        runs.add(Runs.untouched(Outcome.PLANNED, Runs.NOT_YET, null));
        return runs.stream();
    }

    /// A link into the runbook goes where there is something.
    @Test
    void hasTheSectionsThatReportsLinkTo() {
        Set<String> anchors = new RunbookPage(ClusterPages.MAIL).anchors();
        for (ComposeReport.Input run : runs().toList()) {
            String body =
                    Runs.told(run, new GivenAws().disk(Given.ago(1, 0), 99).cloudWatch).body();
            Matcher link = Pattern.compile("docs/runbook.md#([a-z0-9-]+)").matcher(body);
            int found = 0;
            for (; link.find(); found++) {
                assertTrue(anchors.contains(link.group(1)), link.group());
            }
            assertTrue(found > 0, body);
        }
    }

    /// The tests of the watch look for these.
    private static boolean isOfTheWatch(String heading) {
        return heading.startsWith("Headroom WARNING: DMS")
                || Runbook.OF_THE_WATCH.contains(heading);
    }

    /// The subjects that the state machine itself publishes under.
    private static Set<String> ofTheStateMachine() throws IOException {
        JsonNode definition =
                JsonNode.parser()
                        .parse(
                                Files.readString(
                                        Path.of("..", "statemachine", "redshift-resize.asl.json")));
        String template =
                "{% 'Headroom' & ($owed ? ' CRITICAL, DMS tasks may be stopped' : '') &"
                        + " ': ${LeaseKey}, report not composed' %}";
        assertEquals(
                template,
                definition
                        .field("States")
                        .flatMap(states -> states.field("Compose report"))
                        .flatMap(state -> state.field("Catch"))
                        .flatMap(rules -> rules.index(0))
                        .flatMap(rule -> rule.field("Assign"))
                        .flatMap(variables -> variables.field("subject"))
                        .map(JsonNode::text)
                        .orElse("nothing"));
        return Set.of(
                "Headroom: redshift/CLUSTER, report not composed",
                "Headroom CRITICAL, DMS tasks may be stopped: redshift/CLUSTER, report not"
                        + " composed");
    }

    private static String forgetting(String name) {
        return new ForgetTasks(Runbook.SETTINGS, Given.CLOCK)
                .run(
                        new ForgetTasks.Input(
                                Runs.EXECUTION, List.of(name), Runs.TASKS, List.of(), "a message"))
                .subject();
    }
}
