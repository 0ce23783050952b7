package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value of the definition, in which texts of the form `{% ... %}` stand for their results.
sealed interface Template {
    @Nullable Object evaluate(Scope scope);

    record Constant(@Nullable Object value) implements Template {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return value;
        }
    }

    record Computed(Query query) implements Template {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return query.evaluate(scope);
        }
    }

    record Members(Map<String, Template> members) implements Template {
        @Override
        public Map<String, @Nullable Object> evaluate(Scope scope) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            members.forEach((name, each) -> values.put(name, each.evaluate(scope)));
            return Collections.unmodifiableMap(values);
        }
    }

    record Items(List<Template> items) implements Template {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            List<@Nullable Object> values = new ArrayList<>();
            items.forEach(each -> values.add(each.evaluate(scope)));
            return Collections.unmodifiableList(values);
        }
    }

    /// Finds the expressions in a value, however deep.
    ///
    /// @param field where `json` stands in its state, such as `Output.total`
    static Template parse(String field, @Nullable Object json, Phase moment, Fields fields) {
        return switch (json) {
            case Map<?, ?> map -> {
                Map<String, Template> members = new LinkedHashMap<>();
                map.forEach(
                        (name, each) ->
                                members.put(
                                        (String) name,
                                        parse(field + "." + name, each, moment, fields)));
                yield new Members(Collections.unmodifiableMap(members));
            }
            case List<?> list -> {
                List<Template> items = new ArrayList<>();
                for (Object each : list) {
                    items.add(parse(field + "[" + items.size() + "]", each, moment, fields));
                }
                yield new Items(List.copyOf(items));
            }
            case String text when isMarked(text) -> expression(field, text, moment, fields);
            case null, default -> new Constant(json);
        };
    }

    private static Template expression(String field, String text, Phase moment, Fields fields) {
        if (!isExpression(text)) {
            fields.complain(
                    field,
                    Json.write(text),
                    "an expression that fills the text, from {% to %}, with no space around it");
            return new Constant(text);
        }
        String query = text.substring(2, text.length() - 2).strip();
        return new Computed(Query.compile(field, query, moment, fields));
    }

    static boolean isExpression(@Nullable Object json) {
        return json instanceof String text
                && text.length() >= 4
                && text.startsWith("{%")
                && text.endsWith("%}");
    }

    private static boolean isMarked(String text) {
        return text.contains("{%") || text.contains("%}");
    }
}
