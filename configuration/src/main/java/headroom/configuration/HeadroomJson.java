package headroom.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file that holds settings and nothing else: `headroom.json` beside `cdk.json`, or one like it.
///
/// @param name of the file, for people
/// @param content what it says; empty if it cannot be read
/// @param unread why it cannot be read, or not all of it
public record HeadroomJson(String name, Optional<Object> content, List<String> unread) {
    /// What the CDK app looks for, in the project's root.
    public static final String NAME = "headroom.json";

    private static final String SCHEMA = "$schema";
    private static final List<String> KEYS =
            Stream.concat(Stream.of(SCHEMA, Defaults.KEY), Schema.ALL.stream().map(Schema::list))
                    .toList();
    private static final int NEAR = 3;

    public HeadroomJson {
        unread = List.copyOf(unread);
    }

    /// The one of a folder; empty if there is none.
    public static Optional<HeadroomJson> in(Path folder) {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /// One that cannot be read is told of when its settings are read.
    public static HeadroomJson read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return of(name, Files.readString(file));
        } catch (IOException unreadable) {
            return new HeadroomJson(
                    name,
                    Optional.empty(),
                    List.of(
                            "The file cannot be read as UTF-8 text (%s); expected a JSON object. Example: %s"
                                    .formatted(unreadable, example())));
        }
    }

    public static HeadroomJson of(String name, String text) {
        JsonText json = JsonText.read(text);
        return new HeadroomJson(name, json.content(), json.mistakes());
    }

    /// Whether a file is of this kind, and not a `cdk.json` or what stands in its context.
    ///
    /// @param keys at its top level
    public static boolean isOne(String name, Set<String> keys) {
        return name.equals(NAME) || keys.contains(SCHEMA) || keys.contains(Defaults.KEY);
    }

    /// @param mistakes takes what is wrong
    List<Entry> entries(List<String> mistakes) {
        mistakes.addAll(unread);
        if (content.isEmpty()) {
            return List.of();
        }
        if (!(content.get() instanceof Map<?, ?> object)) {
            mistakes.add(
                    "The file is %s; expected a JSON object. Example: %s"
                            .formatted(Entry.shown(content.get()), example()));
            return List.of();
        }
        object.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .map(HeadroomJson::unknown)
                .forEach(mistakes::add);
        if (object.containsKey(SCHEMA) && !(object.get(SCHEMA) instanceof String)) {
            mistakes.add(
                    "%s is %s; expected where the schema is, as text. Example: \"%s\": \"./headroom.schema.json\""
                            .formatted(SCHEMA, Entry.shown(object.get(SCHEMA)), SCHEMA));
        }
        return entries(object, mistakes);
    }

    private static List<Entry> entries(Map<?, ?> object, List<String> mistakes) {
        List<Schema> listed =
                Schema.ALL.stream().filter(each -> object.containsKey(each.list())).toList();
        if (listed.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(
                    "There is neither %s; expected one of the two, or both. Example: %s"
                            .formatted(
                                    Schema.ALL.stream()
                                            .map(Schema::list)
                                            .collect(Collectors.joining(" nor ")),
                                    example()));
        }
        Defaults defaults = defaults(object, listed, mistakes);
        List<Entry> entries = new ArrayList<>();
        for (Schema each : listed) {
            var listing = new Listing(each, "", Notation.JSON, defaults, mistakes);
            entries.addAll(listing.entries(object.get(each.list())));
        }
        return entries;
    }

    private static Defaults defaults(Map<?, ?> object, List<Schema> listed, List<String> mistakes) {
        if (!object.containsKey(Defaults.KEY)) {
            return Defaults.NONE;
        }
        if (object.get(Defaults.KEY) instanceof Map<?, ?> written) {
            return Defaults.read(written, listed, mistakes);
        }
        mistakes.add(
                "%s is %s; expected an object with settings that hold for all entries. Example: \"%s\": {\"mode\": \"ask\"}"
                        .formatted(
                                Defaults.KEY, Entry.shown(object.get(Defaults.KEY)), Defaults.KEY));
        return Defaults.NONE;
    }

    private static String unknown(String key) {
        if (Schema.ALL.stream().anyMatch(each -> each.keys().contains(key))) {
            return "%s stands at the top level; expected it in an entry%s."
                    .formatted(key, Defaults.keys().contains(key) ? ", or in defaults" : "");
        }
        return Spelling.nearest(key, KEYS, NEAR)
                .map(meant -> "%s is not known; did you mean %s?".formatted(key, meant))
                .orElseGet(
                        () ->
                                "%s is not known; expected one of %s."
                                        .formatted(key, String.join(", ", KEYS)));
    }

    private static String example() {
        return "{%s}".formatted(Schema.CLUSTERS.exampleOfList());
    }

    String told(String mistake) {
        return name + ": " + mistake;
    }
}
