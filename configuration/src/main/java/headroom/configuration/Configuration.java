package headroom.configuration;

import headroom.redshift.ClusterNames;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.Settings;
import headroom.settings.Values;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One cluster that Headroom looks after.
///
/// @param settings what its functions are told
/// @param operatorsEmail where reports are sent, besides the operators' topic
/// @param hosting what its functions run on
public record Configuration(Settings settings, Optional<String> operatorsEmail, Hosting hosting) {
    private static final Schema CLUSTERS = Schema.CLUSTERS;

    /// Nearer than in an entry of ours: any other key of the context may be meant as it is.
    private static final int A_SLIP = 2;

    /// Reads the settings where nobody knows yet in which account and region they will be used.
    ///
    /// @throws WrongSettings if there is no cluster, or anything wrong with one
    public static List<Configuration> parse(Map<String, ?> context) {
        return parse(context, Optional.empty());
    }

    /// Reads the context of the CDK app: a list of clusters, or the settings of one cluster at the
    /// top level, as `-c` writes them.
    ///
    /// @param destination where the stacks go; empty if that is not known
    /// @throws WrongSettings if there is no cluster, or anything wrong with one
    public static List<Configuration> parse(
            Map<String, ?> context, Optional<Destination> destination) {
        List<String> mistakes = misspelled(context.keySet());
        boolean several = context.containsKey(CLUSTERS.list());
        boolean single = CLUSTERS.keys().stream().anyMatch(context::containsKey);
        if (!single && !several && mistakes.isEmpty()) {
            throw WrongSettings.noCluster(CLUSTERS);
        }
        List<Entry> entries = new ArrayList<>();
        if (several) {
            refuseBeside(context, mistakes);
            entries.addAll(listed(context.get(CLUSTERS.list()), mistakes));
        } else {
            entries.add(new Entry(CLUSTERS, null, context, mistakes));
        }
        var places = new EndpointPlaces(destination);
        List<Values> read = entries.stream().map(entry -> read(entry, places)).toList();
        refuseTwins(read, mistakes);
        if (!mistakes.isEmpty()) {
            throw WrongSettings.because(mistakes);
        }
        return read.stream().map(Configuration::of).toList();
    }

    /// The keys at the top level that look like a setting and are none. Whatever else is there is
    /// CDK's own, or somebody's whom it is not for us to correct.
    private static List<String> misspelled(Set<String> keys) {
        List<String> known = new ArrayList<>(CLUSTERS.keys());
        known.add(CLUSTERS.list());
        return keys.stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .flatMap(
                        key ->
                                Spelling.nearest(key, known, A_SLIP).stream()
                                        .map(meant -> Entry.misspelled(key, meant)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// What stands beside the list would hold for no cluster.
    private static void refuseBeside(Map<String, ?> context, List<String> mistakes) {
        List<String> beside = CLUSTERS.keys().stream().filter(context::containsKey).toList();
        if (!beside.isEmpty()) {
            mistakes.add(
                    "Beside clusters there is %s, at the top level or with -c; expected one way or the other: every setting in the object of its cluster, or one cluster without a list."
                            .formatted(String.join(", ", beside)));
        }
    }

    private static List<Entry> listed(@Nullable Object clusters, List<String> mistakes) {
        List<Entry> entries = new ArrayList<>();
        if (!(clusters instanceof List<?> list) || list.isEmpty()) {
            mistakes.add(
                    "%s is %s; expected a list with an object for each cluster, in the context of cdk.json. Example: %s"
                            .formatted(
                                    CLUSTERS.list(),
                                    Entry.shown(clusters),
                                    CLUSTERS.exampleOfList()));
            return entries;
        }
        for (int i = 0; i < list.size(); i++) {
            String place = CLUSTERS.list() + "[" + i + "]";
            if (list.get(i) instanceof Map<?, ?> written) {
                var entry = new Entry(CLUSTERS, place, written, mistakes);
                entry.refuseUnknown();
                entries.add(entry);
            } else {
                mistakes.add(
                        "%s is %s; expected an object with the settings of one cluster. Example: %s"
                                .formatted(
                                        place,
                                        Entry.shown(list.get(i)),
                                        CLUSTERS.exampleOfEntry()));
            }
        }
        return entries;
    }

    /// Notes what is wrong in the entry by itself, and beside those before it.
    private static Values read(Entry entry, EndpointPlaces places) {
        Values values = entry.read();
        values.find(RedshiftSettings.ENDPOINTS)
                .ifPresent(
                        each -> places.check(entry, values.find(RedshiftSettings.CLUSTER), each));
        new Contradictions(entry, values).refuse();
        return values;
    }

    private static Configuration of(Values values) {
        return new Configuration(
                Settings.of(values),
                values.find(Schema.OPERATORS_EMAIL),
                new Hosting(values.get(Hosting.ARCHITECTURE)));
    }

    /// Two stacks for one cluster would have one name, and would resize it twice.
    private static void refuseTwins(List<Values> read, List<String> mistakes) {
        Set<String> seen = new HashSet<>();
        read.stream()
                .flatMap(each -> each.find(RedshiftSettings.CLUSTER).stream())
                .filter(cluster -> !seen.add(cluster))
                .distinct()
                .map(
                        cluster ->
                                "cluster \"%s\" is listed more than once; expected one object for each cluster."
                                        .formatted(cluster))
                .forEach(mistakes::add);
    }

    public String cluster() {
        return settings.cluster();
    }

    /// What is deployed for the cluster is called how.
    public ClusterNames names() {
        return new ClusterNames(cluster());
    }
}
