package headroom.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.Indenter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.redshift.RedshiftSettings;
import headroom.settings.Setting;

import java.util.List;
import java.util.stream.Stream;

/// The JSON Schema of `headroom.json`, made of the lists of settings.
///
/// It is for editors, and judges as far as a schema can; what it cannot say, `synth` does.
final class SettingsSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFINITIONS = "#/$defs/";

    private static final Indenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final PrettyPrinter LAYOUT =
            new DefaultPrettyPrinter()
                    .withObjectIndenter(INDENTER)
                    .withArrayIndenter(INDENTER)
                    .withSeparators(
                            Separators.createDefaultInstance()
                                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    private SettingsSchema() {}

    /// As it is committed.
    static String text() {
        try {
            return JSON.writer(LAYOUT).writeValueAsString(root()) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode root() {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Settings of Headroom");
        root.put("description", "What Headroom looks after: a stack for each entry.");
        root.put("type", "object");
        ObjectNode properties = root.putObject("properties");
        properties
                .putObject("$schema")
                .put("type", "string")
                .put("description", "Where this schema is, for editors.");
        properties.set(Defaults.KEY, reference(Defaults.KEY));
        for (Schema each : Schema.ALL) {
            properties.set(each.list(), list(each, each.alone().stream()));
        }
        root.put("additionalProperties", false);
        ArrayNode either = root.putArray("anyOf");
        Schema.ALL.forEach(each -> either.addObject().set("required", names(each.list())));
        ArrayNode all = root.putArray("allOf");
        for (Schema each : Schema.ALL) {
            each.forAll().stream()
                    .filter(Setting::isRequired)
                    .forEach(setting -> all.add(requiredUnlessDefault(each, setting)));
            all.add(defaultsAreRightFor(each));
        }
        all.add(drillNeedsCeiling());
        ObjectNode definitions = root.putObject("$defs");
        definitions.set(Defaults.KEY, defaults());
        for (Schema each : Schema.ALL) {
            definitions.set(each.name().key(), entry(each));
            definitions.set(each.list(), list(each, each.required().stream()));
        }
        return root;
    }

    /// @param required in each entry
    private static ObjectNode list(Schema schema, Stream<Setting<?>> required) {
        ObjectNode list = JSON.createObjectNode();
        list.put("description", "An object for each %s.".formatted(schema.entry()));
        list.put("type", "array");
        list.put("minItems", 1);
        ObjectNode items = reference(schema.name().key());
        items.set("required", keys(required));
        list.set("items", items);
        return list;
    }

    private static ObjectNode entry(Schema schema) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("description", "The settings of one %s.".formatted(schema.entry()));
        entry.put("type", "object");
        ObjectNode properties = entry.putObject("properties");
        schema.settings()
                .forEach(each -> properties.set(each.key(), SchemaOfSetting.of(each).inFull()));
        entry.put("additionalProperties", false);
        return entry;
    }

    private static ObjectNode defaults() {
        ObjectNode defaults = JSON.createObjectNode();
        defaults.put("description", "What holds for each entry that does not say otherwise.");
        defaults.put("type", "object");
        ObjectNode properties = defaults.putObject("properties");
        for (String key : Defaults.keys()) {
            List<Schema> having =
                    Schema.ALL.stream().filter(each -> each.keys().contains(key)).toList();
            if (having.size() == 1) {
                properties.set(key, property(having.getFirst(), key));
            } else {
                ArrayNode either = properties.putObject(key).putArray("anyOf");
                having.forEach(each -> either.add(property(each, key)));
            }
        }
        defaults.put("additionalProperties", false);
        return defaults;
    }

    /// What may stand in the defaults has to stand in each entry where it does not.
    private static ObjectNode requiredUnlessDefault(Schema schema, Setting<?> setting) {
        ObjectNode condition = JSON.createObjectNode();
        condition.set("if", hasDefault(setting.key()));
        ObjectNode entries = inEntries(condition.putObject("else"), schema);
        entries.set("required", names(setting.key()));
        return condition;
    }

    /// What both kinds have is judged for those that are there.
    private static ObjectNode defaultsAreRightFor(Schema schema) {
        ObjectNode condition = JSON.createObjectNode();
        condition.putObject("if").set("required", names(schema.list()));
        ObjectNode properties =
                condition
                        .putObject("then")
                        .putObject("properties")
                        .putObject(Defaults.KEY)
                        .putObject("properties");
        schema.forAll().stream()
                .map(Setting::key)
                .filter(key -> !schema.own().contains(key))
                .forEach(key -> properties.set(key, property(schema, key)));
        return condition;
    }

    /// A day for drills, of an entry's own or by default, needs a ceiling.
    private static ObjectNode drillNeedsCeiling() {
        String drill = RedshiftSettings.DRILL.key();
        String ceiling = RedshiftSettings.DRILL_MAX_NODE_HOURS.key();
        ObjectNode aDay = JSON.createObjectNode();
        aDay.putObject("properties").putObject(drill).put("type", "integer");
        ObjectNode byDefault = JSON.createObjectNode();
        byDefault.set("required", names(Defaults.KEY));
        ObjectNode defaultDay = byDefault.putObject("properties").putObject(Defaults.KEY);
        defaultDay.setAll(aDay.deepCopy());
        defaultDay.set("required", names(drill));

        ObjectNode condition = JSON.createObjectNode();
        condition.set("if", hasDefault(ceiling));
        ObjectNode otherwise = condition.putObject("else");
        otherwise.set("if", byDefault);
        // Where the default is a day, an entry that says nothing has one.
        ObjectNode unlessOff = inEntries(otherwise.putObject("then"), Schema.CLUSTERS);
        unlessOff.set("if", aDay.deepCopy());
        unlessOff.putObject("then").set("required", names(ceiling));
        ObjectNode ifWritten = inEntries(otherwise.putObject("else"), Schema.CLUSTERS);
        ObjectNode written = aDay.deepCopy();
        written.set("required", names(drill));
        ifWritten.set("if", written);
        ifWritten.putObject("then").set("required", names(ceiling));
        return condition;
    }

    private static ObjectNode inEntries(ObjectNode at, Schema schema) {
        return at.putObject("properties").putObject(schema.list()).putObject("items");
    }

    private static ObjectNode hasDefault(String key) {
        ObjectNode has = JSON.createObjectNode();
        has.set("required", names(Defaults.KEY));
        has.putObject("properties").putObject(Defaults.KEY).set("required", names(key));
        return has;
    }

    private static ObjectNode property(Schema schema, String key) {
        return reference("%s/properties/%s".formatted(schema.name().key(), key));
    }

    private static ObjectNode reference(String to) {
        return JSON.createObjectNode().put("$ref", DEFINITIONS + to);
    }

    private static JsonNode keys(Stream<Setting<?>> settings) {
        return names(settings.map(Setting::key).toArray(String[]::new));
    }

    private static JsonNode names(String... names) {
        return JSON.valueToTree(names);
    }
}
