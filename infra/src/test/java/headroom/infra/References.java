package headroom.infra;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a part of a template refers to, by any of CloudFormation's functions.
final class References {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?!!)([^}.]+)[^}]*}");

    private References() {}

    /// The logical ids of resources and parameters, and the names of pseudo-parameters.
    static Set<String> in(JsonNode part) {
        Set<String> found = new TreeSet<>();
        collect(part, found);
        return found;
    }

    private static void collect(JsonNode part, Set<String> found) {
        if (part.isObject() && part.size() == 1) {
            Map.Entry<String, JsonNode> only = part.properties().iterator().next();
            switch (only.getKey()) {
                case "Ref" -> found.add(only.getValue().asText());
                case "Fn::GetAtt" -> found.add(owner(only.getValue()));
                case "Fn::Sub" -> found.addAll(substituted(only.getValue()));
                default -> {
                    // Whatever else it is, its parts are looked at below.
                }
            }
        }
        part.forEach(each -> collect(each, found));
    }

    /// `["Id", "Attribute"]` or `"Id.Attribute"`.
    private static String owner(JsonNode attribute) {
        return attribute.isArray()
                ? attribute.path(0).asText()
                : attribute.asText().replaceFirst("\\..*", "");
    }

    /// `"text"`, or `["text", {"Name": value}]` with names of its own.
    private static Set<String> substituted(JsonNode sub) {
        JsonNode text = sub.isArray() ? sub.path(0) : sub;
        return VARIABLE.matcher(text.asText())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !sub.path(1).has(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a resource waits for when it is made.
    static Set<String> ofResource(JsonNode resource) {
        return Stream.concat(
                        in(resource.path("Properties")).stream(),
                        dependsOn(resource.path("DependsOn")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> dependsOn(JsonNode oneOrMore) {
        return oneOrMore.isMissingNode() ? Stream.empty() : Synthesised.texts(oneOrMore).stream();
    }
}
