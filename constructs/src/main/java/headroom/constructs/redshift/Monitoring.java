package headroom.constructs.redshift;

import headroom.configuration.ClusterConfiguration;
import headroom.constructs.workflow.Foundation;
import headroom.constructs.workflow.OwnMetrics;
import headroom.constructs.workflow.RunAlarms;
import headroom.metrics.Measure;
import headroom.redshift.ClusterWatch;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
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
    Dashboard in(Construct scope, ITopic operators) {
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
        configuration
                .settings()
                .policy()
                .drillMaxNodeHours()
                .ifPresent(each -> alarms.add(copyIsThere(scope, own, each, operators)));
        return new ClusterDashboard(configuration, own, running.stateMachine(), alarms)
                .in(scope, disk);
    }

    /// A drill gives its copy up before. Whatever bears the copy's name counts, and a silent watch
    /// has an alarm of its own.
    private Alarm copyIsThere(Construct scope, OwnMetrics own, int nodeHours, ITopic operators) {
        Alarm alarm =
                Alarm.Builder.create(scope, "CopyAlarm")
                        .alarmName(configuration.names().stack() + "-copy")
                        .alarmDescription(
                                "A drill's copy of %s is there for longer than its %d node hours. It costs money, and holds the cluster's data. Look whether a drill is at work, and delete the copy by hand if it is not."
                                        .formatted(configuration.cluster(), nodeHours))
                        .metric(
                                own.highest(
                                        Measure.COPY_NODE_MINUTES,
                                        Duration.minutes(ClusterWatch.TIMES.every().toMinutes())))
                        .threshold(60L * nodeHours)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                        .evaluationPeriods(1)
                        .datapointsToAlarm(1)
                        .treatMissingData(TreatMissingData.IGNORE)
                        .build();
        alarm.addAlarmAction(new SnsAction(operators));
        return alarm;
    }

    static Duration leaseHeldTooLong(int logRetentionHours) {
        int minutes = 60 * logRetentionHours * PERCENT_OF_LOG_RETENTION / 100;
        return Duration.minutes(Math.max(60 * AT_LEAST_HOURS, minutes));
    }
}
