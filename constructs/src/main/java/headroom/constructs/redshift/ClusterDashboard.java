package headroom.constructs.redshift;

import headroom.configuration.ClusterConfiguration;
import headroom.constructs.workflow.Consoles;
import headroom.constructs.workflow.OwnMetrics;
import headroom.metrics.Measure;
import headroom.redshift.ClusterPages;
import headroom.redshift.ClusterWatch;
import headroom.redshift.Policy;
import headroom.redshift.report.Ending;
import headroom.run.Console;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One page that shows how the cluster, its replication and Headroom are.
///
/// At most thirty metrics, ten of them our own: up to fifty are free on each of an account's first
/// three dashboards. Redshift has no metric of its number of nodes, so the page has none.
///
/// @param alarms shown with their states
record ClusterDashboard(
        ClusterConfiguration configuration,
        OwnMetrics own,
        StateMachine stateMachine,
        List<Alarm> alarms) {
    /// Of the grid's 24 columns.
    private static final int ALL = 24;

    private static final int HALF = 12;

    /// The rhythm of the watch, which writes most of our own metrics.
    private static final Duration ROUND = Duration.minutes(ClusterWatch.TIMES.every().toMinutes());

    private static final Duration HOUR = Duration.hours(1);

    /// Dashboards are an account's, and not a region's.
    static String name(ClusterConfiguration configuration) {
        return configuration.names().dashboard(Aws.REGION);
    }

    Dashboard in(Construct scope, DiskAlarms disk) {
        return Dashboard.Builder.create(scope, "Dashboard")
                .dashboardName(name(configuration))
                // A pause and what led to it, without scrolling.
                .defaultInterval(Duration.days(1))
                .widgets(
                        List.of(
                                List.of(links(Consoles.of(scope))),
                                List.of(states()),
                                List.of(disk(disk.full()), runs()),
                                List.of(latency("Source"), latency("Target")),
                                List.of(pauses(), warnings())))
                .build();
    }

    private IWidget links(Console console) {
        String cluster = configuration.cluster();
        return TextWidget.Builder.create()
                .width(ALL)
                .height(2)
                .markdown(
                        """
                        **Headroom for %s:** [its runs](%s), [the cluster](%s). \
                        What to do about an alarm or a report stands under its name in Headroom's runbook, `docs/runbook.md`.\
                        """
                                .formatted(
                                        cluster,
                                        console.executions(stateMachine.getStateMachineArn()),
                                        ClusterPages.page(console, cluster)))
                .build();
    }

    private IWidget states() {
        return AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .width(ALL)
                .height(3)
                .alarms(alarms)
                .build();
    }

    private IWidget disk(Alarm alarm) {
        Policy policy = configuration.settings().policy();
        return graph("Disk used, percent", List.of(alarm.getMetric()))
                .leftAnnotations(
                        List.of(
                                level("alarm", policy.alarmPercent()),
                                level("critical", policy.criticalPercent())))
                .leftYAxis(YAxisProps.builder().min(0).max(100).build())
                .build();
    }

    private static HorizontalAnnotation level(String label, int percent) {
        return HorizontalAnnotation.builder().label(label).value(percent).build();
    }

    private IWidget runs() {
        List<Metric> byOutcome =
                Arrays.stream(Ending.values()).map(each -> own.runs(each.title(), HOUR)).toList();
        return graph("Runs that ended, per hour", byOutcome).stacked(true).build();
    }

    /// The tasks of a cluster are known only when a run looks. So all tasks of the account are
    /// searched, and the ten that are furthest behind are shown.
    private static IWidget latency(String end) {
        MathExpression tasks =
                MathExpression.Builder.create()
                        .expression(
                                "SORT(SEARCH('{AWS/DMS,ReplicationInstanceIdentifier,ReplicationTaskIdentifier}"
                                    + " MetricName=\"CDCLatency"
                                        + end
                                        + "\"', 'Maximum', 300), MAX, DESC, 10)")
                        // CDK's own would be the expression, before the name of each task.
                        .label("")
                        .period(Duration.minutes(5))
                        .build();
        return graph("DMS tasks behind, seconds: " + end.toLowerCase(Locale.ROOT), List.of(tasks))
                .build();
    }

    private IWidget pauses() {
        return graph(
                        "Pause of a run, and how long the lease is held, seconds",
                        List.of(
                                own.highest(Measure.PAUSE_SECONDS, ROUND),
                                own.highest(Measure.LEASE_HELD_SECONDS, ROUND)))
                .build();
    }

    private IWidget warnings() {
        return graph(
                        "Log retention eaten by a pause, percent; tasks not running",
                        List.of(own.highest(Measure.OPEN_WARNINGS, ROUND)))
                .right(List.of(own.highest(Measure.TASKS_NOT_RUNNING, ROUND)))
                .build();
    }

    private static GraphWidget.Builder graph(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create().title(title).width(HALF).left(metrics);
    }
}
