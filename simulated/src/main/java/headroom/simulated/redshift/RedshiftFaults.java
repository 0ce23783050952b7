package headroom.simulated.redshift;

import static headroom.simulated.faults.FaultKinds.FAILS;
import static headroom.simulated.faults.FaultKinds.HANGS;
import static headroom.simulated.faults.FaultKinds.SLOW;

import headroom.simulated.faults.FaultKinds;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.util.List;
import java.util.Map;

/// Everything that can upset one of Redshift's scenarios.
public final class RedshiftFaults {
    /// A DMS task that is asked to stop or to start, with its name behind.
    static final String STOP = "stop.";

    static final String START = "start.";

    /// The cluster's own work.
    static final String SNAPSHOT = "cluster.Snapshot";

    static final String RESIZE = "cluster.Resize";

    /// The work on another cluster, which is restored and deleted.
    static final String RESTORE = "copy.Restore";

    static final String DELETE = "copy.Delete";

    public static final FaultKinds KINDS =
            FaultKinds.of(
                    Map.of("redshift", RedshiftClient.class, "dms", DatabaseMigrationClient.class),
                    Map.of(
                            SNAPSHOT, List.of(FAILS, SLOW, HANGS),
                            RESIZE, List.of(FAILS, SLOW, HANGS),
                            RESTORE, List.of(FAILS, SLOW, HANGS),
                            DELETE, List.of(SLOW)),
                    Map.of(STOP, List.of(FAILS, SLOW, HANGS), START, List.of(FAILS, SLOW, HANGS)),
                    Intervention.kinds());

    private RedshiftFaults() {}
}
