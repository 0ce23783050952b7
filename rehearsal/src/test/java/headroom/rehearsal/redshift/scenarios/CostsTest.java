package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds the figures of `docs/costs.md` to the scenarios.
final class CostsTest {
    private static final Path ROOT = Path.of("..");
    private static final String ELASTIC = "a_disk_alarm_resizes_the_cluster";
    private static final String CLASSIC = "a_classic_resize_may_take_two_days";

    /// The watch runs every quarter of an hour, in a month of 31 days.
    private static final int WATCHES = 31 * 24 * 4;

    /// What a run uses, in the order of the table's columns.
    private record Use(int transitions, int invocations, int writes, int reports, int events) {}

    @ParameterizedTest
    @ValueSource(strings = {ELASTIC, CLASSIC})
    void tellsWhatARunUses(String scenario) throws IOException {
        Matcher row =
                Pattern.compile(
                                "(?m)^\\| `"
                                        + scenario
                                        + "`.* \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|"
                                        + " (\\d+) \\|$")
                        .matcher(costs());
        assertTrue(row.find(), "no row for " + scenario);
        assertEquals(
                use(scenario),
                new Use(
                        Integer.parseInt(row.group(1)),
                        Integer.parseInt(row.group(2)),
                        Integer.parseInt(row.group(3)),
                        Integer.parseInt(row.group(4)),
                        Integer.parseInt(row.group(5))));
    }

    @Test
    void addsUpAMonth() throws IOException {
        Use elastic = use(ELASTIC);
        Use classic = use(CLASSIC);
        assertRow("State transitions", 0, 4 * elastic.transitions(), classic.transitions());
        assertRow(
                "Lambda invocations",
                WATCHES,
                WATCHES + 4 * elastic.invocations(),
                WATCHES + classic.invocations());
        assertRow("DynamoDB reads", WATCHES, WATCHES, WATCHES);
        assertRow("DynamoDB writes", 0, 4 * elastic.writes(), classic.writes());
        assertRow("E-mails", 0, 4 * elastic.reports(), classic.reports());
        assertRow("Events", 0, 4 * elastic.events(), classic.events());
    }

    @Test
    void everyDocumentHasTheSameRoundsAMonth() throws IOException {
        String rounds = String.format(Locale.ROOT, "%,d", WATCHES);
        for (String page : List.of("docs/costs.md", "benchmarks/results.md")) {
            assertTrue(Files.readString(ROOT.resolve(page)).contains(rounds), page);
        }
    }

    private static void assertRow(String what, int idle, int four, int classic) throws IOException {
        String row =
                String.format(Locale.ROOT, "| %s | %,d | %,d | %,d |", what, idle, four, classic);
        assertTrue(costs().contains(row), "expected " + row);
    }

    private static Use use(String name) {
        Scenario<RedshiftSimulation> scenario =
                Scenarios.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        List<Entry> entries = new ArrayList<>();
        Execution run =
                new ScenarioRun<>(scenario).play(entries::add).simulation().executions().getFirst();
        return new Use(
                run.transitions(),
                count(entries, each -> each.kind() == Kind.STEP && !each.name().equals("Watch"))
                        + count(entries, CostsTest::isStart),
                count(
                        entries,
                        each -> each.kind() == Kind.CALL && each.name().equals("UpdateItem")),
                count(entries, each -> each.kind() == Kind.REPORT),
                count(
                        entries,
                        each -> each.kind() == Kind.CALL && each.name().equals("PutEvents")));
    }

    private static boolean isStart(Entry entry) {
        return entry.kind() == Kind.LOG && entry.detail().startsWith("Started ");
    }

    private static int count(List<Entry> entries, Predicate<Entry> which) {
        return Math.toIntExact(entries.stream().filter(which).count());
    }

    private static String costs() throws IOException {
        return Files.readString(ROOT.resolve("docs/costs.md"));
    }
}
