package headroom.settings;

import java.util.Locale;
import java.util.Optional;

/// One setting of a workflow.
///
/// @param key its name in `cdk.json` and after `-c`
/// @param type what it may be
/// @param meaning what it is about, for people
/// @param example as one would write it
/// @param usual its default; empty if it has none
/// @param isRequired whether it has to be written
/// @param <T> what it is once it is read
public record Setting<T>(
        String key,
        Type<T> type,
        String meaning,
        String example,
        Optional<T> usual,
        boolean isRequired) {
    public static <T> Setting<T> required(
            String key, Type<T> type, String meaning, String example) {
        return new Setting<>(key, type, meaning, example, Optional.empty(), true);
    }

    /// One that may have no value at all.
    public static <T> Setting<T> optional(
            String key, Type<T> type, String meaning, String example) {
        return new Setting<>(key, type, meaning, example, Optional.empty(), false);
    }

    /// With the default for an example.
    public static <T> Setting<T> usual(String key, Type<T> type, String meaning, T usual) {
        return new Setting<>(key, type, meaning, type.print(usual), Optional.of(usual), false);
    }

    /// The name of its environment variable: `MAX_NODES` for `maxNodes`.
    public String variable() {
        return key.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /// For people.
    public String expected() {
        return type.expected(meaning)
                + usual.map(each -> " (default " + type.print(each) + ")").orElse("");
    }

    /// An example for the command line; in quotes if it holds spaces.
    public String inCommand() {
        return (example.contains(" ") ? "-c '%s=%s'" : "-c %s=%s").formatted(key, example);
    }

    /// An example for `cdk.json`.
    public String inFile() {
        return "\"%s\": %s".formatted(key, type.inJson(example));
    }
}
