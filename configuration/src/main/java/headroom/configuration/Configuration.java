package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Values;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that Headroom looks after, a stack each.
public record Configuration(List<ClusterConfiguration> clusters, List<GroupConfiguration> groups) {
    public Configuration {
        clusters = List.copyOf(clusters);
        groups = List.copyOf(groups);
    }

    /// Reads the settings where nobody knows yet in which account and region they will be used.
    ///
    /// @throws WrongSettings if nothing is configured, or anything wrong with what is
    public static Configuration parse(Map<String, ?> context) {
        return parse(context, Optional.empty());
    }

    /// Reads the context of the CDK app: a list of each kind, or the settings of one cluster or one
    /// replication group at the top level, as `-c` writes them.
    ///
    /// @param destination where the stacks go; empty if that is not known
    /// @throws WrongSettings if nothing is configured, or anything wrong with what is
    public static Configuration parse(Map<String, ?> context, Optional<Destination> destination) {
        List<String> mistakes = new ArrayList<>();
        List<Entry> entries = Context.of(context, mistakes).entries();
        var places = new EndpointPlaces(destination);
        List<Values> clusters =
                of(Schema.CLUSTERS, entries)
                        .map(each -> ClusterConfiguration.read(each, places))
                        .toList();
        List<Values> groups = of(Schema.CACHES, entries).map(GroupConfiguration::read).toList();
        refuseTwins(Schema.CLUSTERS, clusters, mistakes);
        refuseTwins(Schema.CACHES, groups, mistakes);
        if (!mistakes.isEmpty()) {
            throw WrongSettings.because(mistakes);
        }
        return new Configuration(
                clusters.stream().map(ClusterConfiguration::of).toList(),
                groups.stream().map(GroupConfiguration::of).toList());
    }

    private static Stream<Entry> of(Schema schema, List<Entry> entries) {
        return entries.stream().filter(each -> each.schema().equals(schema));
    }

    /// Two stacks for one cluster or group would have one name, and would change it twice.
    private static void refuseTwins(Schema schema, List<Values> read, List<String> mistakes) {
        Setting<String> name = schema.name();
        Set<String> seen = new HashSet<>();
        read.stream()
                .flatMap(each -> each.find(name).stream())
                .filter(each -> !seen.add(each))
                .distinct()
                .map(
                        each ->
                                "%s \"%s\" is listed more than once; expected one object for each %s."
                                        .formatted(name.key(), each, schema.entry()))
                .forEach(mistakes::add);
    }
}
