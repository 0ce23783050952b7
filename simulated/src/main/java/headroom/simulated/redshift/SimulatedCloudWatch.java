package headroom.simulated.redshift;

import headroom.simulated.aws.SimulatedAlarm;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// CloudWatch with the disk metric of one cluster and two alarms on it: one that asks for more
/// room, and one on the critical level. Both notify the same topic.
///
/// The metric reports each minute, except while the cluster is silent.
public final class SimulatedCloudWatch implements CloudWatchClient {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_DATAPOINTS = 1_440;

    private final SimulatedRedshift redshift;
    private final SimulatedAlarm.Metric disk;
    private final SimulatedAlarm alarm;
    private final SimulatedAlarm critical;
    private final int periods;
    private final Scheduler scheduler;
    private final Journal journal;
    private final NavigableMap<Instant, Double> metric = new TreeMap<>();
    private final SimulatedLatencies latencies;

    /// An alarm's name, and its threshold.
    public record Level(String alarm, double percent) {}

    /// @param tasks of DMS, which it knows the latencies of
    /// @param periods for how many in a row a level has to be reached
    public SimulatedCloudWatch(
            SimulatedRedshift redshift,
            Supplier<List<SimulatedTask>> tasks,
            Level level,
            Level criticalLevel,
            int periods,
            Scheduler scheduler,
            Journal journal) {
        this.redshift = redshift;
        this.periods = periods;
        String cluster = redshift.cluster().identifier();
        disk =
                new SimulatedAlarm.Metric(
                        "AWS/Redshift",
                        "PercentageDiskSpaceUsed",
                        Dimension.builder().name("ClusterIdentifier").value(cluster).build(),
                        "Disk use of the Redshift cluster " + cluster);
        latencies = new SimulatedLatencies(tasks);
        alarm = new SimulatedAlarm(level.alarm(), disk, level.percent());
        critical = new SimulatedAlarm(criticalLevel.alarm(), disk, criticalLevel.percent());
        this.scheduler = scheduler;
        this.journal = journal;
    }

    /// Begins to report the metric and to watch it.
    ///
    /// @param topic takes the alarms' notifications
    public void begin(Consumer<String> topic) {
        scheduler.after(MINUTE, this::report);
        scheduler.after(SimulatedAlarm.PERIOD, () -> watch(topic));
    }

    /// The metric has had this figure then.
    public void put(Instant at, double percent) {
        metric.put(at, percent);
    }

    private void report() {
        redshift.lookAtDisk();
        if (!redshift.isSilent()) {
            metric.put(scheduler.now(), redshift.diskPercent());
        }
        scheduler.after(MINUTE, this::report);
    }

    private void watch(Consumer<String> topic) {
        scheduler.after(SimulatedAlarm.PERIOD, () -> watch(topic));
        List<Double> maxima = IntStream.range(0, periods).mapToObj(this::maximum).toList();
        for (SimulatedAlarm each : List.of(alarm, critical)) {
            each.look(maxima, scheduler.now()).ifPresent(change -> tell(each, change, topic));
        }
    }

    /// The maximum of a period, counted backwards from now; not a number where nothing was
    /// reported.
    private double maximum(int periodsAgo) {
        Instant to = scheduler.now().minus(SimulatedAlarm.PERIOD.multipliedBy(periodsAgo));
        return metric.subMap(to.minus(SimulatedAlarm.PERIOD), false, to, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
    }

    private void tell(SimulatedAlarm each, SimulatedAlarm.Change change, Consumer<String> topic) {
        journal.note(
                Kind.ALARM,
                each.name(),
                "%s -> %s, disk %.1f %%"
                        .formatted(change.from(), change.to(), redshift.diskPercent()));
        if (each.acts()) {
            topic.accept(change.message());
        }
    }

    public String alarmName() {
        return alarm.name();
    }

    public String criticalAlarmName() {
        return critical.name();
    }

    @Override
    public GetMetricStatisticsResponse getMetricStatistics(GetMetricStatisticsRequest request) {
        boolean ours =
                request.metricName().equals(disk.name())
                        && request.namespace().equals(disk.namespace())
                        && request.dimensions().equals(List.of(disk.dimension()));
        if (Duration.between(request.startTime(), request.endTime()).toSeconds()
                > (long) MOST_DATAPOINTS * request.period()) {
            throw new UnsupportedOperationException("more datapoints than CloudWatch answers with");
        }
        // At the full minute before, so one more of them than was asked for may be in the answer.
        Instant from = request.startTime().truncatedTo(ChronoUnit.MINUTES);
        Map<Long, Double> maxima = new TreeMap<>();
        metric.subMap(from, true, request.endTime(), false)
                .forEach(
                        (at, percent) ->
                                maxima.merge(
                                        Math.floorDiv(at.getEpochSecond(), (long) request.period()),
                                        percent,
                                        Math::max));
        List<Datapoint> datapoints =
                maxima.entrySet().stream()
                        .map(
                                each ->
                                        Datapoint.builder()
                                                .timestamp(
                                                        Instant.ofEpochSecond(
                                                                each.getKey() * request.period()))
                                                .maximum(each.getValue())
                                                .build())
                        .toList();
        return GetMetricStatisticsResponse.builder()
                .datapoints(ours ? datapoints : List.of())
                .build();
    }

    @Override
    public ListMetricsResponse listMetrics(ListMetricsRequest request) {
        return latencies.list(request);
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        return latencies.read(request);
    }

    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
        return DescribeAlarmsResponse.builder()
                .metricAlarms(
                        Stream.of(alarm, critical)
                                .filter(each -> request.alarmNames().contains(each.name()))
                                .map(SimulatedAlarm::describe)
                                .toList())
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
        Stream.of(alarm, critical)
                .filter(each -> names.contains(each.name()))
                .forEach(each -> each.enableActions(henceforth));
        journal.note(
                Kind.CALL,
                henceforth ? "EnableAlarmActions" : "DisableAlarmActions",
                names.toString());
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
