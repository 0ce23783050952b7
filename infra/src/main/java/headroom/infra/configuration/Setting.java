package headroom.infra.configuration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
                        case String text -> List.of(text.split(","));
                        default -> List.of();
                    };
            List<String> read = texts.stream().flatMap(text -> each.read(text).stream()).toList();
            return read.isEmpty() || read.size() < texts.size()
                    ? Optional.empty()
                    : Optional.of(read.stream().distinct().toList());
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
    /// @param usual the example, and the default unless the setting is required
    record WholeNumber(String key, int least, int most, String meaning, int usual, boolean required)
            implements Setting<Integer> {
        private static final Pattern FORM = Pattern.compile("\\d{1,9}");

        @Override
        public String expected() {
            return "a whole number from %d to %d, %s".formatted(least, most, meaning)
                    + (required ? "" : " (default " + usual + ")");
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
            return "-c %s=%d".formatted(key, usual);
        }

        @Override
        public String inFile() {
            return "\"%s\": %d".formatted(key, usual);
        }
    }
}
