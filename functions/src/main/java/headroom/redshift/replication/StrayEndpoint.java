package headroom.redshift.replication;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.Endpoint;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.RedshiftSettings;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An endpoint that points at the cluster and is not in the settings: tasks may write through it
/// that nobody told Headroom of.
///
/// @param identifier for people
public record StrayEndpoint(String arn, String identifier) {
    private static final Filter OF_REDSHIFT =
            Filter.builder().name("engine-name").values("redshift").build();

    /// The tasks that write, or are about to, through such endpoints, each with its endpoint, for
    /// people. One that is stopped is none.
    public static List<String> writers(
            DatabaseMigrationClient dms, String address, List<String> configured) {
        List<StrayEndpoint> strays = of(dms, address, configured);
        if (strays.isEmpty()) {
            return List.of();
        }
        Map<String, String> names =
                strays.stream()
                        .collect(
                                Collectors.toMap(
                                        StrayEndpoint::arn,
                                        each -> each.identifier() + ": " + each.arn()));
        return Replications.writingTo(dms, List.copyOf(names.keySet())).stream()
                .filter(Replication::writesOrIsAboutTo)
                .map(
                        each ->
                                "%s (endpoint %s)"
                                        .formatted(
                                                each.sentence(), names.get(each.targetEndpoint())))
                .toList();
    }

    /// An endpoint that reaches the cluster by another name, such as a DNS alias, cannot be told
    /// from one of another cluster, so it is missing here. One whose address stands in a secret may
    /// point anywhere, so it is among them.
    ///
    /// @param address the cluster's own, without a port
    /// @param configured ARNs
    public static List<StrayEndpoint> of(
            DatabaseMigrationClient dms, String address, List<String> configured) {
        Set<String> known = Set.copyOf(configured);
        return ofRedshift(dms).or(() -> ofRedshift(dms)).orElseGet(List::of).stream()
                .filter(each -> !known.contains(each.endpointArn()))
                .flatMap(each -> of(address, each).stream())
                .toList();
    }

    private static Optional<StrayEndpoint> of(String address, Endpoint endpoint) {
        String name = endpoint.endpointIdentifier();
        if (pointsAt(address, endpoint)) {
            return Optional.of(new StrayEndpoint(endpoint.endpointArn(), name));
        }
        return isHidden(endpoint)
                ? Optional.of(
                        new StrayEndpoint(
                                endpoint.endpointArn(),
                                name + ", whose address stands in Secrets Manager and may be this"))
                : Optional.empty();
    }

    /// The server's name stands in a secret that is not ours to read.
    private static boolean isHidden(Endpoint endpoint) {
        RedshiftSettings settings = endpoint.redshiftSettings();
        return settings != null
                && settings.secretsManagerSecretId() != null
                && addresses(endpoint).findAny().isEmpty();
    }

    /// Empty if DMS says that it finds none, which is believed when it is said twice: who relies on
    /// it changes the cluster.
    private static Optional<List<Endpoint>> ofRedshift(DatabaseMigrationClient dms) {
        try {
            List<Endpoint> found =
                    dms.describeEndpointsPaginator(request -> request.filters(OF_REDSHIFT)).stream()
                            .flatMap(page -> page.endpoints().stream())
                            .toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(found);
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }

    /// The API has two places for the server's name, and people write port and database behind it.
    private static boolean pointsAt(String address, Endpoint endpoint) {
        return addresses(endpoint).anyMatch(address::equalsIgnoreCase);
    }

    private static Stream<String> addresses(Endpoint endpoint) {
        return Stream.of(
                        Optional.ofNullable(endpoint.serverName()),
                        Optional.ofNullable(endpoint.redshiftSettings())
                                .map(RedshiftSettings::serverName))
                .flatMap(Optional::stream)
                .map(each -> each.strip().split("[:/]", 2)[0])
                .filter(each -> !each.isEmpty());
    }
}
