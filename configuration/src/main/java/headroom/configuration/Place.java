package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Type;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where settings are written, and how one writes them there.
sealed interface Place {
    /// A setting, so that a reader finds it.
    String path(String key);

    /// How it could be written.
    String example(Setting<?> setting);

    /// Of one resource, with `-c` or at the top level of the context.
    record CommandLine() implements Place {
        @Override
        public String path(String key) {
            return key;
        }

        @Override
        public String example(Setting<?> setting) {
            return setting.inCommand();
        }
    }

    /// @param entry of a list in `cdk.json`
    record File(String entry) implements Place {
        @Override
        public String path(String key) {
            return entry + "." + key;
        }

        @Override
        public String example(Setting<?> setting) {
            return setting.inFile();
        }
    }

    /// @param construct its path in the app
    record Program(String construct) implements Place {
        @Override
        public String path(String key) {
            return construct + "." + key;
        }

        @Override
        public String example(Setting<?> setting) {
            return ".%s(%s)".formatted(setting.key(), argument(setting.type(), setting.example()));
        }

        private static String argument(Type<?> type, String example) {
            return switch (type) {
                case Type.Text _, Type.Hours _ -> quoted(example);
                case Type.Texts _ ->
                        Stream.of(example.split(","))
                                .map(Program::quoted)
                                .collect(Collectors.joining(", ", "List.of(", ")"));
                case Type.WholeNumber _, Type.Decimal _ -> example;
                case Type.Choice<?> choice ->
                        choice.parse(example).map(Program::constant).orElseThrow();
                case Type.MonthDay _ -> "1";
            };
        }

        private static String constant(Enum<?> value) {
            return value.getDeclaringClass().getSimpleName() + "." + value.name();
        }

        private static String quoted(String text) {
            return '"' + text + '"';
        }
    }
}
