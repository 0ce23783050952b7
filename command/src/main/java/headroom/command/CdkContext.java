package headroom.command;

import headroom.command.answer.Refused;
import headroom.command.file.JsonFile;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The context that a `cdk.json` holds, as the CDK hands it to an app.
final class CdkContext {
    private CdkContext() {}

    /// @param text the file's; one without an `app` may be the context itself
    /// @return the values but for those that are null, which say nothing
    static Map<String, Object> read(String text, Path file) {
        JsonNode root = object(JsonFile.parsed(text, file), file);
        JsonNode context = root.field("context").orElseGet(() -> JsonNode.emptyObjectNode());
        boolean isBare = root.field("context").isEmpty() && root.field("app").isEmpty();
        return new LinkedHashMap<>(object(object(isBare ? root : context, file)));
    }

    /// Those at the top level of a file; none if it is no object.
    static Set<String> keys(String text, Path file) {
        JsonNode root = JsonFile.parsed(text, file);
        return root.isObject() ? root.asObject().keySet() : Set.of();
    }

    private static JsonNode object(JsonNode node, Path file) {
        if (!node.isObject()) {
            throw new Refused(
                    "The context in %s is %s; expected an object with settings."
                            .formatted(file, node));
        }
        return node;
    }

    private static Map<String, Object> object(JsonNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.asObject()
                .forEach(
                        (name, value) -> {
                            if (!value.isNull()) {
                                values.put(name, value(value));
                            }
                        });
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        }
        if (node.isArray()) {
            List<JsonNode> elements = node.asArray();
            return elements.stream().filter(each -> !each.isNull()).map(CdkContext::value).toList();
        }
        if (node.isNumber()) {
            return number(node.asNumber());
        }
        return node.isBoolean() ? node.asBoolean() : node.text();
    }

    /// JavaScript, through which the CDK reads the file, tells 16 and 16.0 not apart.
    private static Object number(String written) {
        BigDecimal number = new BigDecimal(written).stripTrailingZeros();
        if (number.scale() <= 0 && number.precision() - number.scale() < 10) {
            return number.intValueExact();
        }
        return number.doubleValue();
    }
}
