package headroom.configuration;

import headroom.elasticache.CacheSettings;
import headroom.redshift.RedshiftSettings;
import headroom.settings.Setting;
import headroom.settings.Type.Text;
import headroom.settings.Type.Texts;
import headroom.settings.Values;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that can be written in an entry of one kind.
///
/// @param list the key of the entries in `cdk.json`
/// @param entry what one of them is, for people
/// @param name the setting that says which one
/// @param alone those that each entry has for itself, as two cannot share a value
/// @param settings in the order in which they are explained
public record Schema(
        String list,
        String entry,
        Setting<String> name,
        List<Setting<?>> alone,
        List<Setting<?>> settings) {
    private static final Text ADDRESS = new Text("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    public static final Setting<String> OPERATORS_EMAIL =
            Setting.optional(
                    "operatorsEmail",
                    ADDRESS,
                    "the e-mail address that reports are sent to",
                    "operators@example.com");

    /// What a program may write besides.
    public static final Setting<List<String>> OPERATORS_EMAILS =
            Setting.optional(
                    "operatorsEmails",
                    new Texts(ADDRESS),
                    "the e-mail addresses that reports are sent to, beside operatorsEmail",
                    "operators@example.com,oncall@example.com");

    /// A program says where its stack goes when it makes the stack.
    private static final List<Setting<?>> OF_FILES = List.of(StackPlace.ACCOUNT, StackPlace.REGION);

    public static final Schema CLUSTERS =
            ofStack(
                    "clusters",
                    "cluster",
                    RedshiftSettings.CLUSTER,
                    List.of(RedshiftSettings.CLUSTER, RedshiftSettings.ENDPOINTS),
                    RedshiftSettings.ALL);

    public static final Schema CACHES =
            ofStack(
                    "caches",
                    "replication group",
                    CacheSettings.REPLICATION_GROUP,
                    List.of(CacheSettings.REPLICATION_GROUP),
                    CacheSettings.ALL);

    static final List<Schema> ALL = List.of(CLUSTERS, CACHES);

    /// @param told what the stack's functions are told
    private static Schema ofStack(
            String list,
            String entry,
            Setting<String> name,
            List<Setting<?>> alone,
            List<Setting<?>> told) {
        List<Setting<?>> ofEveryStack =
                List.of(
                        Hosting.ARCHITECTURE,
                        Hosting.EVENTS,
                        OPERATORS_EMAIL,
                        StackPlace.ACCOUNT,
                        StackPlace.REGION);
        return new Schema(
                list,
                entry,
                name,
                alone,
                Stream.concat(told.stream(), ofEveryStack.stream()).toList());
    }

    /// The same as a program may write it.
    public Schema ofProgram() {
        return new Schema(
                list,
                entry,
                name,
                alone,
                Stream.concat(
                                settings.stream().filter(each -> !OF_FILES.contains(each)),
                                Stream.of(OPERATORS_EMAILS))
                        .toList());
    }

    /// Where reports are sent, each address once.
    static List<String> emails(Values values) {
        return Stream.concat(
                        values.find(OPERATORS_EMAIL).stream(),
                        values.find(OPERATORS_EMAILS).stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    List<String> keys() {
        return settings.stream().map(Setting::key).toList();
    }

    /// Those that may stand in the defaults.
    List<Setting<?>> forAll() {
        return settings.stream().filter(each -> !alone.contains(each)).toList();
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
