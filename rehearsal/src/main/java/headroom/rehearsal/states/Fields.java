package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The fields of one JSON object of the definition. It remembers which were asked for, so what
/// nobody knows can be refused; a wrong one is noted and answered with a stand-in.
final class Fields {
    private static final int LONGEST_FOUND = 80;

    private final String subject;
    private final String path;
    private final Map<?, ?> json;
    private final Notes notes;
    private final Set<String> known = new TreeSet<>();

    private Fields(String subject, String path, Map<?, ?> json, Notes notes) {
        this.subject = subject;
        this.path = path;
        this.json = json;
        this.notes = notes;
    }

    static Fields of(
            String subject,
            @Nullable Object json,
            String expected,
            Collection<DefinitionError> into) {
        Notes notes = new Notes(into, new ArrayList<>(), new ArrayList<>());
        if (json instanceof Map<?, ?> map) {
            Fields fields = new Fields(subject, "", map, notes);
            fields.refuseLeftovers("", map);
            return fields;
        }
        into.add(
                new DefinitionError(subject, "(all of it)", shortened(Json.write(json)), expected));
        return new Fields(subject, "", Map.of(), notes);
    }

    String subject() {
        return subject;
    }

    /// The states that these fields lead to.
    List<Mention> targets() {
        return notes.targets;
    }

    /// The variables that these fields assign.
    List<Mention> variables() {
        return notes.variables;
    }

    /// Where in its state `field` stands.
    String place(String field) {
        return path + field;
    }

    boolean has(String field) {
        return json.containsKey(field);
    }

    @Nullable Object take(String field) {
        known.add(field);
        return json.get(field);
    }

    String text(String field, String expected) {
        if (take(field) instanceof String text && !text.isEmpty()) {
            return text;
        }
        complain(field, expected);
        return "";
    }

    double number(String field, double fallback, double least, double most) {
        Object value = take(field);
        if (value instanceof Number number
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        if (has(field)) {
            complain(field, "a number from %s to %s".formatted(Json.copy(least), Json.copy(most)));
        }
        return fallback;
    }

    int whole(String field, int fallback, int least, int most) {
        Object value = take(field);
        if (value instanceof Integer whole && whole >= least && whole <= most) {
            return whole;
        }
        if (has(field)) {
            complain(field, "a whole number from %d to %d".formatted(least, most));
        }
        return fallback;
    }

    /// A whole number of seconds, or an expression that gives one.
    Template seconds(String field, int fallback, int least) {
        return Template.isExpression(take(field))
                ? template(field, Phase.ENTRY)
                : new Template.Constant(whole(field, fallback, least, Limits.SECONDS));
    }

    Template template(String field, Phase moment) {
        return Template.parse(field, take(field), moment, this);
    }

    @Nullable Template optionalTemplate(String field, Phase moment) {
        known.add(field);
        return has(field) ? template(field, moment) : null;
    }

    String target(String field) {
        String name = text(field, "the name of a state");
        if (!name.isEmpty()) {
            notes.targets.add(new Mention(subject, path + field, name));
        }
        return name;
    }

    void assigns(String field, String variable) {
        notes.variables.add(new Mention(subject, path + field, variable));
    }

    /// The objects of a list which must not be empty, where it is there.
    List<Fields> list(String field) {
        if (!(take(field) instanceof List<?> list) || list.isEmpty()) {
            if (has(field)) {
                complain(field, "a list of at least one object");
            }
            return List.of();
        }
        List<Fields> all = new ArrayList<>();
        for (int each = 0; each < list.size(); each++) {
            String place = field + "[" + each + "]";
            if (list.get(each) instanceof Map<?, ?> object) {
                all.add(new Fields(subject, path + place + ".", object, notes));
            } else {
                complain(place, Json.write(list.get(each)), "an object");
            }
        }
        return all;
    }

    void refuseTheRest() {
        if (has("Comment") && !(take("Comment") instanceof String)) {
            complain("Comment", "a text");
        }
        known.add("Comment");
        for (Object field : json.keySet()) {
            if (!known.contains((String) field)) {
                complain((String) field, "only the fields " + known);
            }
        }
    }

    void complain(String field, String expected) {
        complain(field, has(field) ? Json.write(json.get(field)) : "nothing", expected);
    }

    void complain(String field, String found, String expected) {
        notes.complaints.add(
                new DefinitionError(subject, path + field, shortened(found), expected));
    }

    /// What the deployment should have put a name or a number for. States and branches are fields
    /// of their own.
    private void refuseLeftovers(String field, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach(
                            (name, each) -> {
                                if (!name.equals("States") && !name.equals("Branches")) {
                                    String place = field.isEmpty() ? "" + name : field + "." + name;
                                    refuseLeftovers(place, name);
                                    refuseLeftovers(place, each);
                                }
                            });
            case List<?> list -> list.forEach(each -> refuseLeftovers(field, each));
            case String text when text.contains("${") ->
                    complain(field, Json.write(text), "every ${...} to be substituted");
            case null, default -> {}
        }
    }

    private static String shortened(String found) {
        return found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND) + "...";
    }

    /// A name that stands in a field.
    record Mention(String subject, String field, String name) {}

    private record Notes(
            Collection<DefinitionError> complaints,
            List<Mention> targets,
            List<Mention> variables) {}
}
