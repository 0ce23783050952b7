package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.settings.Setting;
import headroom.settings.Type.Choice;
import headroom.settings.Type.WholeNumber;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds `docs/settings.md` and the README to the code.
final class SettingsDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs").resolve("settings.md");
    private static final Path README = ROOT.resolve("README.md");

    private static final Pattern HEADING = Pattern.compile("(?m)^## `(\\w+)`$");
    private static final Pattern ARGUMENT =
            Pattern.compile("-c (?:'(\\w+)=([^']+)'|(\\w+)=(\\S+))");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| .+ \\| `?([^|`]+)`? \\|$");

    @Test
    void hasASectionForEachSettingAndNoOtherInTheirOrder() throws IOException {
        assertEquals(Schema.CLUSTERS.keys(), List.copyOf(sections().keySet()));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsTheDefaultAndTheExample(Setting<?> setting) throws IOException {
        String section = sections().getOrDefault(setting.key(), "");
        assertContains(section, "- Unit: ");
        assertContains(section, "- Protects from: ");
        assertContains(section, "- Default: " + ofDefault(setting));
        assertContains(
                section,
                "- Example: `%s`, in the file `%s`"
                        .formatted(setting.inCommand(), setting.inFile()));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsWhatIsAllowed(Setting<?> setting) throws IOException {
        String section = sections().getOrDefault(setting.key(), "");
        switch (setting.type()) {
            case WholeNumber number ->
                    assertContains(section, "- Allowed: " + number.expected("").replace(", ", ""));
            case Choice<?> choice ->
                    assertContains(
                            section,
                            "- Allowed: `%s`"
                                    .formatted(
                                            choice.expected("")
                                                    .replace(", ", "")
                                                    .replace(" or ", "` or `")));
            default -> assertContains(section, "- Allowed: ");
        }
    }

    /// The unit stands in the name, so that nobody has to look it up or to spell it.
    @ParameterizedTest
    @MethodSource("settings")
    void everyNumberNamesItsUnit(Setting<?> setting) {
        if (setting.type() instanceof WholeNumber) {
            assertTrue(
                    setting.key().matches("\\w+(Nodes|Percent|Minutes|Hours|Days)"), setting.key());
        }
    }

    @Test
    void theReadmesTableHasEachSettingWithItsDefault() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        settings()
                .forEach(
                        each ->
                                expected.put(
                                        each.key(),
                                        each.isRequired()
                                                ? "required"
                                                : usual(each).orElse("none")));
        Map<String, String> found = new LinkedHashMap<>();
        Matcher rows = ROW.matcher(Files.readString(README));
        while (rows.find()) {
            found.put(rows.group(1), rows.group(2));
        }
        assertEquals(expected.toString(), found.toString());
    }

    @Test
    void theCommandsCanBeRunAsTheyStand() throws IOException {
        for (Path page : List.of(DOCUMENT, README)) {
            var configured = Configuration.parse(arguments(Files.readString(page)));
            assertEquals(
                    List.of("analytics"), configured.stream().map(Configuration::cluster).toList());
        }
    }

    @Test
    void theContextCanBeDeployedAsItStands() throws IOException {
        String json = between(Files.readString(DOCUMENT), "```json\n", "```");
        Map<String, Map<String, Object>> file =
                new ObjectMapper().readValue(json, new TypeReference<>() {});
        assertEquals(
                List.of("analytics", "finance", "archive"),
                Configuration.parse(file.getOrDefault("context", Map.of())).stream()
                        .map(Configuration::cluster)
                        .toList());
    }

    private static String ofDefault(Setting<?> setting) {
        if (setting.isRequired()) {
            return "none, it is required\n";
        }
        return usual(setting).map(each -> "`" + each + "`\n").orElse("none; ");
    }

    private static <T> Optional<String> usual(Setting<T> setting) {
        return setting.usual().map(setting.type()::print);
    }

    /// The `-c` of the first command of a page.
    private static Map<String, String> arguments(String page) {
        Map<String, String> arguments = new LinkedHashMap<>();
        String command = page.substring(page.indexOf("npx aws-cdk"));
        Matcher each = ARGUMENT.matcher(command.substring(0, command.indexOf("```")));
        while (each.find()) {
            boolean quoted = each.group(1) != null;
            arguments.put(each.group(quoted ? 1 : 3), each.group(quoted ? 2 : 4));
        }
        return arguments;
    }

    /// By their settings, with the lines of a list item put together.
    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        String text = Files.readString(DOCUMENT).replace("\n  ", " ");
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            int next = text.indexOf("\n## ", heading.end());
            sections.put(
                    heading.group(1),
                    text.substring(heading.end(), next < 0 ? text.length() : next));
        }
        return sections;
    }

    private static List<Setting<?>> settings() {
        return Schema.CLUSTERS.settings();
    }

    private static String between(String text, String from, String to) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin));
    }

    private static void assertContains(String section, String expected) {
        assertTrue(section.contains(expected), "expected " + expected + " in:\n" + section);
    }
}
