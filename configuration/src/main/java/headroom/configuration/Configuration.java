package headroom.configuration;

import headroom.redshift.ClusterNames;
import headroom.redshift.Policy;
import headroom.redshift.Settings;

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
    private static final String CLUSTERS = "clusters";

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
        boolean several = context.containsKey(CLUSTERS);
        boolean single = Catalogue.KEYS.stream().anyMatch(context::containsKey);
        if (!single && !several && mistakes.isEmpty()) {
            throw WrongSettings.noCluster();
        }
        List<Entry> entries = new ArrayList<>();
        if (several) {
            refuseBeside(context, mistakes);
            entries.addAll(listed(context.get(CLUSTERS), mistakes));
        } else {
            entries.add(new Entry(null, context, mistakes));
        }
        var places = new EndpointPlaces(destination);
        List<Configuration> parsed =
                entries.stream().flatMap(entry -> parse(entry, places).stream()).toList();
        refuseTwins(parsed, mistakes);
        if (!mistakes.isEmpty()) {
            throw WrongSettings.because(mistakes);
        }
        return parsed;
    }

    /// The keys at the top level that look like a setting and are none. Whatever else is there is
    /// CDK's own, or somebody's whom it is not for us to correct.
    private static List<String> misspelled(Set<String> keys) {
        List<String> known = new ArrayList<>(Catalogue.KEYS);
        known.add(CLUSTERS);
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
        List<String> beside = Catalogue.KEYS.stream().filter(context::containsKey).toList();
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
                                    CLUSTERS,
                                    Entry.shown(clusters),
                                    Catalogue.exampleOfClusters()));
            return entries;
        }
        for (int i = 0; i < list.size(); i++) {
            String place = CLUSTERS + "[" + i + "]";
            if (list.get(i) instanceof Map<?, ?> written) {
                var entry = new Entry(place, written, mistakes);
                entry.refuseUnknown();
                entries.add(entry);
            } else {
                mistakes.add(
                        "%s is %s; expected an object with the settings of one cluster. Example: %s"
                                .formatted(
                                        place,
                                        Entry.shown(list.get(i)),
                                        Catalogue.exampleOfCluster()));
            }
        }
        return entries;
    }

    /// Empty if a mistake was noted instead.
    private static Optional<Configuration> parse(Entry entry, EndpointPlaces places) {
        Optional<String> cluster = entry.required(Catalogue.CLUSTER);
        Optional<List<String>> endpoints = entry.required(Catalogue.ENDPOINTS);
        endpoints.ifPresent(each -> places.check(entry, cluster, each));
        Optional<Policy> policy = PolicySettings.read(entry);
        int retentionDays = entry.orUsual(Catalogue.SNAPSHOT_RETENTION_DAYS);
        int logRetentionHours = entry.orUsual(Catalogue.SOURCE_LOG_RETENTION_HOURS);
        var hosting = new Hosting(entry.orUsual(Catalogue.ARCHITECTURE));
        Optional<String> email = entry.optional(Catalogue.OPERATORS_EMAIL);
        return cluster.isPresent() && endpoints.isPresent() && policy.isPresent()
                ? Optional.of(
                        new Configuration(
                                new Settings(
                                        cluster.get(),
                                        endpoints.get(),
                                        policy.get(),
                                        retentionDays,
                                        logRetentionHours),
                                email,
                                hosting))
                : Optional.empty();
    }

    /// Two stacks for one cluster would have one name, and would resize it twice.
    private static void refuseTwins(List<Configuration> parsed, List<String> mistakes) {
        Set<String> seen = new HashSet<>();
        parsed.stream()
                .map(Configuration::cluster)
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
