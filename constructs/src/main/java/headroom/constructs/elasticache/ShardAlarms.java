package headroom.constructs.elasticache;

import static java.util.Objects.requireNonNull;

import headroom.configuration.GroupConfiguration;
import headroom.constructs.workflow.Conditions;
import headroom.elasticache.GroupNames;
import headroom.elasticache.Policy;
import headroom.elasticache.ShardMetric;
import headroom.elasticache.figures.Metric;

import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import java.util.List;

/// Two alarms over the shards of a group, on processors and on memory. Each is a query, so that
/// shards that come are watched without anybody's doing; each shard is a contributor of its own,
/// and speaks beside the alarm itself.
///
/// Whether the maximum of a shard's series is its hottest node's is not certain. So they are the
/// fast way, and the watch looks at the nodes.
///
/// Such alarms are not known to be in each partition, and a stack must not fail for want of one: in
/// others than the first there is the watch alone.
///
/// Missing data leaves an alarm as it is: a way back to ALARM after a gap would start a second run.
record ShardAlarms(GroupConfiguration configuration) {
    void in(Construct scope, Topic requests) {
        Policy policy = configuration.settings().policy();
        GroupNames names = configuration.names();
        CfnCondition known = Conditions.partitionIs(scope, "HasQueryAlarms", "aws");
        List<Alarm> alarms =
                List.of(
                        alarm(scope, "CpuAlarm", Metric.ENGINE_CPU, policy.cpuPercent())
                                .alarmName(names.cpuAlarm())
                                .alarmDescription(
                                        "A shard of %s is short of processor; Headroom looks what it needs. Nothing to do before its report comes."
                                                .formatted(configuration.group()))
                                .build(),
                        alarm(scope, "MemoryAlarm", Metric.MEMORY, policy.memoryPercent())
                                .alarmName(names.memoryAlarm())
                                .alarmDescription(
                                        "A shard of %s is filling; Headroom looks what it needs. Nothing to do before its report comes."
                                                .formatted(configuration.group()))
                                .build());
        for (Alarm each : alarms) {
            each.addAlarmAction(new SnsAction(requests));
            ((CfnResource) requireNonNull(each.getNode().getDefaultChild()))
                    .getCfnOptions()
                    .setCondition(known);
        }
    }

    private Alarm.Builder alarm(Construct scope, String id, Metric metric, int percent) {
        return Alarm.Builder.create(scope, id)
                .metric(
                        MathExpression.Builder.create()
                                .expression(query(metric))
                                .period(Duration.seconds(Policy.ALARM_PERIOD.toSeconds()))
                                .build())
                .threshold(percent)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(Policy.ALARM_PERIODS)
                .datapointsToAlarm(Policy.ALARM_PERIODS)
                .treatMissingData(TreatMissingData.IGNORE);
    }

    /// CloudWatch asks for an order where there are several series.
    private String query(Metric metric) {
        return "SELECT MAX(%1$s) FROM SCHEMA(\"%2$s\", %3$s, %4$s) WHERE %4$s = '%5$s' GROUP BY %3$s ORDER BY MAX() DESC"
                .formatted(
                        metric.inCloudWatch(),
                        ShardMetric.NAMESPACE,
                        ShardMetric.SHARD,
                        ShardMetric.GROUP,
                        configuration.group());
    }
}
