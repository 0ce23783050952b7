package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The definition file: what its README says of it, and what the project demands of every state.
final class DefinitionTest {
    private static final Path FOLDER = Path.of("..", "statemachine");
    private static final Map<String, JsonNode> STATES = new LinkedHashMap<>();
    private static final Map<String, String> NAMES =
            Map.of("Take precopy", "TakeSnapshot", "Confirm precopy", "ConfirmSnapshot");
    private static String text = "";

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(FOLDER.resolve("redshift-resize.asl.json"));
        collect(new ObjectMapper().readTree(text));
    }

    private static void collect(JsonNode flow) {
        flow.get("States")
                .forEachEntry(
                        (name, state) -> {
                            STATES.put(name, state);
                            state.path("Branches").forEach(DefinitionTest::collect);
                        });
    }

    @Test
    void theTableOfStatesIsTheFile() throws IOException {
        List<String> table =
                Files.readAllLines(FOLDER.resolve("README.md")).stream()
                        .dropWhile(line -> !line.startsWith("| State |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(line -> line.substring(0, line.lastIndexOf(" | ")))
                        .toList();
        assertEquals(STATES.entrySet().stream().map(DefinitionTest::row).toList(), table);
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

    /// But for the pre-copy, which is a snapshot like the other.
    @Test
    void aFunctionHasTheNameOfItsState() {
        STATES.forEach(
                (name, state) -> {
                    if (state.path("Resource").asText().endsWith("lambda:invoke")) {
                        assertEquals(NAMES.getOrDefault(name, camelCase(name)), calls(state));
                    }
                });
    }

    private static String camelCase(String words) {
        return Stream.of(words.split(" "))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    @Test
    void everyTaskHasATimeoutAndRetries() {
        assertAll(
                tasks().map(
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
    @Test
    void whateverAFunctionFailsWithIsRepeatedUnlessItIsNamed() {
        tasks().filter(task -> task.get("Resource").asText().endsWith("lambda:invoke"))
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
    @Test
    void noExpressionIsLongerThan200Characters() throws IOException {
        assertEquals(
                List.of(),
                texts(new ObjectMapper().readTree(text))
                        .filter(each -> each.length() > 200)
                        .toList());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.asText())
                : node.valueStream().flatMap(DefinitionTest::texts);
    }

    /// So that a difference shows one field on each line.
    @Test
    void isLaidOutAsAFormatterDoesIt() throws IOException {
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
                mapper.writer(printer).writeValueAsString(mapper.readTree(text)) + "\n",
                text,
                "Format it: jq . redshift-resize.asl.json");
    }

    @Test
    void namesNoPartition() {
        assertFalse(text.contains("arn:aws"), "arn:aws in the definition");
    }

    private static Stream<JsonNode> tasks() {
        return STATES.values().stream().filter(each -> each.get("Type").asText().equals("Task"));
    }
}
