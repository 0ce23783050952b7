package headroom.configuration;

import headroom.elasticache.CacheSettings;
import headroom.redshift.RedshiftSettings;
import headroom.settings.Setting;
import headroom.settings.Type.Text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that can be written in an entry of one kind.
///
/// @param list the key of the entries in `cdk.json`
/// @param entry what one of them is, for people
/// @param name the setting that says which one
/// @param settings in the order in which they are explained
record Schema(String list, String entry, Setting<String> name, List<Setting<?>> settings) {
    static final Setting<String> OPERATORS_EMAIL =
            Setting.optional(
                    "operatorsEmail",
                    new Text("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
                    "the e-mail address that reports are sent to",
                    "operators@example.com");

    static final Schema CLUSTERS =
            ofStack("clusters", "cluster", RedshiftSettings.CLUSTER, RedshiftSettings.ALL);

    static final Schema CACHES =
            ofStack(
                    "caches",
                    "replication group",
                    CacheSettings.REPLICATION_GROUP,
                    CacheSettings.ALL);

    static final List<Schema> ALL = List.of(CLUSTERS, CACHES);

    /// @param told what the stack's functions are told
    private static Schema ofStack(
            String list, String entry, Setting<String> name, List<Setting<?>> told) {
        List<Setting<?>> ofEveryStack =
                List.of(Hosting.ARCHITECTURE, Hosting.EVENTS, OPERATORS_EMAIL);
        return new Schema(
                list, entry, name, Stream.concat(told.stream(), ofEveryStack.stream()).toList());
    }

    List<String> keys() {
        return settings.stream().map(Setting::key).toList();
    }

    /// Those that no other kind has.
    List<String> own() {
        return keys().stream()
                .filter(key -> ALL.stream().filter(each -> each.keys().contains(key)).count() == 1)
                .toList();
    }

    List<Setting<?>> required() {
        return settings.stream().filter(Setting::isRequired).toList();
    }

    /// An example for `cdk.json` with as little as one can write.
    String exampleOfList() {
        return "\"%s\": [%s]".formatted(list, exampleOfEntry());
    }

    String exampleOfEntry() {
        return required().stream().map(Setting::inFile).collect(Collectors.joining(", ", "{", "}"));
    }
}
