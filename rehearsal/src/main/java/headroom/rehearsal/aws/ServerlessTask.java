package headroom.rehearsal.aws;

import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.Replication;

import java.time.Duration;
import java.util.List;

/// A replication of DMS Serverless.
public final class ServerlessTask extends SimulatedTask {
    private static final Duration STOPS = Duration.ofSeconds(90);

    /// What it goes through after each stop, as field reports of the service tell it: most of the
    /// time, its capacity is provisioned anew.
    private static final List<Phase> STARTING =
            List.of(
                    new Phase("calculating_capacity", Duration.ofMinutes(1)),
                    new Phase("provisioning_capacity", Duration.ofMinutes(12)),
                    new Phase("replication_starting", Duration.ofMinutes(1)));

    private final boolean readOnly;

    private ServerlessTask(String name, SimulatedEndpoint target, boolean readOnly) {
        super(name, target, "running", STOPS);
        this.readOnly = readOnly;
    }

    /// One that runs.
    public static ServerlessTask running(String name, SimulatedEndpoint target) {
        return new ServerlessTask(name, target, false);
    }

    /// What a zero-ETL integration runs through DMS.
    public static ServerlessTask ofZeroEtl(String name, SimulatedEndpoint target) {
        return new ServerlessTask(name, target, true);
    }

    @Override
    public String arn() {
        return ARNS + "replication-config:" + name();
    }

    @Override
    boolean passes(Filter filter) {
        return switch (filter.name()) {
            case "replication-config-arn" -> filter.values().contains(arn());
            default -> throw new UnsupportedOperationException("filter " + filter.name());
        };
    }

    @Override
    List<Phase> starting() {
        return STARTING;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    Replication describe() {
        return Replication.builder()
                .replicationConfigArn(arn())
                .replicationConfigIdentifier(name())
                .sourceEndpointArn(source().arn())
                .targetEndpointArn(target().arn())
                .replicationType("cdc")
                .status(status())
                .stopReason(stopReason())
                .replicationStats(stats -> stats.startDate(startedAt()))
                .isReadOnly(readOnly)
                .build();
    }
}
