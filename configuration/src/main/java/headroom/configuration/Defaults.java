package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Values;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What holds for each entry that does not say otherwise.
///
/// @param written as it stands
/// @param right what is no mistake, for each kind
record Defaults(Map<?, ?> written, Map<Schema, Values> right) {
    static final String KEY = "defaults";
    static final Defaults NONE = new Defaults(Map.of(), Map.of());

    private static final int NEAR = 3;

    /// @param listed the kinds of which there are entries
    /// @param mistakes takes what is wrong
    static Defaults read(Map<?, ?> written, List<Schema> listed, List<String> mistakes) {
        refuseUnknown(written, mistakes);
        Set<String> told = new HashSet<>();
        Map<Schema, Values> right = new LinkedHashMap<>();
        for (Schema schema : Schema.ALL) {
            Map<Setting<?>, Object> values = new LinkedHashMap<>();
            for (Setting<?> each : schema.forAll()) {
                if (written.containsKey(each.key()) && isFor(schema, each, listed)) {
                    List<String> wrong = new ArrayList<>();
                    var entry =
                            new Entry(
                                    schema,
                                    new Place.File(KEY),
                                    written,
                                    NONE,
                                    Notation.JSON,
                                    wrong);
                    entry.value(each).ifPresent(value -> values.put(each, value));
                    if (!wrong.isEmpty() && told.add(each.key())) {
                        wrong.forEach(
                                mistake ->
                                        mistakes.add(mistake + hint(schema, each.key(), written)));
                    }
                }
            }
            right.put(schema, new Values(values));
        }
        return new Defaults(written, right);
    }

    /// What both kinds have is for those that are there.
    private static boolean isFor(Schema schema, Setting<?> setting, List<Schema> listed) {
        return listed.contains(schema)
                || listed.stream().noneMatch(each -> each.keys().contains(setting.key()));
    }

    /// Of what would be right for another kind.
    private static String hint(Schema wrong, String key, Map<?, ?> written) {
        return Schema.ALL.stream()
                .filter(each -> !each.equals(wrong))
                .filter(
                        each ->
                                each.forAll().stream()
                                        .anyMatch(one -> isRight(each, one, key, written)))
                .map(
                        each ->
                                ". What is right for %s alone stands in each object there"
                                        .formatted(each.list()))
                .findFirst()
                .orElse("");
    }

    private static boolean isRight(
            Schema schema, Setting<?> setting, String key, Map<?, ?> written) {
        return setting.key().equals(key)
                && new Entry(
                                schema,
                                new Place.File(KEY),
                                written,
                                NONE,
                                Notation.JSON,
                                new ArrayList<>())
                        .value(setting)
                        .isPresent();
    }

    private static void refuseUnknown(Map<?, ?> written, List<String> mistakes) {
        List<String> known = keys();
        written.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .sorted()
                .map(key -> refusal(key, known))
                .forEach(mistakes::add);
    }

    private static String refusal(String key, List<String> known) {
        String path = path(key);
        return Schema.ALL.stream()
                .filter(each -> each.keys().contains(key))
                .findFirst()
                .map(
                        schema ->
                                "%s cannot hold for all; expected it in each object of %s."
                                        .formatted(path, schema.list()))
                .or(
                        () ->
                                Spelling.nearest(key, known, NEAR)
                                        .map(meant -> Entry.misspelled(path, meant)))
                .orElseGet(
                        () ->
                                "%s is not a setting; expected one of %s."
                                        .formatted(path, String.join(", ", known)));
    }

    /// Of all kinds, each once.
    static List<String> keys() {
        return Schema.ALL.stream()
                .flatMap(each -> each.forAll().stream())
                .map(Setting::key)
                .distinct()
                .toList();
    }

    static String path(String key) {
        return KEY + "." + key;
    }

    boolean has(Setting<?> setting) {
        return written.containsKey(setting.key());
    }

    /// Empty if there is none, or it is a mistake.
    <T> Optional<T> find(Schema schema, Setting<T> setting) {
        @Nullable Values values = right.get(schema);
        return values == null ? Optional.empty() : values.find(setting);
    }
}
