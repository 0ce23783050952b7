package headroom.constructs.elasticache;

import headroom.configuration.GroupConfiguration;
import headroom.constructs.workflow.Consoles;
import headroom.constructs.workflow.OwnMetrics;
import headroom.elasticache.Policy;
import headroom.elasticache.ShardMetric;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.report.Ending;
import headroom.metrics.Measure;
import headroom.run.Console;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One page that shows how the group, its shards and nodes, and Headroom are.
///
/// Which nodes a group has changes with each step, so all graphs of them are searches. CloudWatch
/// names the group of a shard's figures, and not that of a node's: those are found by the words of
/// the group's name, which its nodes' names begin with. A group whose name has the same words shows
/// up too.
///
/// @param alarms shown with their states
record GroupDashboard(
        GroupConfiguration configuration,
        OwnMetrics own,
        StateMachine stateMachine,
        List<IAlarm> alarms) {
    /// Of the grid's 24 columns.
    private static final int ALL = 24;

    private static final int HALF = 12;

    /// Lines that a person can tell apart.
    private static final int LINES = 20;

    private static final Duration MINUTE = Duration.minutes(1);
    private static final Duration DAY = Duration.days(1);

    /// Dashboards are an account's, and not a region's.
    static String name(GroupConfiguration configuration) {
        return configuration.names().dashboard(Aws.REGION);
    }

    Dashboard in(Construct scope) {
        return Dashboard.Builder.create(scope, "Dashboard")
                .dashboardName(name(configuration))
                // A step and what led to it, without scrolling.
                .defaultInterval(Duration.hours(6))
                .widgets(
                        List.of(
                                List.of(links(Consoles.of(scope))),
                                List.of(states()),
                                List.of(
                                        cpu("shard", byShard(Metric.ENGINE_CPU)),
                                        level(
                                                "Memory by shard, percent",
                                                byShard(Metric.MEMORY),
                                                policy().memoryPercent())),
                                List.of(
                                        cpu("role", byRole()),
                                        cpu("node", byNode(Metric.ENGINE_CPU, "Average"))),
                                connections(),
                                commands(),
                                List.of(runs(), leaseHeld())))
                .build();
    }

    private Policy policy() {
        return configuration.settings().policy();
    }

    private IWidget cpu(String by, IMetric metric) {
        return level("Processor by %s, percent".formatted(by), metric, policy().cpuPercent());
    }

    private List<IWidget> connections() {
        return List.of(
                graph("Connections by node", byNode(Metric.CONNECTIONS, "Average")),
                graph(
                        "New connections by node, per minute",
                        byNode(Metric.NEW_CONNECTIONS, "Sum")));
    }

    private List<IWidget> commands() {
        return List.of(
                graph(
                        "Reads by node, per minute: of primaries and of replicas",
                        byNode(Metric.READS, "Sum")),
                graph(
                        "Writes by node, per minute: of replicas those that are passed on",
                        byNode(Metric.WRITES, "Sum")));
    }

    private IWidget links(Console console) {
        return TextWidget.Builder.create()
                .width(ALL)
                .height(2)
                .markdown(
                        """
                        **Headroom for %s:** [its runs](%s), [the group](%s). \
                        What was measured before and after each step stands in its report; what to do about an alarm stands in `docs/cache-runbook.md`.\
                        """
                                .formatted(
                                        configuration.group(),
                                        console.executions(stateMachine.getStateMachineArn()),
                                        console.page(
                                                "elasticache", "/redis/" + configuration.group())))
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

    /// Of more than the page shows at first: steps are weeks apart.
    private IWidget runs() {
        List<? extends IMetric> byOutcome =
                Arrays.stream(Ending.values()).map(each -> own.runs(each.title(), DAY)).toList();
        return TableWidget.Builder.create()
                .title("Runs of four weeks by how they ended, in all and by the day")
                .width(HALF)
                .start("-P28D")
                .layout(TableLayout.VERTICAL)
                .summary(
                        TableSummaryProps.builder()
                                .columns(List.of(TableSummaryColumn.SUM))
                                .sticky(true)
                                .build())
                .metrics(byOutcome)
                .build();
    }

    private IWidget leaseHeld() {
        return widget(
                        "How long a run has been at work, seconds",
                        List.of(own.highest(Measure.LEASE_HELD_SECONDS, Duration.minutes(5))))
                .build();
    }

    private static IWidget level(String title, IMetric metric, int percent) {
        return widget(title, List.of(metric))
                .leftAnnotations(
                        List.of(
                                HorizontalAnnotation.builder()
                                        .label("alarm")
                                        .value(percent)
                                        .build()))
                .leftYAxis(YAxisProps.builder().min(0).max(100).build())
                .build();
    }

    private static IWidget graph(String title, IMetric metric) {
        return widget(title, List.of(metric)).build();
    }

    private static GraphWidget.Builder widget(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create().title(title).width(HALF).left(metrics);
    }

    private IMetric byShard(Metric metric) {
        return search(List.of(ShardMetric.SHARD, ShardMetric.GROUP), metric, ofGroup(), "Maximum");
    }

    private IMetric byRole() {
        return search(List.of(ShardMetric.GROUP, "Role"), Metric.ENGINE_CPU, ofGroup(), "Average");
    }

    private IMetric byNode(Metric metric, String statistic) {
        String words =
                Stream.of(configuration.group().split("-", -1))
                        .map(word -> "CacheClusterId=" + word)
                        .collect(Collectors.joining(" "));
        return search(List.of("CacheClusterId", "CacheNodeId"), metric, words, statistic);
    }

    private String ofGroup() {
        return "%s=\"%s\"".formatted(ShardMetric.GROUP, configuration.group());
    }

    private static IMetric search(
            List<String> dimensions, Metric metric, String terms, String statistic) {
        return MathExpression.Builder.create()
                .expression(
                        "SORT(SEARCH('{%s,%s} MetricName=\"%s\" %s', '%s', %d), MAX, DESC, %d)"
                                .formatted(
                                        ShardMetric.NAMESPACE,
                                        String.join(",", dimensions),
                                        metric.inCloudWatch(),
                                        terms,
                                        statistic,
                                        MINUTE.toSeconds().intValue(),
                                        LINES))
                // CDK's own would be the expression, before the name of each line.
                .label("")
                .period(MINUTE)
                .build();
    }
}
