package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.settings.Setting;
import headroom.settings.Type.Choice;
import headroom.settings.Type.Decimal;
import headroom.settings.Type.WholeNumber;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds the documents on settings and the README to the code.
final class SettingsDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path README = ROOT.resolve("README.md");

    /// That of what has to be counted, though its name says no more than "how many".
    private static final Set<String> COUNTS = Set.of("maxStep", "backupRetention");

    enum Page {
        CLUSTERS("settings.md"),
        CACHES("cache-settings.md");

        private final String file;

        Page(String file) {
            this.file = file;
        }

        Schema schema() {
            return switch (this) {
                case CLUSTERS -> Schema.CLUSTERS;
                case CACHES -> Schema.CACHES;
            };
        }

        String text() throws IOException {
            return Files.readString(ROOT.resolve("docs").resolve(file));
        }

        /// By their settings, with the lines of a list item put together.
        Map<String, String> sections() throws IOException {
            Map<String, String> sections = new LinkedHashMap<>();
            String text = text().replace("\n  ", " ");
            Matcher heading = HEADING.matcher(text);
            while (heading.find()) {
                int next = text.indexOf("\n## ", heading.end());
                sections.put(
                        heading.group(1),
                        text.substring(heading.end(), next < 0 ? text.length() : next));
            }
            return sections;
        }
    }

    /// One setting as it is explained on a page.
    record Explained(Page page, Setting<?> setting) {
        String section() throws IOException {
            return page.sections().getOrDefault(setting.key(), "");
        }

        @Override
        public String toString() {
            return page + " " + setting.key();
        }
    }

    private static final Pattern HEADING = Pattern.compile("(?m)^## `(\\w+)`$");
    private static final Pattern ARGUMENT =
            Pattern.compile("-c (?:'(\\w+)=([^']+)'|(\\w+)=(\\S+))");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| .+ \\| `?([^|`]+)`? \\|$");

    @ParameterizedTest
    @EnumSource
    void hasASectionForEachSettingAndNoOtherInTheirOrder(Page page) throws IOException {
        assertEquals(page.schema().keys(), List.copyOf(page.sections().keySet()));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsTheDefaultAndTheExample(Explained each) throws IOException {
        Setting<?> setting = each.setting();
        String section = each.section();
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
    void tellsWhatIsAllowed(Explained each) throws IOException {
        String section = each.section();
        switch (each.setting().type()) {
            case WholeNumber number ->
                    assertContains(section, "- Allowed: " + number.expected("").replace(", ", ""));
            case Decimal number ->
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
    void everyNumberNamesItsUnit(Explained each) {
        String key = each.setting().key();
        if (each.setting().type() instanceof WholeNumber && !COUNTS.contains(key)) {
            assertTrue(
                    key.matches("\\w+(Nodes|Shards|ReplicasPerShard|Percent|Minutes|Hours|Days)"),
                    key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTableHasEachSettingWithItsDefault(Page page) throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        page.schema()
                .settings()
                .forEach(
                        each ->
                                expected.put(
                                        each.key(),
                                        each.isRequired()
                                                ? "required"
                                                : usual(each).orElse("none")));
        Map<String, String> found = new LinkedHashMap<>();
        Matcher rows = ROW.matcher(between(page.text(), "## At a glance", "\n## "));
        while (rows.find()) {
            found.put(rows.group(1), rows.group(2));
        }
        assertEquals(expected.toString(), found.toString());
    }

    @Test
    void theCommandsCanBeRunAsTheyStand() throws IOException {
        String readme = Files.readString(README);
        String forGroups = readme.substring(readme.indexOf("-c replicationGroup"));
        assertCommand(List.of("analytics"), List.of(), Page.CLUSTERS.text());
        assertCommand(List.of("analytics"), List.of(), readme);
        assertCommand(List.of(), List.of("sessions"), Page.CACHES.text());
        assertCommand(List.of(), List.of("sessions"), "npx aws-cdk deploy " + forGroups);
    }

    private static void assertCommand(List<String> clusters, List<String> groups, String page) {
        var configured = Configuration.parse(arguments(page));
        assertEquals(clusters, clusters(configured));
        assertEquals(groups, groups(configured));
    }

    @Test
    void theFilesCanBeDeployedAsTheyStand() throws IOException {
        Configuration several = file(Page.CLUSTERS);
        assertEquals(List.of("analytics", "finance", "archive"), clusters(several));
        Configuration both = file(Page.CACHES);
        assertEquals(List.of("analytics"), clusters(both));
        assertEquals(List.of("sessions", "catalog"), groups(both));
    }

    private static List<String> clusters(Configuration configured) {
        return configured.clusters().stream().map(ClusterConfiguration::cluster).toList();
    }

    private static List<String> groups(Configuration configured) {
        return configured.groups().stream().map(GroupConfiguration::group).toList();
    }

    private static Configuration file(Page page) throws IOException {
        String json = between(page.text(), "```json\n", "```");
        return Configuration.parse(
                Optional.of(HeadroomJson.of(HeadroomJson.NAME, json)), Map.of(), Optional.empty());
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

    private static Stream<Explained> settings() {
        return Stream.of(Page.values())
                .flatMap(
                        page ->
                                page.schema().settings().stream()
                                        .map(each -> new Explained(page, each)));
    }

    private static String between(String text, String from, String to) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin));
    }

    private static void assertContains(String section, String expected) {
        assertTrue(section.contains(expected), "expected " + expected + " in:\n" + section);
    }
}
