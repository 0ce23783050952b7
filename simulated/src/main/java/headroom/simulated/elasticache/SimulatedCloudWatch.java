package headroom.simulated.elasticache;

import headroom.simulated.aws.SeriesSource;
import headroom.simulated.aws.SimulatedMetricData;
import headroom.simulated.aws.SimulatedQueryAlarm;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// CloudWatch with what a group's nodes report, and two alarms over the series of its shards: on
/// the processors, and on memory. Both notify the same topic.
public final class SimulatedCloudWatch implements CloudWatchClient {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// How far back an alarm looks for figures that came late.
    private static final int LOOK_BACK = 5;

    private final SeriesSource source;
    private final SimulatedMetricData data;
    private final String group;
    private final Map<NodeMetric, SimulatedQueryAlarm> alarms = new TreeMap<>();
    private final Scheduler scheduler;
    private final Journal journal;

    /// @param cpu the alarm on processors
    /// @param memory the alarm on memory
    public SimulatedCloudWatch(
            SeriesSource source,
            String group,
            Alarm cpu,
            Alarm memory,
            Scheduler scheduler,
            Journal journal) {
        this.source = source;
        this.group = group;
        this.scheduler = scheduler;
        this.journal = journal;
        data = new SimulatedMetricData(source);
        alarms.put(NodeMetric.ENGINE_CPU, alarm(cpu, NodeMetric.ENGINE_CPU));
        alarms.put(NodeMetric.MEMORY, alarm(memory, NodeMetric.MEMORY));
    }

    /// @param periods of a minute that have to reach the threshold
    public record Alarm(String name, double threshold, int periods) {}

    private SimulatedQueryAlarm alarm(Alarm alarm, NodeMetric metric) {
        String text =
                "SELECT MAX(%s) FROM SCHEMA(\"AWS/ElastiCache\", NodeGroupId, ReplicationGroupId) WHERE ReplicationGroupId = '%s' GROUP BY NodeGroupId"
                        .formatted(metric.published(), group);
        return new SimulatedQueryAlarm(
                alarm.name(),
                new SimulatedQueryAlarm.Query(text, GroupSeries.SHARD),
                alarm.threshold(),
                alarm.periods());
    }

    /// Begins to watch.
    ///
    /// @param topic takes the alarms' messages
    public void begin(Consumer<String> topic) {
        scheduler.after(
                MINUTE,
                () -> {
                    alarms.forEach((metric, alarm) -> watch(metric, alarm, topic));
                    begin(topic);
                });
    }

    private void watch(NodeMetric metric, SimulatedQueryAlarm alarm, Consumer<String> topic) {
        for (SimulatedQueryAlarm.Change each : alarm.look(latest(metric, alarm), scheduler.now())) {
            String who = each.who().equals(alarm.name()) ? "" : ", shard " + each.who();
            journal.note(
                    Kind.ALARM, alarm.name(), "%s -> %s%s".formatted(each.from(), each.to(), who));
            if (alarm.acts()) {
                topic.accept(each.message());
            }
        }
    }

    /// The highest of each minute, of the shards that there are.
    private Map<String, List<Double>> latest(NodeMetric metric, SimulatedQueryAlarm alarm) {
        Instant now = scheduler.now();
        Instant from = now.minus(MINUTE.multipliedBy(alarm.periods() + LOOK_BACK));
        Map<String, List<Double>> latest = new TreeMap<>();
        source.metrics()
                .filter(each -> each.metricName().equals(metric.published()))
                .forEach(
                        each ->
                                shard(each)
                                        .forEach(
                                                shard ->
                                                        latest.put(
                                                                shard, maxima(each, from, now))));
        return latest;
    }

    private List<Double> maxima(Metric metric, Instant from, Instant to) {
        return source.samples(metric, from, to).values().stream()
                .map(each -> each.stream().max(Comparator.naturalOrder()).orElseThrow())
                .toList();
    }

    /// The shard whose series it is; empty for any other set of dimensions.
    private static Stream<String> shard(Metric metric) {
        return metric.dimensions().stream()
                .filter(each -> each.name().equals(GroupSeries.SHARD))
                .map(Dimension::value);
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        return data.read(request);
    }

    @Override
    public ListMetricsResponse listMetrics(ListMetricsRequest request) {
        return data.list(request);
    }

    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
        return DescribeAlarmsResponse.builder()
                .metricAlarms(
                        named(request.alarmNames()).map(SimulatedQueryAlarm::describe).toList())
                .build();
    }

    @Override
    public DisableAlarmActionsResponse disableAlarmActions(DisableAlarmActionsRequest request) {
        enableActions(request.alarmNames(), false);
        return DisableAlarmActionsResponse.builder().build();
    }

    /// An alarm that stands in ALARM by then says nothing: it speaks when its state changes.
    @Override
    public EnableAlarmActionsResponse enableAlarmActions(EnableAlarmActionsRequest request) {
        enableActions(request.alarmNames(), true);
        return EnableAlarmActionsResponse.builder().build();
    }

    /// Names that there are not are no error.
    private void enableActions(List<String> names, boolean henceforth) {
        named(names).forEach(each -> each.enableActions(henceforth));
        journal.note(
                Kind.CALL,
                henceforth ? "EnableAlarmActions" : "DisableAlarmActions",
                names.toString());
    }

    private Stream<SimulatedQueryAlarm> named(List<String> names) {
        return alarms.values().stream().filter(each -> names.contains(each.name()));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }
}
