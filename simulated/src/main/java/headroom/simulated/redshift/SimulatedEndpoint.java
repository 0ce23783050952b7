package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.Endpoint;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.RedshiftSettings;

import java.util.Locale;

/// An endpoint of DMS.
///
/// @param name the end of its ARN and, in lower case, its identifier
/// @param server empty if the engine has none
/// @param settings that it has for Redshift; null if it has none
public record SimulatedEndpoint(
        String name, String engine, String server, @Nullable RedshiftSettings settings) {
    private static final String ARN_OF_SECRET =
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:returns-AbCdEf";

    public static final SimulatedEndpoint AURORA =
            new SimulatedEndpoint(
                    "AURORA", "aurora", "shop.cluster-abc123.eu-west-1.rds.amazonaws.com");

    /// The one in the settings.
    public static final SimulatedEndpoint REDSHIFT =
            new SimulatedEndpoint("REDSHIFT", "redshift", SimulatedDms.ADDRESS);

    public static final SimulatedEndpoint S3 = new SimulatedEndpoint("S3", "s3", "");

    /// Points at the same cluster, and is in no setting.
    public static final SimulatedEndpoint STRAY =
            new SimulatedEndpoint("MARKETING", "redshift", SimulatedDms.ADDRESS);

    /// Points nowhere that anybody could see: its address stands in Secrets Manager.
    public static final SimulatedEndpoint HIDDEN =
            new SimulatedEndpoint(
                    "RETURNS",
                    "redshift",
                    "",
                    RedshiftSettings.builder().secretsManagerSecretId(ARN_OF_SECRET).build());

    public SimulatedEndpoint(String name, String engine, String server) {
        this(name, engine, server, null);
    }

    public String arn() {
        return SimulatedTask.ARNS + "endpoint:" + name;
    }

    public boolean pointsAtCluster() {
        return server.equals(SimulatedDms.ADDRESS);
    }

    boolean passes(Filter filter) {
        return switch (filter.name()) {
            case "engine-name" -> filter.values().contains(engine);
            default -> throw new UnsupportedOperationException("filter " + filter.name());
        };
    }

    Endpoint describe() {
        return Endpoint.builder()
                .endpointArn(arn())
                .endpointIdentifier(name.toLowerCase(Locale.ROOT))
                .engineName(engine)
                .serverName(server.isEmpty() ? null : server)
                .redshiftSettings(settings)
                .build();
    }
}
