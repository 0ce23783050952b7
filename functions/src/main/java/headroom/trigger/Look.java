package headroom.trigger;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.util.Optional;
import java.util.stream.Stream;

/// A place in JSON of others, which may have any form: what is not there is empty.
record Look(Optional<JsonNode> node) {
    Look(JsonNode node) {
        this(Optional.of(node));
    }

    Look at(String field) {
        return new Look(node.filter(JsonNode::isObject).flatMap(each -> each.field(field)));
    }

    boolean has(String field) {
        return at(field).node().isPresent();
    }

    /// The names of an object's fields.
    Stream<String> names() {
        return node.filter(JsonNode::isObject).stream()
                .flatMap(each -> each.asObject().keySet().stream());
    }

    Optional<String> text() {
        return node.filter(JsonNode::isString).map(JsonNode::asString);
    }

    Optional<Double> number() {
        return node.filter(JsonNode::isNumber).map(each -> Double.valueOf(each.asNumber()));
    }

    Stream<Look> elements() {
        return node.filter(JsonNode::isArray).stream()
                .flatMap(each -> each.asArray().stream())
                .map(Look::new);
    }

    /// The JSON that a text holds; empty if it holds none.
    Look inside() {
        return new Look(
                text().map(StrictJson::read)
                        .filter(StrictJson.Value.class::isInstance)
                        .map(each -> ((StrictJson.Value) each).json()));
    }
}
