package headroom.rehearsal.states;

import com.dashjoin.jsonata.Jsonata;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One JSONata expression of the definition, compiled once.
///
/// Null means two things to the library: in Java undefined, by its own marker JSON's null. This is
/// the one place that tells them apart; outside of it there is JSON only, as undefined is an error.
final class Query {
    /// Far more than an expression of a definition needs; it ends those that would never end.
    private static final int MOST_STEPS = 1_000_000;

    private static final Set<String> OF_STATES_LANGUAGE = Set.of("parse", "partition", "range");

    private static final Pattern NAME = Pattern.compile("\\$(\\w+)");

    private final String field;
    private final String text;
    private final Jsonata compiled;

    /// What the text has after a dollar sign, be it within a string.
    private final Set<String> names;

    private Query(String field, String text, Jsonata compiled) {
        this.field = field;
        this.text = text;
        this.compiled = compiled;
        names =
                NAME.matcher(text)
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Notes what is wrong with the expression as a mistake of its field.
    ///
    /// @param field where the expression stands in `fields`
    static Query compile(String field, String text, Phase moment, Fields fields) {
        QueryText.mistakes(text, moment)
                .forEach(expected -> fields.complain(field, text, expected));
        try {
            Jsonata compiled = Jsonata.jsonata(text);
            compiled.setOutputConvertNulls(false);
            return new Query(fields.place(field), text, compiled);
        } catch (RuntimeException refusal) {
            fields.complain(field, text, "an expression in JSONata: " + refusal.getMessage());
            return new Query(field, text, Jsonata.jsonata("null"));
        }
    }

    @Nullable Object evaluate(Scope scope) {
        Object result;
        try {
            result = compiled.evaluate(null, frame(scope));
        } catch (RuntimeException mistake) {
            throw failed("failed: " + mistake.getMessage());
        } catch (StackOverflowError endless) {
            throw failed("calls itself without end");
        }
        if (result == null) {
            throw failed("gives nothing; expected a value (ask $exists first where it may lack)");
        }
        try {
            return Json.walk(
                    result, leaf -> Jsonata.NULL_VALUE.equals(leaf) ? null : Json.leaf(leaf));
        } catch (IllegalArgumentException function) {
            throw failed("gives no JSON: " + function.getMessage());
        }
    }

    private Jsonata.Frame frame(Scope scope) {
        // A frame handed in by the caller keeps what an expression binds out of the next run.
        Jsonata.Frame frame = compiled.createFrame();
        QueryFunctions.bind(frame, scope.now(), this::mentions);
        scope.bindings()
                .forEach(
                        (name, value) -> {
                            if (mentions(name)) {
                                frame.bind(name, toLibrary(value));
                            }
                        });
        int[] steps = {0};
        frame.setEvaluateEntryCallback(
                (expression, input, environment) -> {
                    if (++steps[0] > MOST_STEPS) {
                        throw new IllegalStateException("more than " + MOST_STEPS + " steps");
                    }
                });
        return frame;
    }

    /// Only what an expression mentions is worth to be put at hand: most of a rehearsal's time
    /// would go into the rest.
    private boolean mentions(String name) {
        return names.contains(name);
    }

    private Failure.Raised failed(String what) {
        return Failure.query("Field %s: the expression \"%s\" %s.".formatted(field, text, what));
    }

    static @Nullable Object toLibrary(@Nullable Object json) {
        return Json.walk(json, leaf -> leaf == null ? Jsonata.NULL_VALUE : leaf);
    }

    /// Whether JSONata, or the States Language, has a function of this name.
    static boolean isFunction(String name) {
        return OF_STATES_LANGUAGE.contains(name)
                || Boolean.TRUE.equals(Jsonata.jsonata("$exists($" + name + ")").evaluate(null));
    }
}
