package headroom.redshift;

import headroom.priming.Primed;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;

/// The clients that this workflow's functions hold, beside those that any has.
public final class Clients {
    private Clients() {}

    public static RedshiftClient redshift() {
        return Primed.client(
                RedshiftClient::builder,
                redshift -> {
                    redshift.describeClusters();
                    // A snapshot has the most fields of all that Redshift answers.
                    redshift.describeClusterSnapshots();
                },
                """
                <A><R><Clusters><Cluster/></Clusters><Snapshots><Snapshot/></Snapshots></R></A>
                """);
    }

    public static DatabaseMigrationClient dms() {
        return Primed.client(
                DatabaseMigrationClient::builder,
                DatabaseMigrationClient::describeReplicationTasks,
                "{\"ReplicationTasks\":[{}]}");
    }
}
