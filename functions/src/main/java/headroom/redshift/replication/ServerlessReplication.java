package headroom.redshift.replication;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.ReplicationStats;

import java.time.Instant;

/// A replication of DMS Serverless, from DescribeReplications. Its ARN is that of its
/// configuration, and so is its name.
public record ServerlessReplication(
        String arn,
        String name,
        String targetEndpoint,
        String status,
        @Nullable String stopReason,
        boolean loadsTables,
        @Nullable Instant soundSince,
        @Nullable String lastFailure,
        int tablesInError,
        @Nullable Instant deprovisionedAt)
        implements Replication {

    static ServerlessReplication from(
            software.amazon.awssdk.services.databasemigration.model.Replication replication) {
        FullLoad load = FullLoad.of(replication.replicationType(), replication.replicationStats());
        return new ServerlessReplication(
                replication.replicationConfigArn(),
                TaskWords.cutName(String.valueOf(replication.replicationConfigIdentifier())),
                String.valueOf(replication.targetEndpointArn()),
                String.valueOf(replication.status()),
                TaskWords.cutRemark(replication.stopReason()),
                load.isUnfinished(),
                soundSince(replication),
                replication.failureMessages().isEmpty()
                        ? null
                        : TaskWords.cutRemark(replication.failureMessages().getLast()),
                load.tablesInError(),
                replication.replicationDeprovisionTime());
    }

    private static @Nullable Instant soundSince(
            software.amazon.awssdk.services.databasemigration.model.Replication replication) {
        boolean sound =
                "running".equals(replication.status()) && replication.failureMessages().isEmpty();
        ReplicationStats stats = replication.replicationStats();
        return sound && stats != null ? stats.startDate() : null;
    }
}
