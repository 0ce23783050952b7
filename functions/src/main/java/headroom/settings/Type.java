package headroom.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a setting may be.
///
/// @param <T> what it is once it is read
public sealed interface Type<T> {
    /// Reads the form that [#print] writes. Empty if it is another; bounds are for [#allows].
    Optional<T> parse(String text);

    default String print(T value) {
        return value.toString();
    }

    /// Whether what was read is within its bounds.
    default boolean allows(T value) {
        return true;
    }

    /// What is expected, for people.
    ///
    /// @param meaning what the setting is about
    default String expected(String meaning) {
        return meaning;
    }

    default String inJson(String text) {
        return '"' + text + '"';
    }

    /// @param form what the whole text matches; compiled only where somebody asks what is allowed
    record Text(String form) implements Type<String> {
        @Override
        public Optional<String> parse(String text) {
            return Optional.of(text);
        }

        @Override
        public boolean allows(String value) {
            return value.matches(form);
        }
    }

    /// At least one text, with commas between them.
    record Texts(Text each) implements Type<List<String>> {
        @Override
        public Optional<List<String>> parse(String text) {
            return Optional.of(Stream.of(text.split(",")).map(String::strip).toList());
        }

        @Override
        public String print(List<String> value) {
            return String.join(",", value);
        }

        @Override
        public boolean allows(List<String> value) {
            return !value.isEmpty() && value.stream().allMatch(each::allows);
        }

        @Override
        public String inJson(String text) {
            return "[\"%s\"]".formatted(text.replace(",", "\", \""));
        }
    }

    /// @param step what it goes up in, from zero
    record WholeNumber(int least, int most, int step) implements Type<Integer> {
        public WholeNumber(int least, int most) {
            this(least, most, 1);
        }

        @Override
        public Optional<Integer> parse(String text) {
            return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        }

        @Override
        public boolean allows(Integer value) {
            return value >= least && value <= most && value % step == 0;
        }

        @Override
        public String expected(String meaning) {
            return "a whole number from %d to %d%s, %s"
                    .formatted(least, most, step == 1 ? "" : " in steps of " + step, meaning);
        }

        @Override
        public String inJson(String text) {
            return text;
        }
    }

    /// With at most one digit after the point.
    record Decimal(double least, double most) implements Type<Double> {
        @Override
        public Optional<Double> parse(String text) {
            return text.matches("\\d{1,6}(\\.\\d)?")
                    ? Optional.of(Double.valueOf(text))
                    : Optional.empty();
        }

        @Override
        public boolean allows(Double value) {
            return value >= least && value <= most;
        }

        @Override
        public String expected(String meaning) {
            return "a number from %s to %s, %s".formatted(least, most, meaning);
        }

        @Override
        public String inJson(String text) {
            return text;
        }
    }

    /// One of a few words; of a constant's several words the first letters are capital ones.
    record Choice<E extends Enum<E>>(List<E> choices) implements Type<E> {
        private static final Pattern AFTER_A_LINE = Pattern.compile("_([a-z])");

        @Override
        public Optional<E> parse(String text) {
            return choices.stream().filter(each -> print(each).equals(text)).findFirst();
        }

        @Override
        public String print(E value) {
            return AFTER_A_LINE
                    .matcher(value.name().toLowerCase(Locale.ROOT))
                    .replaceAll(each -> each.group(1).toUpperCase(Locale.ROOT));
        }

        @Override
        public String expected(String meaning) {
            return choices.stream().map(this::print).collect(Collectors.joining(" or "))
                    + ", "
                    + meaning;
        }
    }

    /// A day that every month has; empty for none.
    record MonthDay() implements Type<Optional<Integer>> {
        public static final String OFF = "off";
        public static final WholeNumber DAYS = new WholeNumber(1, 28);

        @Override
        public Optional<Optional<Integer>> parse(String text) {
            Optional<Integer> day = DAYS.parse(text);
            return day.isPresent() || text.equals(OFF) ? Optional.of(day) : Optional.empty();
        }

        @Override
        public String print(Optional<Integer> value) {
            return value.map(String::valueOf).orElse(OFF);
        }

        @Override
        public boolean allows(Optional<Integer> value) {
            return value.isEmpty() || DAYS.allows(value.get());
        }

        @Override
        public String expected(String meaning) {
            return OFF + ", or " + DAYS.expected(meaning);
        }
    }

    /// Hours of the week; empty for all of them.
    record Hours() implements Type<Optional<Window>> {
        public static final String ALWAYS = "always";

        @Override
        public Optional<Optional<Window>> parse(String text) {
            if (text.equals(ALWAYS)) {
                return Optional.of(Optional.empty());
            }
            try {
                return Optional.of(Optional.of(Window.parse(text)));
            } catch (IllegalArgumentException notUnderstood) {
                return Optional.empty();
            }
        }

        @Override
        public String print(Optional<Window> value) {
            return value.map(Window::toString).orElse(ALWAYS);
        }

        @Override
        public String expected(String meaning) {
            return ALWAYS + ", or " + Window.FORM + ": " + meaning;
        }
    }
}
