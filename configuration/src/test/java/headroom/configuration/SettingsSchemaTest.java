package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import headroom.configuration.SettingsFiles.One;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Promises: the committed schema is made of the lists of settings, and judges files as the CDK app
/// does, but for what no schema can say.
final class SettingsSchemaTest {
    private static final Path ROOT = Path.of("..");
    private static final Path COMMITTED = ROOT.resolve("headroom.schema.json");
    private static final Path EXAMPLE = ROOT.resolve("docs").resolve("headroom.example.json");
    private static final boolean REWRITE =
            "rewrite".equals(System.getProperty("transcripts")) && System.getenv("CI") == null;

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final com.networknt.schema.Schema SCHEMA =
            REGISTRY.getSchema(SettingsSchema.text(), InputFormat.JSON);

    @Test
    void isCommittedAsItIsMade() throws IOException {
        if (REWRITE) {
            Files.writeString(COMMITTED, SettingsSchema.text());
        }
        assertEquals(SettingsSchema.text(), Files.readString(COMMITTED));
    }

    @Test
    void isASchemaItself() {
        var metaschema = SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId());
        assertEquals(
                List.of(),
                REGISTRY.getSchema(metaschema).validate(SettingsSchema.text(), InputFormat.JSON));
    }

    @ParameterizedTest
    @MethodSource("right")
    void bothTakeWhatIsRight(One file) {
        assertEquals(List.of(), complaints(file.text()));
        synth(file.text());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void bothRefuseWhatIsWrong(One file) {
        assertNotEquals(List.of(), complaints(file.text()));
        assertEquals(file.mistakes(), mistakes(file.text()));
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void synthAloneRefusesWhatNoSchemaCanSay(One file) {
        assertEquals(List.of(), complaints(file.text()));
        assertEquals(file.mistakes(), mistakes(file.text()));
    }

    @Test
    void bothTakeTheExample() throws IOException {
        String example = Files.readString(EXAMPLE);
        assertEquals(List.of(), complaints(example));
        Configuration configured = synth(example);
        assertFalse(configured.clusters().isEmpty());
        assertFalse(configured.groups().isEmpty());
        assertTrue(example.contains("\"$schema\": \"./%s\"".formatted(COMMITTED.getFileName())));
    }

    /// As somebody's own schema of a `cdk.json` would name it, where there are no defaults.
    @Test
    void theDefinitionsJudgeListsInACdkJson() {
        var lists =
                REGISTRY.getSchema(
                        SettingsSchema.text()
                                .replaceFirst(
                                        "(?s)\"properties\".*\"\\$defs\"",
                                        "\"properties\": {\"clusters\": {\"\\$ref\":"
                                                + " \"#/\\$defs/clusters\"}}, \"\\$defs\""),
                        InputFormat.JSON);
        String list =
                "{\"clusters\": [{\"cluster\": \"a\", \"endpoints\":"
                        + " [\"arn:aws:dms:eu-west-1:111122223333:endpoint:A\"]%s}]}";
        assertEquals(
                List.of(), lists.validate(list.formatted(", \"maxNodes\": 4"), InputFormat.JSON));
        assertEquals(1, lists.validate(list.formatted(""), InputFormat.JSON).size());
    }

    private static Configuration synth(String text) {
        return Configuration.parse(
                Optional.of(HeadroomJson.of(HeadroomJson.NAME, text)), Map.of(), Optional.empty());
    }

    private static List<String> mistakes(String text) {
        return assertThrows(WrongSettings.class, () -> synth(text)).mistakes();
    }

    /// Of the schema, or of the parser that it needs.
    private static List<String> complaints(String text) {
        try {
            return SCHEMA.validate(text, InputFormat.JSON).stream().map(Error::toString).toList();
        } catch (JacksonException noJson) {
            return List.of(String.valueOf(noJson.getMessage()));
        }
    }

    static Stream<One> right() {
        return SettingsFiles.RIGHT.all().stream();
    }

    static Stream<One> wrong() {
        return SettingsFiles.WRONG.all().stream();
    }

    static Stream<One> beyond() {
        return SettingsFiles.BEYOND_THE_SCHEMA.all().stream();
    }
}
