package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// One way out of a state. States, rules of a Choice and catchers all leave like this.
///
/// @param output null passes on what the state has: its result, or else its input
/// @param next null ends the machine, or the branch
record Transition(Map<String, Template> assign, @Nullable Template output, @Nullable String next) {
    private static final Pattern VARIABLE =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0," + (Limits.NAME_LENGTH - 1) + "}");

    /// Leads on with Next, or ends with End.
    static Transition parse(Fields fields, Phase moment) {
        Map<String, Template> assign = assign(fields, moment);
        Template output = fields.optionalTemplate("Output", moment);
        Object end = fields.take("End");
        fields.take("Next");
        if (fields.has("Next") && !fields.has("End")) {
            return new Transition(assign, output, fields.target("Next"));
        }
        if (fields.has("Next") || !Boolean.TRUE.equals(end)) {
            fields.complain("End", "either Next, or End with true");
        }
        return new Transition(assign, output, null);
    }

    /// Leads on with the state that `field` names.
    static Transition parseTo(String field, Fields fields, Phase moment) {
        return new Transition(
                assign(fields, moment),
                fields.optionalTemplate("Output", moment),
                fields.target(field));
    }

    private static Map<String, Template> assign(Fields fields, Phase moment) {
        Object json = fields.take("Assign");
        if (!(json instanceof Map<?, ?> variables)) {
            if (fields.has("Assign")) {
                fields.complain("Assign", "an object of variables");
            }
            return Map.of();
        }
        Map<String, Template> assign = new LinkedHashMap<>();
        variables.forEach(
                (key, value) -> {
                    String name = (String) key;
                    String field = "Assign." + name;
                    refuse(name, field, fields);
                    fields.assigns(field, name);
                    assign.put(name, Template.parse(field, value, moment, fields));
                });
        return Collections.unmodifiableMap(assign);
    }

    private static void refuse(String name, String field, Fields fields) {
        if (!VARIABLE.matcher(name).matches()) {
            fields.complain(
                    field,
                    Json.write(name),
                    "a variable's name: at most %d letters, digits and underscores, no digit first"
                            .formatted(Limits.NAME_LENGTH));
        } else if (Set.of("states").contains(name) || Query.isFunction(name)) {
            fields.complain(
                    field, Json.write(name), "a variable's name that means nothing else already");
        }
    }
}
