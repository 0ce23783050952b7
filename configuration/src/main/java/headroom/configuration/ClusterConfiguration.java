package headroom.configuration;

import headroom.redshift.ClusterNames;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.Settings;
import headroom.settings.Values;

import java.util.Optional;

/// One cluster that Headroom looks after.
///
/// @param settings what its functions are told
/// @param operatorsEmail where reports are sent, besides the operators' topic
/// @param hosting what its functions run on
/// @param place where its stack goes
public record ClusterConfiguration(
        Settings settings, Optional<String> operatorsEmail, Hosting hosting, StackPlace place) {
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
                values.find(Schema.OPERATORS_EMAIL),
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
