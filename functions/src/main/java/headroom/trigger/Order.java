package headroom.trigger;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a person wrote as JSON, read with care: what is not understood, to the last field, is
/// complained of. What the fields mean, the workflow knows.
public final class Order {
    private static final Set<String> YES = Set.of("true", "yes", "1");
    private static final Set<String> NO = Set.of("false", "no", "0");

    /// Whoever sees these looks at the rest by himself, and a report stays short.
    private static final int MOST_COMPLAINTS = 3;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    /// @param known the fields' names. Case, hyphens, underscores and spaces make no difference.
    public Order(JsonNode json, List<String> known) {
        if (json.isObject()) {
            json.asObject().forEach((name, value) -> take(name, value, known));
        } else {
            complaints.add("the message is a list; expected is an object.");
        }
    }

    private void take(String name, JsonNode value, List<String> known) {
        Optional<String> field =
                known.stream().filter(each -> plain(each).equals(plain(name))).findFirst();
        if (field.isEmpty()) {
            complaints.add("the field \"%s\" is not known.".formatted(Excerpt.of(name)));
        } else if (fields.putIfAbsent(field.get(), value) != null) {
            complaints.add("the field \"%s\" stands there twice.".formatted(Excerpt.of(name)));
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
    }

    /// Those that are there.
    public Set<String> fields() {
        return fields.keySet();
    }

    /// @param otherwise what holds where the field is missing
    public boolean flag(String field, boolean otherwise) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return otherwise;
        }
        String word = value.isNull() ? "null" : value.text();
        String plain = word == null ? "" : Excerpt.bare(word).toLowerCase(Locale.ROOT);
        if (!YES.contains(plain) && !NO.contains(plain)) {
            expected(field, value, "true or false");
        }
        return YES.contains(plain);
    }

    /// Null if it is missing, or complained of.
    public @Nullable Integer wholeNumber(String field, int least, String example) {
        JsonNode value = fields.get(field);
        return value == null
                ? null
                : wholeNumber(field, value, least, "a whole number such as " + example);
    }

    private @Nullable Integer wholeNumber(
            String field, JsonNode value, int least, String expected) {
        double number = value.isNumber() ? Double.parseDouble(value.asNumber()) : least - 1;
        int whole = (int) number;
        if (whole != number || whole < least) {
            expected(field, value, expected);
            return null;
        }
        return whole;
    }

    /// One name and its whole number, as in `{"0002": 2}`. Empty if it is missing, or complained
    /// of.
    public Optional<Map.Entry<String, Integer>> numbered(String field, int least, String example) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject() || value.asObject().size() != 1) {
            expected(field, value, example);
            return Optional.empty();
        }
        var only = value.asObject().entrySet().iterator().next();
        return Optional.ofNullable(wholeNumber(field, only.getValue(), least, example))
                .map(each -> Map.entry(only.getKey().strip(), each));
    }

    /// Null if it is missing, or complained of.
    public @Nullable String text(String field, String example) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isString() || value.asString().isBlank()) {
            expected(field, value, example);
            return null;
        }
        return value.asString().strip();
    }

    /// One text or several. Empty if it is missing, or complained of.
    public List<String> texts(String field, String example) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        List<JsonNode> several = value.isArray() ? value.asArray() : List.of(value);
        if (several.isEmpty() || !several.stream().allMatch(JsonNode::isString)) {
            expected(field, value, example);
            return List.of();
        }
        return several.stream().map(each -> each.asString().strip()).toList();
    }

    public void complain(String sentence) {
        complaints.add(sentence);
    }

    private void expected(String field, JsonNode found, String expected) {
        complaints.add(
                "the field \"%s\" is %s; expected is %s."
                        .formatted(field, Excerpt.of(found.toString()), expected));
    }

    /// What was not understood, and what is known instead; null if all was understood.
    public @Nullable String notUnderstood(String known) {
        if (complaints.isEmpty()) {
            return null;
        }
        return String.join(" ", complaints.stream().limit(MOST_COMPLAINTS).toList()) + " " + known;
    }
}
