package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Type;
import headroom.settings.Values;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Settings as they were written. Reading one that is wrong notes a mistake.
///
/// @param schema what can be written
/// @param place where they were written
/// @param defaults what holds where nothing is written
/// @param mistakes takes what is wrong
record Entry(
        Schema schema,
        Place place,
        Map<?, ?> written,
        Defaults defaults,
        Notation notation,
        List<String> mistakes) {
    /// Beyond that, a suggestion would be a guess.
    private static final int NEAR = 3;

    /// What is written, or holds by default. What is missing or wrong is noted, and left out.
    Values read() {
        Map<Setting<?>, Object> values = new LinkedHashMap<>();
        schema.settings().forEach(each -> value(each).ifPresent(value -> values.put(each, value)));
        return new Values(values);
    }

    <T> Optional<T> value(Setting<T> setting) {
        if (!writes(setting)) {
            if (defaults.has(setting)) {
                return defaults.find(schema, setting);
            }
            if (setting.isRequired()) {
                note(setting, "missing; expected ");
            }
            return setting.usual();
        }
        @Nullable Object found = written.get(setting.key());
        Type<T> type = setting.type();
        Optional<String> text =
                Optional.ofNullable(found).flatMap(each -> notation.text(type, each));
        Optional<T> value = text.flatMap(type::parse).filter(type::allows);
        if (value.isEmpty()) {
            note(
                    setting,
                    text.filter(any -> type instanceof Type.Hours)
                            .flatMap(TimeZones::remark)
                            .map(remark -> shown(found) + "; " + remark + " Expected ")
                            .orElseGet(() -> shown(found) + "; expected "));
        }
        return value;
    }

    void refuse(String mistake) {
        mistakes.add(mistake);
    }

    /// Whether it stands here, or in the defaults.
    boolean has(Setting<?> setting) {
        return writes(setting) || defaults.has(setting);
    }

    boolean writes(Setting<?> setting) {
        return notation.writes(written, setting);
    }

    /// Where a setting is told of: where it stands, and else here.
    String standing(Setting<?> setting) {
        return inherits(setting) ? Defaults.path(setting.key()) : path(setting.key());
    }

    /// Whether the defaults say what holds here.
    boolean inherits(Setting<?> setting) {
        return !writes(setting) && defaults.has(setting);
    }

    /// Notes every key that is no setting.
    void refuseUnknown() {
        written.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !schema.keys().contains(key))
                .sorted()
                .map(
                        key ->
                                elsewhere(key)
                                        .or(
                                                () ->
                                                        Spelling.nearest(key, schema.keys(), NEAR)
                                                                .map(
                                                                        meant ->
                                                                                misspelled(
                                                                                        path(key),
                                                                                        meant)))
                                        .orElseGet(() -> unknown(path(key))))
                .forEach(mistakes::add);
    }

    /// Of a setting that another kind has.
    private Optional<String> elsewhere(String key) {
        return Schema.ALL.stream()
                .filter(each -> each.keys().contains(key))
                .findFirst()
                .map(
                        other ->
                                "%s is a setting in %s, and not in %s; expected one of %s."
                                        .formatted(
                                                path(key),
                                                other.list(),
                                                schema.list(),
                                                String.join(", ", schema.keys())));
    }

    private String unknown(String path) {
        return "%s is not a setting; expected one of %s."
                .formatted(path, String.join(", ", schema.keys()));
    }

    static String misspelled(String path, String meant) {
        return "%s is not a setting; did you mean %s?".formatted(path, meant);
    }

    /// @param found with what leads to what was expected
    private void note(Setting<?> setting, String found) {
        refuse(
                "%s is %s%s. Example: %s"
                        .formatted(
                                path(setting.key()),
                                found,
                                setting.expected(),
                                place.example(setting)));
    }

    String path(String key) {
        return place.path(key);
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
