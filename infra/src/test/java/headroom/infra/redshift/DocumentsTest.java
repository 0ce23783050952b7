package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds what the documents say of the stack to the template.
final class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\|");

    /// Nothing else of the runbook is written so.
    private static final Pattern OUTPUT = Pattern.compile("`([A-Z][a-z][A-Za-z]+)`");

    private static final Set<String> OF_OPERATING =
            Set.of("OperatorsTopicArn", "PlanOnlyCommand", "ResizeNowCommand");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void securityHasARowForEachFunctionAndNoOther() throws IOException {
        Set<String> rows =
                ROW.matcher(roles(Files.readString(DOCS.resolve("security.md"))))
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> functions =
                functions().stream()
                        .map(each -> each.path("Handler").asText().replaceFirst(".*\\.", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(functions, rows);
    }

    private static String roles(String security) {
        String from = security.substring(security.indexOf("\n## Roles\n") + 1);
        return from.substring(0, from.indexOf("\n## "));
    }

    @Test
    void costsAreToldForTheFunctionsMemory() throws IOException {
        String costs = Files.readString(DOCS.resolve("costs.md"));
        for (JsonNode function : functions()) {
            String memory = "A function has " + function.path("MemorySize").asText() + " MB";
            assertTrue(costs.contains(memory), memory);
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : everyPage()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(each -> page.resolveSibling(each.group(1)))
                    .forEach(each -> assertTrue(Files.exists(each), page + " links to " + each));
        }
    }

    @Test
    void theIndexLinksToEveryDocument() throws IOException {
        Path index = DOCS.resolve("README.md");
        assertTrue(Files.readString(ROOT.resolve("README.md")).contains("](docs/README.md)"));
        Set<Path> linked =
                LINK.matcher(Files.readString(index))
                        .results()
                        .map(each -> DOCS.resolve(each.group(1)).normalize())
                        .collect(Collectors.toCollection(TreeSet::new));
        linked.addAll(List.of(index.normalize(), ROOT.resolve("README.md").normalize()));
        List<Path> missing =
                pages().stream()
                        .map(Path::normalize)
                        .filter(each -> !linked.contains(each))
                        .toList();
        assertEquals(List.of(), missing);
    }

    /// The commands of the documents are given to the AWS CLI, so these are as well.
    @Test
    void theDocumentsHaveTheCommandsThatAreOutputs() throws IOException {
        String page = Files.readString(DOCS.resolve("operating.md"));
        for (String name : List.of("PlanOnlyCommand", "ResizeNowCommand")) {
            String command =
                    Synthesised.text(outputs().path(name).path("Value"))
                            .replace("${AWS::Region}", "REGION")
                            .replace("${Requests}", "TOPIC_ARN");
            assertTrue(page.contains("\n" + command + "\n"), command);
            assertTrue(page.contains("`" + name + "`"), name);
        }
    }

    /// Whether a person on call finds there what the runbook says.
    @Test
    void theRunbookNamesEachOutputAndNoOther() throws IOException {
        Set<String> named =
                OUTPUT.matcher(Files.readString(DOCS.resolve("runbook.md")))
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> outputs = new TreeSet<>(OF_OPERATING);
        outputs.addAll(named);
        assertEquals(
                outputs,
                outputs().properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static JsonNode outputs() {
        return Synthesised.FINANCE.template().path("Outputs");
    }

    private static List<JsonNode> functions() {
        return Synthesised.FINANCE.all("AWS::Lambda::Function");
    }

    private static List<Path> everyPage() throws IOException {
        List<Path> every = new ArrayList<>(pages());
        for (String folder : List.of("docs/decisions", "statemachine", "benchmarks")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(each -> each.toString().endsWith(".md")).sorted().forEach(every::add);
            }
        }
        return every;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.list(DOCS)) {
            return Stream.concat(root, docs)
                    .filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
