package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.scenario.Scenario;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds what the documents say of `./rehearse` to what it understands.
final class DocumentedRunsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern RUN = Pattern.compile("\\./rehearse([^`\\n#]*)");
    private static final Pattern FLAG = Pattern.compile("--[a-z-]+");

    /// A setting of PostgreSQL and one of Terraform, the only other names of so many parts.
    private static final Set<String> NO_SCENARIOS =
            Set.of("max_slot_wal_keep_size", "replicas_per_node_group");

    private static final Pattern SCENARIO = Pattern.compile("`([a-z0-9]+(?:_[a-z0-9]+){3,})`");

    @Test
    void theDocumentsKnowNoFlagThatIsNone() throws IOException {
        Set<String> flags = new TreeSet<>();
        FLAG.matcher(help()).results().forEach(each -> flags.add(each.group()));
        List<String> unknown = new ArrayList<>();
        int runs = 0;
        for (Path page : pages()) {
            Matcher run = RUN.matcher(Files.readString(page));
            while (run.find()) {
                runs++;
                FLAG.matcher(run.group(1))
                        .results()
                        .filter(each -> !flags.contains(each.group()))
                        .forEach(each -> unknown.add(page + ": ./rehearse " + each.group()));
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(runs > 0, "no document has a line with ./rehearse");
    }

    @Test
    void theDocumentsKnowNoScenarioThatIsNone() throws IOException {
        Set<String> scenarios =
                Workflow.allScenarios().map(Scenario::name).collect(Collectors.toSet());
        scenarios.addAll(NO_SCENARIOS);
        List<String> unknown = new ArrayList<>();
        for (Path page : pages()) {
            SCENARIO.matcher(Files.readString(page))
                    .results()
                    .filter(each -> !scenarios.contains(each.group(1)))
                    .forEach(each -> unknown.add(page + ": " + each.group(1)));
        }
        assertEquals(List.of(), unknown);
    }

    private static String help() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Rehearse(printed, printed).run(List.of("--help"));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
