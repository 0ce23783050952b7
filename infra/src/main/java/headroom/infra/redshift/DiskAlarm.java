package headroom.infra.redshift;

import headroom.infra.configuration.Configuration;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import java.util.Map;

/// Watches how full the cluster's disk is.
///
/// What runs out is the peak: a query that spills to disk fails at 100 %, whatever the mean says.
/// So the alarm looks at the maximum, as the plan does, and three periods in a row keep a single
/// spill from resizing a cluster for good.
///
/// Missing data leaves the alarm as it is. A cluster reports nothing while it is paused or resized;
/// were that a state of its own, the way back to ALARM would start a second run.
final class DiskAlarm {
    private static final Duration PERIOD = Duration.minutes(5);
    private static final int PERIODS = 3;

    private DiskAlarm() {}

    static Alarm create(Construct scope, Configuration configuration, Topic topic) {
        String cluster = configuration.cluster();
        // Without a node among its dimensions, the metric is that of the whole cluster.
        Metric disk =
                Metric.Builder.create()
                        .namespace("AWS/Redshift")
                        .metricName("PercentageDiskSpaceUsed")
                        .dimensionsMap(Map.of("ClusterIdentifier", cluster))
                        .statistic(Stats.MAXIMUM)
                        .period(PERIOD)
                        .build();
        Alarm alarm =
                Alarm.Builder.create(scope, "DiskAlarm")
                        .alarmName(configuration.name() + "-disk")
                        .alarmDescription(
                                "The disk of %s is filling; Headroom makes room."
                                        .formatted(cluster))
                        .metric(disk)
                        .threshold(configuration.settings().policy().alarmPercent())
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                        .evaluationPeriods(PERIODS)
                        .datapointsToAlarm(PERIODS)
                        .treatMissingData(TreatMissingData.IGNORE)
                        .build();
        alarm.addAlarmAction(new SnsAction(topic));
        return alarm;
    }
}
