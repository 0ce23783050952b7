package headroom.configuration;

import headroom.redshift.ClusterNames;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.Settings;
import headroom.settings.Values;

import java.util.List;
import java.util.Optional;

/// One cluster that Headroom looks after.
///
/// @param settings what its functions are told
/// @param operatorsEmails where reports are sent, besides the operators' topic
/// @param hosting what its functions run on
/// @param place where its stack goes
public record ClusterConfiguration(
        Settings settings, List<String> operatorsEmails, Hosting hosting, StackPlace place) {
    public ClusterConfiguration {
        operatorsEmails = List.copyOf(operatorsEmails);
    }

    /// Reads what a program wrote.
    ///
    /// @param destination where it is deployed to; empty if that is not known
    /// @throws WrongSettings with all that is wrong
    public static ClusterConfiguration of(Written written, Optional<Destination> destination) {
        Values values = read(written.entry(Schema.CLUSTERS), new EndpointPlaces(destination));
        written.refuseMistakes();
        return of(values);
    }

    /// Notes what is wrong in the entry by itself, and beside those before it.
    static Values read(Entry entry, EndpointPlaces places) {
        Values values = entry.read();
        values.find(RedshiftSettings.ENDPOINTS)
                .ifPresent(each -> places.check(entry, values, each));
        new Contradictions(entry, values).refuse();
        return values;
    }

    static ClusterConfiguration of(Values values) {
        return new ClusterConfiguration(
                Settings.of(values),
                Schema.emails(values),
                Hosting.of(values),
                StackPlace.of(values));
    }

    public String cluster() {
        return settings.cluster();
    }

    /// What is deployed for the cluster is called how.
    public ClusterNames names() {
        return new ClusterNames(cluster());
    }
}
