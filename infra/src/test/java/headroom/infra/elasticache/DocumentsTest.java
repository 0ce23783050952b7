package headroom.infra.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.GroupWatch;
import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds what the documents say of a group's stack to the template.
final class DocumentsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\|");

    @Test
    void securityHasARowForEachFunctionAndNoOther() throws IOException {
        Set<String> rows =
                ROW.matcher(section("security.md", "## Roles of a replication group's stack"))
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> functions =
                Synthesised.SESSIONS.all("AWS::Lambda::Function").stream()
                        .map(each -> each.path("Handler").asText().replaceFirst(".*\\.", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(functions, rows);
    }

    @Test
    void costsAreToldForTheRhythmOfTheWatchAndTheAlarmsThatAreThere() throws IOException {
        String costs = section("costs.md", "## A replication group");
        long rounds = Duration.ofDays(31).dividedBy(GroupWatch.TIMES.every());
        assertTrue(costs.contains(String.format(Locale.ROOT, "%,d rounds of the watch", rounds)));
        var alarms = Synthesised.SESSIONS.all("AWS::CloudWatch::Alarm");
        long queries = alarms.stream().filter(each -> each.has("Metrics")).count();
        assertEquals(2, queries);
        assertEquals(7, alarms.size() - queries);
        assertTrue(costs.contains("| two alarms on shards, "));
        assertTrue(costs.contains("| seven alarms on Headroom itself |"));
    }

    @Test
    void theRunbookHasASectionForEachAlarmAndNoOther() throws IOException {
        Set<String> sections =
                Files.readAllLines(DOCS.resolve("cache-runbook.md")).stream()
                        .filter(line -> line.startsWith("## Alarm "))
                        .map(line -> line.substring("## Alarm ".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> alarms =
                Synthesised.SESSIONS.all("AWS::CloudWatch::Alarm").stream()
                        .map(each -> each.path("AlarmName").asText())
                        .map(each -> each.replace("user-sessions", "GROUP"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(alarms, sections);
    }

    @Test
    void theRunbookNamesEachOutputAndPromisesTheRhythmOfTheWatch() throws IOException {
        String runbook = Files.readString(DOCS.resolve("cache-runbook.md"));
        Set<String> rows =
                ROW.matcher(runbook)
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> outputs = new TreeSet<>();
        Synthesised.SESSIONS.template().path("Outputs").fieldNames().forEachRemaining(outputs::add);
        assertEquals(outputs, rows);
        assertEquals(
                Set.of(GroupWatch.TIMES.recoveredWithin().toMinutes() + " minutes"),
                Pattern.compile("within (\\d+ minutes)")
                        .matcher(runbook)
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toSet()));
    }

    private static String section(String page, String heading) throws IOException {
        String text = Files.readString(DOCS.resolve(page));
        String from = text.substring(text.indexOf("\n" + heading + "\n") + 1);
        int end = from.indexOf("\n## ");
        return end < 0 ? from : from.substring(0, end);
    }
}
