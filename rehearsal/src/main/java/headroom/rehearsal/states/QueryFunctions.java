package headroom.rehearsal.states;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// The function that the States Language adds to JSONata and definitions use, and those of
/// JSONata's own that the library takes from the machine's clock.
final class QueryFunctions {
    private QueryFunctions() {}

    /// @param wanted tells of a name whether the expression mentions it
    static void bind(Jsonata.Frame frame, Instant now, Predicate<String> wanted) {
        Binder binder = new Binder(frame, wanted);
        QueryText.REFUSED.forEach(name -> frame.bind(name, (Object) null));
        binder.bind("millis", "<:n>", arguments -> now.toEpochMilli());
        binder.bind(
                "now",
                "<s?s?:s>",
                arguments ->
                        Functions.dateTimeFromMillis(
                                now.toEpochMilli(),
                                (String) arguments.get(0),
                                (String) arguments.get(1)));
        binder.bind("parse", "<s-:x>", QueryFunctions::parse);
    }

    private record Binder(Jsonata.Frame frame, Predicate<String> wanted) {
        void bind(String name, String signature, Function<List<?>, @Nullable Object> body) {
            if (wanted.test(name)) {
                frame.bind(
                        name,
                        new Jsonata.JFunction(
                                (input, arguments) -> body.apply(arguments), signature));
            }
        }
    }

    private static @Nullable Object parse(List<?> arguments) {
        Object text = arguments.get(0);
        return text == null ? null : Query.toLibrary(Json.read((String) text));
    }
}
