package headroom.rehearsal.states;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The functions that the States Language adds to JSONata, and those of JSONata's own that the
/// library takes from the machine's clock or zone.
final class QueryFunctions {
    /// The service's own bound on the array that one call may make.
    private static final int LONGEST_RANGE = 1_000;

    private static final Pattern ZONED = Pattern.compile(".+(Z|[+-]\\d\\d:?\\d\\d)");

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
        binder.bind("toMillis", "<s-s?:n>", QueryFunctions::toMillis);
        binder.bind("parse", "<s-:x>", QueryFunctions::parse);
        binder.bind("partition", "<an:a>", QueryFunctions::partition);
        binder.bind("range", "<nnn:a>", QueryFunctions::range);
    }

    private record Binder(Jsonata.Frame frame, Predicate<String> wanted) {
        void bind(String name, String signature, Body body) {
            if (wanted.test(name)) {
                frame.bind(
                        name,
                        new Jsonata.JFunction(
                                (input, arguments) -> body.call(arguments), signature));
            }
        }
    }

    /// The library reads a time without a zone in the machine's zone, and fills what a picture
    /// leaves out from the machine's clock. Neither may happen here.
    private static @Nullable Object toMillis(List<?> arguments) throws ParseException {
        if (arguments.get(1) != null) {
            throw new IllegalArgumentException("$toMillis with a picture is not implemented");
        }
        String text = (String) arguments.get(0);
        if (text != null && !ZONED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "$toMillis found \"%s\"; expected a time with its zone, such as 2026-11-22T04:00:00Z"
                            .formatted(text));
        }
        return Functions.dateTimeToMillis(text, null);
    }

    private static @Nullable Object parse(List<?> arguments) {
        Object text = arguments.get(0);
        if (text == null) {
            return null;
        }
        return Query.toLibrary(Json.read((String) text));
    }

    private static @Nullable Object partition(List<?> arguments) {
        List<?> whole = (List<?>) arguments.get(0);
        Object size = arguments.get(1);
        if (whole == null) {
            return null;
        }
        if (!(size instanceof Integer length) || length < 1) {
            throw new IllegalArgumentException(
                    "$partition found the size " + size + "; expected a whole number above zero");
        }
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += length) {
            parts.add(new ArrayList<>(whole.subList(from, Math.min(from + length, whole.size()))));
        }
        return parts;
    }

    private static Object range(List<?> arguments) {
        if (!(arguments.get(0) instanceof Integer first)
                || !(arguments.get(1) instanceof Integer last)
                || !(arguments.get(2) instanceof Integer step)
                || step == 0
                || ((long) last - first) / step >= LONGEST_RANGE) {
            throw new IllegalArgumentException(
                    "$range found %s; expected whole numbers: first, last, and a step other than zero that makes at most %d of them"
                            .formatted(arguments, LONGEST_RANGE));
        }
        List<Object> numbers = new ArrayList<>();
        for (long each = first; step > 0 ? each <= last : each >= last; each += step) {
            numbers.add((int) each);
        }
        return numbers;
    }

    private interface Body {
        @Nullable Object call(List<?> arguments) throws ParseException;
    }
}
