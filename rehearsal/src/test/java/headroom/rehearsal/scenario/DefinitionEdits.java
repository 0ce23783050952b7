package headroom.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.function.Consumer;

/// Edits of a definition by path: `States / Go ahead? / Choices / 0 / Condition`. One that finds
/// nothing to edit fails, or a test would break nothing.
public final class DefinitionEdits {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String STEP = " / ";

    private DefinitionEdits() {}

    /// Gives a field that is there another value.
    public static Consumer<ObjectNode> set(String path, Object value) {
        return definition -> {
            present(definition, path);
            parent(definition, path).set(last(path), MAPPER.valueToTree(value));
        };
    }

    /// Adds a field that is not there yet.
    public static Consumer<ObjectNode> add(String path, Object value) {
        return definition -> {
            ObjectNode parent = parent(definition, path);
            if (parent.has(last(path))) {
                throw new AssertionError("The definition has it already: " + path);
            }
            parent.set(last(path), MAPPER.valueToTree(value));
        };
    }

    /// Replaces a part of a field's text.
    public static Consumer<ObjectNode> replace(String path, String old, String altered) {
        return definition -> {
            String text = present(definition, path).asText();
            if (!text.contains(old)) {
                throw new AssertionError("%s is %s; expected %s in it.".formatted(path, text, old));
            }
            parent(definition, path).put(last(path), text.replace(old, altered));
        };
    }

    private static ObjectNode parent(ObjectNode definition, String path) {
        return (ObjectNode) present(definition, path.substring(0, path.lastIndexOf(STEP)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf(STEP) + STEP.length());
    }

    private static JsonNode present(ObjectNode definition, String path) {
        JsonNode node = definition;
        for (String step : path.split(STEP, -1)) {
            node = node instanceof ArrayNode ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        if (node.isMissingNode()) {
            throw new AssertionError("The definition has no " + path);
        }
        return node;
    }
}
