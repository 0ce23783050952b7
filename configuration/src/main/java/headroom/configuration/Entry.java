package headroom.configuration;

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
    /// Beyond that, a suggestion would be a guess.
    private static final int NEAR = 3;

    <T> Optional<T> required(Setting<T> setting) {
        if (!has(setting)) {
            note(setting, "missing; expected ");
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
            note(
                    setting,
                    setting.remark(found)
                            .map(remark -> shown(found) + "; " + remark + " Expected ")
                            .orElseGet(() -> shown(found) + "; expected "));
        }
        return value;
    }

    <T> T orUsual(Setting.Usual<T> setting) {
        return optional(setting).orElse(setting.value());
    }

    boolean has(Setting<?> setting) {
        return written.get(setting.key()) != null;
    }

    /// Notes two numbers that do not fit together. Says nothing if one of them is a mistake by
    /// itself, or neither written nor known by default.
    ///
    /// @param otherwise why that is wrong, and what to do
    void refuseUnlessBelow(Setting<Integer> less, Setting<Integer> more, String otherwise) {
        Optional<Integer> lower = effective(less);
        Optional<Integer> upper = effective(more);
        if (lower.isPresent() && upper.isPresent() && lower.get() >= upper.get()) {
            mistakes.add(
                    "%s is %s, and %s is %s; expected %s below %s: %s"
                            .formatted(
                                    path(less.key()),
                                    told(less, lower.get()),
                                    more.key(),
                                    told(more, upper.get()),
                                    less.key(),
                                    more.key(),
                                    otherwise));
        }
    }

    private Optional<Integer> effective(Setting<Integer> setting) {
        Object found = written.get(setting.key());
        return found == null ? setting.usual() : setting.read(found);
    }

    private String told(Setting<Integer> setting, int value) {
        return has(setting) ? Integer.toString(value) : value + " by default";
    }

    /// Notes every key that is no setting.
    void refuseUnknown() {
        written.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !Catalogue.KEYS.contains(key))
                .sorted()
                .map(
                        key ->
                                Spelling.nearest(key, Catalogue.KEYS, NEAR)
                                        .map(meant -> misspelled(path(key), meant))
                                        .orElseGet(() -> unknown(path(key))))
                .forEach(mistakes::add);
    }

    private static String unknown(String path) {
        return "%s is not a setting; expected one of %s."
                .formatted(path, String.join(", ", Catalogue.KEYS));
    }

    static String misspelled(String path, String meant) {
        return "%s is not a setting; did you mean %s?".formatted(path, meant);
    }

    /// @param found with what leads to what was expected
    private void note(Setting<?> setting, String found) {
        mistakes.add(
                "%s is %s%s. Example: %s"
                        .formatted(
                                path(setting.key()),
                                found,
                                setting.expected(),
                                place == null ? setting.inCommand() : setting.inFile()));
    }

    String path(String key) {
        return place == null ? key : place + "." + key;
    }

    /// As it stands in JSON, as far as that matters to a reader.
    static String shown(@Nullable Object found) {
        return switch (found) {
            case null -> "null";
            case String text -> '"' + text + '"';
            case List<?> list ->
                    list.stream().map(Entry::shown).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(each -> shown(each.getKey()) + ": " + shown(each.getValue()))
                            .sorted()
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> found.toString();
        };
    }
}
