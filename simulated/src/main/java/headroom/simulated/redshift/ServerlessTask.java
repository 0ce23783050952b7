package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.Replication;
import software.amazon.awssdk.services.databasemigration.model.ReplicationConfig;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

    /// After which its capacity is given up, by the service's documentation.
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(2);

    private final boolean readOnly;
    private Duration showsRunningFor = Duration.ZERO;
    private Duration givenUpAfter = GIVEN_UP_AFTER;
    private boolean saysWhenItIsGivenUp;

    private Consumer<Replication.Builder> shown = _ -> {};

    private ServerlessTask(String name, SimulatedEndpoint target, String status, boolean readOnly) {
        super(name, target, status, STOPS);
        this.readOnly = readOnly;
    }

    /// One that runs.
    public static ServerlessTask running(String name, SimulatedEndpoint target) {
        return in("running", name, target);
    }

    /// One with another status.
    public static ServerlessTask in(String status, String name, SimulatedEndpoint target) {
        return new ServerlessTask(name, target, status, false);
    }

    /// What a zero-ETL integration runs through DMS.
    public static ServerlessTask ofZeroEtl(String name, SimulatedEndpoint target) {
        return new ServerlessTask(name, target, "running", true);
    }

    /// DMS shows it so, whatever it is.
    public ServerlessTask shown(Consumer<Replication.Builder> as) {
        shown = as;
        return this;
    }

    @Override
    public String arn() {
        return arnOf(name());
    }

    public static String arnOf(String name) {
        return ARNS + "replication-config:" + name;
    }

    @Override
    boolean passes(String filter, Set<String> values) {
        return switch (filter) {
            case "replication-config-arn" -> values.contains(arn());
            default -> throw new UnsupportedOperationException("filter " + filter);
        };
    }

    @Override
    List<Phase> starting() {
        return STARTING;
    }

    /// For so long after it was asked to stop, DMS still shows it as running.
    public ServerlessTask showingRunningFor(Duration time) {
        showsRunningFor = time;
        return this;
    }

    /// DMS says when it gives up the capacity, which may be sooner than documented.
    public ServerlessTask givenUpAfter(Duration time) {
        givenUpAfter = time;
        saysWhenItIsGivenUp = true;
        return this;
    }

    /// For how long it may stand still.
    public Duration givenUpAfter() {
        return givenUpAfter;
    }

    /// DMS gives up the capacity of one that nobody starts.
    @Override
    public boolean isGivenUp(Instant now) {
        boolean stands = status().equals("stopped") || status().equals("failed");
        return stands && Duration.between(changedAt(), now).compareTo(givenUpAfter) > 0;
    }

    @Override
    boolean refusesToStart(Instant now) {
        return super.refusesToStart(now) || isGivenUp(now);
    }

    @Override
    String shownStatus(Instant now) {
        boolean late =
                status().equals("stopping")
                        && Duration.between(changedAt(), now).compareTo(showsRunningFor) < 0;
        return late ? "running" : super.shownStatus(now);
    }

    /// Where DMS says it, it may well leave that of an earlier stop there once it runs again.
    private @Nullable Instant deprovisionTime() {
        if (!saysWhenItIsGivenUp || changedAt().equals(Instant.MIN)) {
            return null;
        }
        return status().equals("stopped")
                ? changedAt().plus(givenUpAfter)
                : changedAt().minus(Duration.ofDays(1));
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    ReplicationConfig describeConfig() {
        return ReplicationConfig.builder()
                .replicationConfigArn(arn())
                .replicationSettings(habits().settings())
                .build();
    }

    Replication describe(Instant now) {
        return Replication.builder()
                .replicationConfigArn(arn())
                .replicationConfigIdentifier(name())
                .sourceEndpointArn(source().arn())
                .targetEndpointArn(target().arn())
                .replicationType("cdc")
                .status(shownStatus(now))
                .stopReason(stopReason())
                .replicationStats(
                        stats ->
                                stats.startDate(startedAt())
                                        .tablesErrored(habits().tablesInError()))
                .replicationDeprovisionTime(deprovisionTime())
                .isReadOnly(readOnly)
                .applyMutation(shown)
                .build();
    }
}
