package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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
        return of(entries, destination, mistakes, () -> mistakes);
    }

    /// Reads the settings of a file. Where there is none, those of the context; never both, as
    /// nobody could see which hold.
    ///
    /// @param file empty if there is none
    /// @param destination where stacks go that do not say so themselves; empty if that is not known
    /// @throws WrongSettings if nothing is configured, or anything wrong with what is
    public static Configuration parse(
            Optional<HeadroomJson> file,
            Map<String, ?> context,
            Optional<Destination> destination) {
        return file.map(each -> parse(each, context, destination))
                .orElseGet(() -> parse(context, destination));
    }

    private static Configuration parse(
            HeadroomJson file, Map<String, ?> context, Optional<Destination> destination) {
        List<String> mistakes = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        Context.of(context, beside).refuseBeside(file);
        return of(
                file.entries(mistakes),
                destination,
                mistakes,
                () -> Stream.concat(mistakes.stream().map(file::told), beside.stream()).toList());
    }

    /// @param mistakes takes what is wrong with the entries
    /// @param all mistakes at the end, as they are told
    private static Configuration of(
            List<Entry> entries,
            Optional<Destination> destination,
            List<String> mistakes,
            Supplier<List<String>> all) {
        var places = new EndpointPlaces(destination);
        List<Read> clusters =
                read(Schema.CLUSTERS, entries, each -> ClusterConfiguration.read(each, places));
        List<Read> groups = read(Schema.CACHES, entries, GroupConfiguration::read);
        refuseTwins(Schema.CLUSTERS, clusters, mistakes);
        refuseTwins(Schema.CACHES, groups, mistakes);
        // What is wrong in the defaults is found with each entry.
        List<String> told = all.get().stream().distinct().toList();
        if (!told.isEmpty()) {
            throw WrongSettings.because(told);
        }
        return new Configuration(
                clusters.stream().map(Read::values).map(ClusterConfiguration::of).toList(),
                groups.stream().map(Read::values).map(GroupConfiguration::of).toList());
    }

    private static List<Read> read(
            Schema schema, List<Entry> entries, Function<Entry, Values> reading) {
        return entries.stream()
                .filter(each -> each.schema().equals(schema))
                .map(each -> new Read(each, reading.apply(each)))
                .toList();
    }

    /// @param values those that are right
    private record Read(Entry entry, Values values) {
        /// Whether it is known where the stack goes, as far as the entry says so.
        boolean isPlaced() {
            return Stream.of(StackPlace.ACCOUNT, StackPlace.REGION)
                    .allMatch(each -> entry.has(each) == values.find(each).isPresent());
        }
    }

    /// Two stacks for one cluster or group would have one name, and would change it twice. They are
    /// apart only if both say where they are.
    private static void refuseTwins(Schema schema, List<Read> read, List<String> mistakes) {
        Setting<String> name = schema.name();
        Map<String, List<StackPlace>> seen = new LinkedHashMap<>();
        Set<String> twins = new LinkedHashSet<>();
        for (Read each : read) {
            Optional<String> called = each.values().find(name);
            if (called.isPresent() && each.isPlaced()) {
                StackPlace place = StackPlace.of(each.values());
                List<StackPlace> others =
                        seen.computeIfAbsent(called.get(), _ -> new ArrayList<>());
                if (!others.stream().allMatch(place::differsFrom)) {
                    twins.add(called.get());
                }
                others.add(place);
            }
        }
        twins.forEach(
                each ->
                        mistakes.add(
                                "%s \"%s\" is listed more than once; expected one object for each %s, or in each of them an account or a region of its own."
                                        .formatted(name.key(), each, schema.entry())));
    }
}
