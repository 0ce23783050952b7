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
import software.amazon.awscdk.services.cloudwatch.PeriodOverride;
import software.amazon.awscdk.services.cloudwatch.TableLayout;
import software.amazon.awscdk.services.cloudwatch.TableSummaryColumn;
import software.amazon.awscdk.services.cloudwatch.TableSummaryProps;
import software.amazon.awscdk.services.cloudwatch.TableWidget;
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
/// three dashboards. Redshift has no metric of its number of nodes: the days on which it grew stand
/// in the table of runs.
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

    private static final Duration DAY = Duration.days(1);

    private static final Duration FOUR_WEEKS = Duration.days(28);

    /// Dashboards are an account's, and not a region's.
    static String name(ClusterConfiguration configuration) {
        return configuration.names().dashboard(Aws.REGION);
    }

    Dashboard in(Construct scope, DiskAlarms disk) {
        return Dashboard.Builder.create(scope, "Dashboard")
                .dashboardName(name(configuration))
                // A disk fills within weeks, and runs are days apart.
                .defaultInterval(FOUR_WEEKS)
                .periodOverride(PeriodOverride.AUTO)
                .widgets(
                        List.of(
                                List.of(links(Consoles.of(scope))),
                                List.of(states()),
                                List.of(disk(disk.full()), runs()),
                                List.of(latency("Source"), latency("Target")),
                                List.of(pauses(), warnings()),
                                drills()))
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

    private IWidget runs() {
        List<Metric> byOutcome =
                Arrays.stream(Ending.values()).map(each -> own.runs(each.title(), DAY)).toList();
        return TableWidget.Builder.create()
                .title("Runs by how they ended, in all and by the day")
                .width(HALF)
                .layout(TableLayout.VERTICAL)
                .summary(
                        TableSummaryProps.builder()
                                .columns(List.of(TableSummaryColumn.SUM))
                                .sticky(true)
                                .build())
                .metrics(byOutcome)
                .build();
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
                        "Pause of a run, seconds; on the right how long the lease is held",
                        List.of(own.highest(Measure.PAUSE_SECONDS, ROUND)))
                .right(List.of(own.highest(Measure.LEASE_HELD_SECONDS, ROUND)))
                .build();
    }

    private IWidget warnings() {
        return graph(
                        "Log retention eaten by a pause, percent; tasks not running",
                        List.of(own.highest(Measure.OPEN_WARNINGS, ROUND)))
                .right(List.of(own.highest(Measure.TASKS_NOT_RUNNING, ROUND)))
                .build();
    }

    /// Nothing where the settings allow no drill.
    private List<IWidget> drills() {
        return configuration.settings().policy().drillMaxNodeHours().stream()
                .map(
                        hours ->
                                graph(
                                                "A drill's copy, minutes times nodes",
                                                List.of(
                                                        own.highest(
                                                                Measure.COPY_NODE_MINUTES, ROUND)))
                                        .leftAnnotations(
                                                List.of(level("drillMaxNodeHours", 60 * hours)))
                                        .build())
                .map(IWidget.class::cast)
                .toList();
    }

    private static HorizontalAnnotation level(String label, int value) {
        return HorizontalAnnotation.builder().label(label).value(value).build();
    }

    private static GraphWidget.Builder graph(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create().title(title).width(HALF).left(metrics);
    }
}
