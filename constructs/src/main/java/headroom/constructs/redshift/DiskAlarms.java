package headroom.constructs.redshift;

import headroom.configuration.ClusterConfiguration;
import headroom.redshift.Policy;
import headroom.redshift.cluster.DiskMetric;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

import java.util.Map;

/// Two levels of how full the cluster's disk is. The second has an alarm of its own, because an
/// alarm speaks only when its state changes: the first stays in ALARM, and is silent, while a run
/// waits for a person or for its window.
///
/// What runs out is the peak: a query that spills to disk fails at 100 %, whatever the mean says.
/// So the alarms look at the maximum, as the plan does, and several periods in a row, as many as
/// the owner has chosen, keep a single spill from resizing a cluster for good.
///
/// Missing data leaves an alarm as it is. A cluster reports nothing while it is paused or resized;
/// were that a state of its own, the way back to ALARM would start a second run.
///
/// @param full asks for room
/// @param critical says that neither the mode nor the window may hold a resize back
record DiskAlarms(Alarm full, Alarm critical) {
    /// @param requests what both speak to, which starts a run
    /// @param operators who hear of a critical disk at once: a classic resize, or one that is
    ///   refused, may come too late
    static DiskAlarms in(
            Construct scope,
            ClusterConfiguration configuration,
            ITopic requests,
            ITopic operators) {
        String cluster = configuration.cluster();
        Policy policy = configuration.settings().policy();
        Alarm full =
                alarm(scope, "DiskAlarm", cluster, policy, policy.alarmPercent())
                        .alarmName(fullName(configuration))
                        .alarmDescription(
                                "The disk of %s is filling; Headroom makes room. Nothing to do before its report comes."
                                        .formatted(cluster))
                        .build();
        Alarm critical =
                alarm(scope, "CriticalDiskAlarm", cluster, policy, policy.criticalPercent())
                        .alarmName(criticalName(configuration))
                        .alarmDescription(
                                "The disk of %s is nearly full; Headroom makes room at once, whatever its mode and window. If no report comes within an hour, make room by hand."
                                        .formatted(cluster))
                        .build();
        full.addAlarmAction(new SnsAction(requests));
        critical.addAlarmAction(new SnsAction(requests), new SnsAction(operators));
        return new DiskAlarms(full, critical);
    }

    static String fullName(ClusterConfiguration configuration) {
        return configuration.names().diskAlarm();
    }

    static String criticalName(ClusterConfiguration configuration) {
        return configuration.names().criticalDiskAlarm();
    }

    private static Alarm.Builder alarm(
            Construct scope, String id, String cluster, Policy policy, int percent) {
        // Without a node among its dimensions, the metric is that of the whole cluster.
        Metric disk =
                Metric.Builder.create()
                        .namespace(DiskMetric.NAMESPACE)
                        .metricName(DiskMetric.NAME)
                        .dimensionsMap(Map.of(DiskMetric.DIMENSION, cluster))
                        .statistic(Stats.MAXIMUM)
                        .period(Duration.seconds(Policy.ALARM_PERIOD.toSeconds()))
                        .build();
        return Alarm.Builder.create(scope, id)
                .metric(disk)
                .threshold(percent)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(policy.alarmPeriods())
                .datapointsToAlarm(policy.alarmPeriods())
                .treatMissingData(TreatMissingData.IGNORE);
    }
}
