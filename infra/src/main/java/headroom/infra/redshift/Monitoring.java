package headroom.infra.redshift;

import headroom.configuration.ClusterConfiguration;
import headroom.infra.workflow.Foundation;
import headroom.infra.workflow.OwnMetrics;
import headroom.infra.workflow.RunAlarms;
import headroom.redshift.ClusterWatch;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import java.util.ArrayList;
import java.util.List;

/// What people see of one cluster's installation: the alarms on it, and its dashboard.
record Monitoring(ClusterConfiguration configuration, DiskAlarms disk, Foundation.Running running) {
    /// Late enough for the warnings to have come first, and while the source's log is still there.
    private static final int PERCENT_OF_LOG_RETENTION = 80;

    /// A run may wait for four hours before it pauses anything, and needs some time after that.
    private static final int AT_LEAST_HOURS = 6;

    private static final RunAlarms.ToLookAt TO_LOOK_AT =
            new RunAlarms.ToLookAt(
                    "whether the DMS tasks run",
                    "whether the cluster is still being resized, and whether the DMS tasks run",
                    "bring the DMS tasks back before the source's log expires");

    /// @param operators whom the alarms tell
    void in(Construct scope, Topic operators) {
        var own = new OwnMetrics(configuration.names().leaseKey());
        List<Alarm> alarms = new ArrayList<>(List.of(disk.full(), disk.critical()));
        alarms.addAll(
                new RunAlarms(
                                configuration.names().stack(),
                                running,
                                ClusterWatch.TIMES,
                                own,
                                leaseHeldTooLong(
                                        configuration.settings().sourceLogRetentionHours()),
                                TO_LOOK_AT)
                        .in(scope, operators));
        new ClusterDashboard(configuration, own, running.stateMachine(), alarms).in(scope, disk);
    }

    static Duration leaseHeldTooLong(int logRetentionHours) {
        int minutes = 60 * logRetentionHours * PERCENT_OF_LOG_RETENTION / 100;
        return Duration.minutes(Math.max(60 * AT_LEAST_HOURS, minutes));
    }
}
