package headroom.command.capacity;

import headroom.configuration.Spelling;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// One object of a file, read strictly: a field that nobody knows is a mistake.
///
/// @param where it stands, as a prefix of what stands in it
record Fields(Map<String, JsonNode> fields, String where, Mistakes mistakes) {
    /// Beyond that, a suggestion would be a guess.
    private static final int NEAR = 4;

    /// Empty if it is no object, which is a mistake then.
    static Optional<Fields> of(JsonNode node, String where, Mistakes mistakes) {
        return of(node, where, where + ".", mistakes);
    }

    /// The same of all that stands in a file.
    static Optional<Fields> ofFile(JsonNode root, Path file, Mistakes mistakes) {
        return of(root, file.toString(), file + ": ", mistakes);
    }

    private static Optional<Fields> of(
            JsonNode node, String where, String prefix, Mistakes mistakes) {
        if (!node.isObject()) {
            mistakes.add("%s is %s; expected an object.".formatted(where, shown(node)));
            return Optional.empty();
        }
        return Optional.of(new Fields(new LinkedHashMap<>(node.asObject()), prefix, mistakes));
    }

    /// Names those that are none of these.
    ///
    /// @param what they are, for people
    Fields only(List<String> known, String what) {
        fields.keySet().stream()
                .filter(each -> !known.contains(each))
                .forEach(
                        each ->
                                mistakes.add(
                                        "%s%s is no %s; %s"
                                                .formatted(
                                                        where,
                                                        each,
                                                        what,
                                                        Spelling.nearest(each, known, NEAR)
                                                                .map("did you mean %s?"::formatted)
                                                                .orElse(
                                                                        "expected one of %s."
                                                                                .formatted(
                                                                                        String.join(
                                                                                                ", ",
                                                                                                known))))));
        return this;
    }

    /// Empty if it is not there or null.
    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(fields.get(name)).filter(each -> !each.isNull());
    }

    /// Empty, and a mistake, if it is not there.
    Optional<JsonNode> require(String name, String expected) {
        Optional<JsonNode> found = find(name);
        if (found.isEmpty()) {
            mistakes.add("%s%s is missing; expected %s.".formatted(where, name, expected));
        }
        return found;
    }

    /// @param allowed whether it is as expected
    Optional<String> text(String name, String expected, Predicate<String> allowed) {
        return require(name, expected).flatMap(node -> text(node, name, expected, allowed));
    }

    /// Empty, and no mistake, if it is not there.
    Optional<String> textIfAny(String name, String expected, Predicate<String> allowed) {
        return find(name).flatMap(node -> text(node, name, expected, allowed));
    }

    private Optional<String> text(
            JsonNode node, String name, String expected, Predicate<String> allowed) {
        Optional<String> found =
                Optional.of(node).filter(JsonNode::isString).map(JsonNode::text).filter(allowed);
        if (found.isEmpty()) {
            mistakes.add("%s%s is %s; expected %s.".formatted(where, name, shown(node), expected));
        }
        return found;
    }

    /// Empty, and a mistake, if it is none or has nothing in it.
    List<JsonNode> list(String name, String expected) {
        Optional<JsonNode> found = require(name, expected);
        List<JsonNode> elements =
                found.filter(JsonNode::isArray).map(JsonNode::asArray).orElse(List.of());
        if (found.isPresent() && elements.isEmpty()) {
            mistakes.add(
                    "%s%s is %s; expected %s."
                            .formatted(where, name, shown(found.get()), expected));
        }
        return elements;
    }

    static String shown(JsonNode node) {
        if (node.isString()) {
            return Mistakes.quoted(node.text());
        }
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return node.asArray().isEmpty() ? "empty" : "a list";
        }
        return node.isNull()
                ? "null"
                : String.valueOf(node.isNumber() ? node.asNumber() : node.asBoolean());
    }
}
