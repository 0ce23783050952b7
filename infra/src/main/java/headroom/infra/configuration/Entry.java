package headroom.infra.configuration;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The settings of one cluster as they were written. Reading one that is wrong notes a mistake.
///
/// @param place where they were written; null for the command line
/// @param mistakes takes what is wrong
record Entry(@Nullable String place, Map<?, ?> written, List<String> mistakes) {

    <T> Optional<T> required(Setting<T> setting) {
        if (written.get(setting.key()) == null) {
            note(setting, "missing");
        }
        return optional(setting);
    }

    <T> Optional<T> optional(Setting<T> setting) {
        Object found = written.get(setting.key());
        if (found == null) {
            return Optional.empty();
        }
        Optional<T> value = setting.read(found);
        if (value.isEmpty()) {
            note(setting, shown(found));
        }
        return value;
    }

    int orUsual(Setting.WholeNumber setting) {
        return optional(setting).orElse(setting.usual());
    }

    /// Notes every key that is no setting.
    void refuseUnknown() {
        List<String> known = Catalogue.ALL.stream().map(Setting::key).toList();
        written.keySet().stream()
                .filter(key -> !known.contains(key))
                .map(
                        key ->
                                "%s is not a setting; expected one of %s."
                                        .formatted(path(key), String.join(", ", known)))
                .forEach(mistakes::add);
    }

    private void note(Setting<?> setting, String found) {
        mistakes.add(
                "%s is %s; expected %s. Example: %s"
                        .formatted(
                                path(setting.key()),
                                found,
                                setting.expected(),
                                place == null ? setting.inCommand() : setting.inFile()));
    }

    private String path(Object key) {
        return place == null ? key.toString() : place + "." + key;
    }

    /// As it stands in JSON, as far as that matters to a reader.
    static String shown(@Nullable Object found) {
        return switch (found) {
            case null -> "null";
            case String text -> '"' + text + '"';
            case List<?> list ->
                    list.stream().map(Entry::shown).collect(Collectors.joining(", ", "[", "]"));
            default -> found.toString();
        };
    }
}
