package headroom.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.plan.Ladder;
import headroom.settings.Setting;
import headroom.settings.Type;
import headroom.settings.Window;

import java.math.BigDecimal;

/// What a JSON Schema says of one setting.
record SchemaOfSetting<T>(Setting<T> setting) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// In how many steps a number with one digit after the point goes up by one.
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    static <T> SchemaOfSetting<T> of(Setting<T> setting) {
        return new SchemaOfSetting<>(setting);
    }

    ObjectNode inFull() {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("description", setting.expected());
        schema.setAll(
                setting.equals(CacheSettings.LARGEST_NODE_TYPE)
                        ? text(Ladder.pattern())
                        : of(setting.type()));
        setting.usual().ifPresent(each -> schema.set("default", json(setting.type().print(each))));
        schema.putArray("examples").add(json(setting.example()));
        return schema;
    }

    private JsonNode json(String text) {
        try {
            return JSON.readTree(setting.type().inJson(text));
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(setting.key(), noJson);
        }
    }

    private static ObjectNode of(Type<?> type) {
        return switch (type) {
            case Type.Text(String form) -> text(form);
            case Type.Texts(Type.Text each) -> {
                ObjectNode list = JSON.createObjectNode().put("type", "array");
                list.set("items", of(each));
                yield list.put("minItems", 1).put("uniqueItems", true);
            }
            case Type.WholeNumber number -> wholeNumber(number);
            case Type.Decimal number -> decimal(number);
            case Type.Choice<?> choice -> choice(choice);
            case Type.MonthDay _ -> {
                ObjectNode either = JSON.createObjectNode();
                ArrayNode ways = either.putArray("anyOf");
                ways.addObject().put("const", Type.MonthDay.OFF);
                ways.add(wholeNumber(Type.MonthDay.DAYS));
                yield either;
            }
            case Type.Hours _ -> text(Type.Hours.ALWAYS + "|" + Window.pattern());
        };
    }

    private static ObjectNode text(String form) {
        return JSON.createObjectNode()
                .put("type", "string")
                .put("pattern", "^(?:%s)$".formatted(form));
    }

    private static ObjectNode wholeNumber(Type.WholeNumber number) {
        ObjectNode schema =
                JSON.createObjectNode()
                        .put("type", "integer")
                        .put("minimum", number.least())
                        .put("maximum", number.most());
        return number.step() == 1 ? schema : schema.put("multipleOf", number.step());
    }

    /// One by one: with `multipleOf` most editors would refuse 1.1, as 0.1 is no binary number.
    private static ObjectNode decimal(Type.Decimal number) {
        ObjectNode schema = JSON.createObjectNode().put("type", "number");
        ArrayNode values = schema.putArray("enum");
        BigDecimal most = BigDecimal.valueOf(number.most());
        for (BigDecimal each = BigDecimal.valueOf(number.least());
                each.compareTo(most) <= 0;
                each = each.add(TENTH)) {
            values.add(each);
        }
        return schema;
    }

    private static <E extends Enum<E>> ObjectNode choice(Type.Choice<E> choice) {
        ObjectNode schema = JSON.createObjectNode().put("type", "string");
        ArrayNode words = schema.putArray("enum");
        choice.choices().forEach(each -> words.add(choice.print(each)));
        return schema;
    }
}
