package headroom.configuration;

import headroom.settings.Window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A setting as an operator writes it.
///
/// @param <T> what it is once it is read
sealed interface Setting<T> {
    /// Its name in `cdk.json` and after `-c`.
    String key();

    /// What is expected, for people.
    String expected();

    /// Reads what was written: text where it came with `-c`, whatever JSON knows where it came from
    /// `cdk.json`. Empty if it is not what is expected.
    Optional<T> read(Object written);

    /// What is wrong with it, where that can be said; empty where what is expected says enough.
    default Optional<String> remark(Object written) {
        return Optional.empty();
    }

    /// What holds where it is not written; empty if that has no value.
    default Optional<T> usual() {
        return Optional.empty();
    }

    /// An example for the command line.
    String inCommand();

    /// An example for `cdk.json`.
    String inFile();

    /// @param form what the whole text matches
    record Text(String key, Pattern form, String expected, String example)
            implements Setting<String> {
        @Override
        public Optional<String> read(Object written) {
            return written instanceof String text && form.matcher(text).matches()
                    ? Optional.of(text)
                    : Optional.empty();
        }

        @Override
        public String inCommand() {
            return "-c %s=%s".formatted(key, example);
        }

        @Override
        public String inFile() {
            return "\"%s\": \"%s\"".formatted(key, example);
        }
    }

    /// At least one text; on the command line with commas between them.
    ///
    /// @param each what each of the texts is
    record Texts(String key, Text each, String expected) implements Setting<List<String>> {
        @Override
        public Optional<List<String>> read(Object written) {
            List<?> texts =
                    switch (written) {
                        case List<?> list -> list;
                        case String text -> List.of(text.strip().split("\\s*,\\s*"));
                        default -> List.of();
                    };
            List<String> read = texts.stream().flatMap(text -> each.read(text).stream()).toList();
            return read.isEmpty() || read.size() < texts.size()
                    ? Optional.empty()
                    : Optional.of(read);
        }

        @Override
        public String inCommand() {
            return "-c %s=%s".formatted(key, each.example());
        }

        @Override
        public String inFile() {
            return "\"%s\": [\"%s\"]".formatted(key, each.example());
        }
    }

    /// @param meaning what the number is, for people
    record WholeNumber(String key, int least, int most, String meaning, int example)
            implements Setting<Integer> {
        private static final Pattern FORM = Pattern.compile("\\d{1,9}");

        @Override
        public String expected() {
            return "a whole number from %d to %d, %s".formatted(least, most, meaning);
        }

        @Override
        public Optional<Integer> read(Object written) {
            return FORM.matcher(String.valueOf(written)).matches()
                    ? Optional.of(Integer.valueOf(String.valueOf(written)))
                            .filter(number -> number >= least && number <= most)
                    : Optional.empty();
        }

        @Override
        public String inCommand() {
            return "-c %s=%d".formatted(key, example);
        }

        @Override
        public String inFile() {
            return "\"%s\": %d".formatted(key, example);
        }

        /// With the example for a default.
        Usual<Integer> byDefault() {
            return new Usual<>(this, example, Integer.toString(example));
        }
    }

    /// A number that goes up in steps, the first of which is the least that there is.
    ///
    /// @param meaning what the number is, for people
    record Stepped(String key, int step, int most, String meaning, int example)
            implements Setting<Integer> {
        @Override
        public String expected() {
            return "a whole number from %d to %d in steps of %d, %s"
                    .formatted(step, most, step, meaning);
        }

        @Override
        public Optional<Integer> read(Object written) {
            return number().read(written).filter(each -> each % step == 0);
        }

        @Override
        public String inCommand() {
            return number().inCommand();
        }

        @Override
        public String inFile() {
            return number().inFile();
        }

        private WholeNumber number() {
            return new WholeNumber(key, step, most, meaning, example);
        }

        /// With the example for a default.
        Usual<Integer> byDefault() {
            return new Usual<>(this, example, Integer.toString(example));
        }
    }

    /// One of a few words.
    ///
    /// @param meaning what is chosen between, for people
    record Choice<E extends Enum<E>>(String key, List<E> choices, String meaning, E example)
            implements Setting<E> {
        @Override
        public String expected() {
            return choices.stream().map(Choice::word).collect(Collectors.joining(" or "))
                    + ", "
                    + meaning;
        }

        @Override
        public Optional<E> read(Object written) {
            return choices.stream().filter(each -> word(each).equals(written)).findFirst();
        }

        @Override
        public String inCommand() {
            return "-c %s=%s".formatted(key, word(example));
        }

        @Override
        public String inFile() {
            return "\"%s\": \"%s\"".formatted(key, word(example));
        }

        /// With the example for a default.
        Usual<E> byDefault() {
            return new Usual<>(this, example, word(example));
        }

        private static String word(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
    }

    /// Hours of the week, or all of them. It reads an Optional, as [headroom.redshift.Policy] holds
    /// it: empty stands for all of them.
    ///
    /// @param meaning what happens in these hours, for people
    record Hours(String key, String meaning, Window example) implements Setting<Optional<Window>> {
        private static final String ALWAYS = "always";

        @Override
        public String expected() {
            return ALWAYS + ", or " + Window.FORM + ": " + meaning;
        }

        @Override
        public Optional<Optional<Window>> read(Object written) {
            if (written.equals(ALWAYS)) {
                return Optional.of(Optional.empty());
            }
            try {
                return written instanceof String text
                        ? Optional.of(Optional.of(Window.parse(text)))
                        : Optional.empty();
            } catch (IllegalArgumentException notUnderstood) {
                return Optional.empty();
            }
        }

        /// A time zone that there is not, where all else is right.
        @Override
        public Optional<String> remark(Object written) {
            String text = String.valueOf(written).strip();
            String zone = text.substring(text.lastIndexOf(' ') + 1);
            String rest = text.substring(0, text.length() - zone.length());
            if (TimeZones.has(zone) || read(rest + "UTC").isEmpty()) {
                return Optional.empty();
            }
            String unknown = "there is no time zone " + zone;
            return Optional.of(
                    TimeZones.nearest(zone)
                            .map(meant -> unknown + ", did you mean " + meant + "?")
                            .orElse(unknown + "."));
        }

        /// In quotes, because it holds spaces.
        @Override
        public String inCommand() {
            return "-c '%s=%s'".formatted(key, example);
        }

        @Override
        public String inFile() {
            return "\"%s\": \"%s\"".formatted(key, example);
        }

        Usual<Optional<Window>> byDefault(Optional<Window> usual) {
            return new Usual<>(this, usual, usual.map(Window::toString).orElse(ALWAYS));
        }
    }

    /// A setting that need not be written.
    ///
    /// @param value its default
    /// @param shown the default as one would write it
    record Usual<T>(Setting<T> setting, T value, String shown) implements Setting<T> {
        @Override
        public String key() {
            return setting.key();
        }

        @Override
        public String expected() {
            return setting.expected() + " (default " + shown + ")";
        }

        @Override
        public Optional<T> read(Object written) {
            return setting.read(written);
        }

        @Override
        public Optional<String> remark(Object written) {
            return setting.remark(written);
        }

        @Override
        public Optional<T> usual() {
            return Optional.of(value);
        }

        @Override
        public String inCommand() {
            return setting.inCommand();
        }

        @Override
        public String inFile() {
            return setting.inFile();
        }
    }
}
