package headroom.redshift.trigger;

import headroom.trigger.Excerpt;
import headroom.trigger.Notification;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a person wrote as JSON. What is not understood, to the last field, plans only.
final class Order {
    /// What a person may write.
    private enum Field {
        DRY_RUN("dryRun"),
        RESIZE("resize"),
        NODES("nodes"),
        FORGET("forget");

        private final String spelling;

        Field(String spelling) {
            this.spelling = spelling;
        }

        /// Case, hyphens, underscores and spaces make no difference.
        static Optional<Field> of(String name) {
            String plain = plain(name);
            return List.of(values()).stream()
                    .filter(each -> plain(each.spelling).equals(plain))
                    .findFirst();
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
        }
    }

    private static final Set<String> YES = Set.of("true", "yes", "1");
    private static final Set<String> NO = Set.of("false", "no", "0");
    private static final String KNOWN =
            "Known are {\"resize\": true}, {\"dryRun\": true}, {\"nodes\": 6} and {\"forget\":"
                    + " [\"TASK\"]}, and plain text.";

    /// `nodes: 12`, `"resize": false}`, `"forget": ["a"]}`, `message={"nodes": 6}`.
    static final Notification.Vocabulary VOCABULARY =
            new Notification.Vocabulary(
                    Pattern.compile(
                            "\\W*(?:message\\W+)?(?:(?:(?:resize|nodes)\\W+(?:true|false|yes|no|\\d+)\\W*)+|forget\\W*[:=].*)",
                            Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                    KNOWN);

    /// Whoever sees these looks at the rest by himself, and a report stays short.
    private static final int MOST_COMPLAINTS = 3;

    private final List<String> complaints = new ArrayList<>();
    private final Map<Field, JsonNode> fields = new EnumMap<>(Field.class);

    private Order() {}

    static Wish read(JsonNode json, String text) {
        return new Order().of(json, text);
    }

    private Wish of(JsonNode json, String text) {
        if (json.isObject()) {
            json.asObject().forEach(this::take);
        } else {
            complaints.add("the message is a list; expected is an object.");
        }
        boolean dryRun = flag(Field.DRY_RUN, false);
        boolean resize = flag(Field.RESIZE, true);
        Integer nodes = nodes();
        List<String> forget = forget();
        if (complaints.isEmpty() && !forget.isEmpty()) {
            return new Wish.Forget(forget);
        }
        if (!complaints.isEmpty()) {
            return new Wish.Resize(true, nodes, sentence());
        }
        return resize || dryRun
                ? new Wish.Resize(dryRun, nodes, null)
                : new Wish.Nothing(Excerpt.of(text));
    }

    private String sentence() {
        String first = String.join(" ", complaints.stream().limit(MOST_COMPLAINTS).toList());
        return first + " " + KNOWN;
    }

    private void take(String name, JsonNode value) {
        Optional<Field> field = Field.of(name);
        if (field.isEmpty()) {
            complaints.add("the field \"%s\" is not known.".formatted(Excerpt.of(name)));
        } else if (fields.putIfAbsent(field.get(), value) != null) {
            complaints.add("the field \"%s\" stands there twice.".formatted(Excerpt.of(name)));
        }
    }

    private boolean flag(Field field, boolean otherwise) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return otherwise;
        }
        String word = value.isNull() ? "null" : value.text();
        String plain = word == null ? "" : Excerpt.bare(word).toLowerCase(Locale.ROOT);
        if (!YES.contains(plain) && !NO.contains(plain)) {
            complain(field, value, "true or false");
        }
        return YES.contains(plain);
    }

    private @Nullable Integer nodes() {
        JsonNode value = fields.get(Field.NODES);
        if (value == null) {
            return null;
        }
        double number = value.isNumber() ? Double.parseDouble(value.asNumber()) : 0;
        int whole = (int) number;
        if (whole != number || whole < 1) {
            complain(Field.NODES, value, "a whole number such as 6");
            return null;
        }
        return whole;
    }

    /// The tasks to be forgotten, one or several. Such a message asks for nothing else.
    private List<String> forget() {
        JsonNode value = fields.get(Field.FORGET);
        if (value == null) {
            return List.of();
        }
        List<JsonNode> names = value.isArray() ? value.asArray() : List.of(value);
        if (names.isEmpty() || !names.stream().allMatch(JsonNode::isString)) {
            complain(Field.FORGET, value, "a list of names or ARNs such as [\"orders\"]");
        }
        if (fields.size() > 1) {
            complaints.add("the field \"forget\" stands beside others; expected is it alone.");
        }
        return complaints.isEmpty()
                ? names.stream().map(each -> each.asString().strip()).toList()
                : List.of();
    }

    private void complain(Field field, JsonNode found, String expected) {
        complaints.add(
                "the field \"%s\" is %s; expected is %s."
                        .formatted(field.spelling, Excerpt.of(found.toString()), expected));
    }
}
