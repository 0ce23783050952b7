package headroom.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The context of the CDK app as it was written. Finds its entries, and notes what is wrong with
/// where settings stand.
///
/// @param mistakes takes what is wrong
record Context(Map<String, Object> written, List<String> mistakes) {
    /// Nearer than in an entry of ours: any other key of the context may be meant as it is.
    private static final int A_SLIP = 2;

    /// A `null` says nothing.
    static Context of(Map<String, ?> context, List<String> mistakes) {
        Map<String, Object> written = new LinkedHashMap<>();
        context.forEach(
                (key, value) -> {
                    if (value != null) {
                        written.put(key, value);
                    }
                });
        return new Context(written, mistakes);
    }

    /// @throws WrongSettings if nothing is configured at all
    List<Entry> entries() {
        misspelled();
        List<Schema> lists = all().filter(each -> written.containsKey(each.list())).toList();
        List<String> single = keys().stream().filter(written::containsKey).toList();
        if (lists.isEmpty() && single.isEmpty() && mistakes.isEmpty()) {
            throw WrongSettings.nothing(Schema.ALL);
        }
        if (lists.isEmpty()) {
            return single()
                    .map(
                            each ->
                                    new Entry(
                                            each,
                                            new Place.CommandLine(),
                                            written,
                                            Defaults.NONE,
                                            Notation.CONTEXT,
                                            mistakes))
                    .stream()
                    .toList();
        }
        refuseBeside(lists, single);
        refuseDefaults();
        return lists.stream().flatMap(each -> listed(each).stream()).toList();
    }

    /// Notes what would hold beside a file that holds all settings.
    void refuseBeside(HeadroomJson file) {
        misspelled();
        List<String> ours =
                Stream.of(all().map(Schema::list), Stream.of(Defaults.KEY), keys().stream())
                        .flatMap(each -> each)
                        .filter(written::containsKey)
                        .toList();
        if (!ours.isEmpty()) {
            mistakes.add(
                    "Beside %s there is %s, with -c or in the context of cdk.json; expected all settings in one place, as neither could be seen to hold. Write them into %s, or put that file away."
                            .formatted(file.name(), String.join(", ", ours), file.name()));
        }
    }

    /// Notes the keys at the top level that look like a setting and are none. Whatever else is
    /// there is CDK's own, or somebody's whom it is not for us to correct.
    private void misspelled() {
        written.keySet().stream()
                .sorted()
                .flatMap(key -> meant(key).stream().map(meant -> Entry.misspelled(key, meant)))
                .forEach(mistakes::add);
    }

    /// What a key that is no setting was meant to be.
    private static Optional<String> meant(String key) {
        List<String> known =
                Stream.of(keys().stream(), all().map(Schema::list), Stream.of(Defaults.KEY))
                        .flatMap(each -> each)
                        .toList();
        return known.contains(key) ? Optional.empty() : Spelling.nearest(key, known, A_SLIP);
    }

    /// Whose settings stand at the top level; empty if that is not clear.
    private Optional<Schema> single() {
        List<String> meant =
                written.keySet().stream().map(key -> meant(key).orElse(key)).sorted().toList();
        List<Schema> told =
                all().filter(each -> each.own().stream().anyMatch(meant::contains)).toList();
        if (told.size() > 1) {
            mistakes.add(
                    "%s stand beside each other, at the top level or with -c; expected the settings of one cluster or of one replication group, as what both have, such as mode, could be meant for either. Deploy one after the other, or write the lists clusters and caches into the context of cdk.json."
                            .formatted(
                                    told.stream()
                                            .map(each -> first(each, meant))
                                            .collect(Collectors.joining(" and "))));
            return Optional.empty();
        }
        if (told.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(
                    "Found %s, and neither cluster nor replicationGroup; expected one of the two, which says whose setting it is. Example: %s, or %s"
                            .formatted(
                                    keys().stream()
                                            .filter(written::containsKey)
                                            .collect(Collectors.joining(", ")),
                                    Schema.CLUSTERS.name().inCommand(),
                                    Schema.CACHES.name().inCommand()));
        }
        return told.stream().findFirst();
    }

    private static String first(Schema schema, List<String> meant) {
        return schema.own().stream().filter(meant::contains).findFirst().orElseThrow();
    }

    /// What stands beside a list would hold for none of its entries.
    private void refuseBeside(List<Schema> lists, List<String> single) {
        if (!single.isEmpty()) {
            String entry =
                    all().filter(
                                    each ->
                                            lists.contains(each)
                                                    || each.own().stream()
                                                            .anyMatch(single::contains))
                            .map(Schema::entry)
                            .collect(Collectors.joining(" or "));
            mistakes.add(
                    "Beside %s there is %s, at the top level or with -c; expected one way or the other: every setting in the object of its %s, or one %s without a list."
                            .formatted(
                                    lists.stream()
                                            .map(Schema::list)
                                            .collect(Collectors.joining(" and ")),
                                    String.join(", ", single),
                                    entry,
                                    entry));
        }
    }

    private void refuseDefaults() {
        if (written.containsKey(Defaults.KEY)) {
            mistakes.add(
                    "defaults stands in the context of cdk.json, where nothing would come of it; expected it in %s, with the lists beside it. Move them there."
                            .formatted(HeadroomJson.NAME));
        }
    }

    private List<Entry> listed(Schema schema) {
        var listing =
                new Listing(
                        schema,
                        ", in the context of cdk.json",
                        Notation.CONTEXT,
                        Defaults.NONE,
                        mistakes);
        return listing.entries(written.get(schema.list()));
    }

    private static Stream<Schema> all() {
        return Schema.ALL.stream();
    }

    /// Of all kinds, each once.
    private static List<String> keys() {
        return all().flatMap(each -> each.keys().stream()).distinct().toList();
    }
}
