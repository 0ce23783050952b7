package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The definition files: what their README says of them, and what the project demands of every
/// state.
final class DefinitionsTest {
    private static final Path FOLDER = Path.of("..", "statemachine");

    /// The pre-copy is a snapshot like the other.
    private static final Map<String, String> NAMES =
            Map.of("Take precopy", "TakeSnapshot", "Confirm precopy", "ConfirmSnapshot");

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".asl.json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    private static Map<String, JsonNode> states(String file) throws IOException {
        Map<String, JsonNode> states = new LinkedHashMap<>();
        collect(new ObjectMapper().readTree(text(file)), states);
        return states;
    }

    private static void collect(JsonNode flow, Map<String, JsonNode> states) {
        flow.get("States")
                .forEachEntry(
                        (name, state) -> {
                            states.put(name, state);
                            state.path("Branches").forEach(each -> collect(each, states));
                        });
    }

    @Test
    void allAreHere() throws IOException {
        assertEquals(
                List.of(
                        "elasticache-scale.asl.json",
                        "redshift-drill.asl.json",
                        "redshift-resize.asl.json"),
                files().toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTableOfStatesIsTheFile(String file) throws IOException {
        List<String> table =
                Files.readAllLines(FOLDER.resolve("README.md")).stream()
                        .dropWhile(line -> !line.equals("## `%s`".formatted(file)))
                        .dropWhile(line -> !line.startsWith("| State |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(line -> line.substring(0, line.lastIndexOf(" | ")))
                        .toList();
        assertEquals(states(file).entrySet().stream().map(DefinitionsTest::row).toList(), table);
    }

    private static String row(Map.Entry<String, JsonNode> named) {
        JsonNode state = named.getValue();
        return "| "
                + String.join(
                        " | ",
                        named.getKey(),
                        state.get("Type").asText(),
                        calls(state),
                        String.join(", ", next(state)),
                        targets(state.path("Catch")).collect(Collectors.joining(", ")));
    }

    private static String calls(JsonNode state) {
        String function = state.path("Arguments").path("FunctionName").asText();
        return function.isEmpty()
                ? state.path("Resource").asText().replaceAll(".*:::", "")
                : function.replaceAll("[${}]", "");
    }

    private static List<String> next(JsonNode state) {
        List<String> next = new ArrayList<>(targets(state.path("Choices")).toList());
        Stream.of("Next", "Default")
                .filter(state::has)
                .forEach(f -> next.add(state.get(f).asText()));
        return next.stream().distinct().toList();
    }

    private static Stream<String> targets(JsonNode rules) {
        return rules.valueStream().map(each -> each.get("Next").asText()).distinct();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFunctionHasTheNameOfItsState(String file) throws IOException {
        states(file)
                .forEach(
                        (name, state) -> {
                            if (state.path("Resource").asText().endsWith("lambda:invoke")) {
                                assertEquals(
                                        NAMES.getOrDefault(name, camelCase(name)), calls(state));
                            }
                        });
    }

    private static String camelCase(String words) {
        return Stream.of(words.split(" "))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTaskHasATimeoutAndRetries(String file) throws IOException {
        assertAll(
                tasks(file)
                        .map(
                                task ->
                                        () ->
                                                assertAll(
                                                        () ->
                                                                assertFalse(
                                                                        task.path("Retry")
                                                                                .isEmpty()),
                                                        () ->
                                                                assertFalse(
                                                                        task.path("TimeoutSeconds")
                                                                                .isMissingNode()))));
    }

    /// A list of what passes is never complete; what means something is ours to know.
    @ParameterizedTest
    @MethodSource("files")
    void whateverAFunctionFailsWithIsRepeatedUnlessItIsNamed(String file) throws IOException {
        tasks(file)
                .filter(task -> task.get("Resource").asText().endsWith("lambda:invoke"))
                .forEach(
                        task -> {
                            JsonNode retry = task.get("Retry");
                            JsonNode last = retry.get(retry.size() - 1);
                            assertEquals("[\"States.ALL\"]", last.get("ErrorEquals").toString());
                            JsonNode named = retry.get(retry.size() - 2);
                            assertEquals(0, named.get("MaxAttempts").asInt());
                            assertEquals(
                                    "headroom.step.AwsRefused",
                                    named.get("ErrorEquals").get(0).asText());
                        });
    }

    /// What is longer is a decision, and belongs into a function.
    @ParameterizedTest
    @MethodSource("files")
    void noExpressionIsLongerThan200Characters(String file) throws IOException {
        assertEquals(
                List.of(),
                texts(new ObjectMapper().readTree(text(file)))
                        .filter(each -> each.length() > 200)
                        .toList());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.asText())
                : node.valueStream().flatMap(DefinitionsTest::texts);
    }

    /// So that a difference shows one field on each line.
    @ParameterizedTest
    @MethodSource("files")
    void isLaidOutAsAFormatterDoesIt(String file) throws IOException {
        var indenter = new DefaultIndenter("  ", "\n");
        Separators separators =
                Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter);
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(
                mapper.writer(printer).writeValueAsString(mapper.readTree(text(file))) + "\n",
                text(file),
                "Format it: jq . " + file);
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesNoPartition(String file) throws IOException {
        assertFalse(text(file).contains("arn:aws"), "arn:aws in the definition");
    }

    private static Stream<JsonNode> tasks(String file) throws IOException {
        return states(file).values().stream()
                .filter(each -> each.get("Type").asText().equals("Task"));
    }
}
