package headroom.rehearsal.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.time.Agenda;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// CloudWatch with the disk metric of one cluster and the alarm on it.
///
/// The metric reports each minute, except while the cluster is silent. The alarm looks at the
/// maxima of three periods of five minutes, ignores missing data, and speaks only when it changes
/// its state.
public final class SimulatedCloudWatch implements CloudWatchClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PERIODS = 3;
    private static final DateTimeFormatter ALARM_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'")
                    .withZone(ZoneOffset.UTC);

    private final SimulatedRedshift redshift;
    private final String cluster;
    private final double threshold;
    private final Consumer<String> topic;
    private final Agenda agenda;
    private final Journal journal;
    private final NavigableMap<Instant, Double> metric = new TreeMap<>();
    private String state = "OK";

    /// @param threshold of the alarm, in percent
    /// @param topic takes the alarm's notifications
    public SimulatedCloudWatch(
            SimulatedRedshift redshift,
            String cluster,
            double threshold,
            Consumer<String> topic,
            Agenda agenda,
            Journal journal) {
        this.redshift = redshift;
        this.cluster = cluster;
        this.threshold = threshold;
        this.topic = topic;
        this.agenda = agenda;
        this.journal = journal;
    }

    /// Begins to report the metric and to watch it.
    public void begin() {
        agenda.after(MINUTE, this::report);
        agenda.after(PERIOD, this::watch);
    }

    private void report() {
        if (!redshift.isSilent()) {
            metric.put(agenda.now(), redshift.diskPercent());
        }
        agenda.after(MINUTE, this::report);
    }

    private void watch() {
        agenda.after(PERIOD, this::watch);
        List<Double> maxima = IntStream.range(0, PERIODS).mapToObj(this::maximum).toList();
        if (maxima.stream().allMatch(each -> each >= threshold)) {
            become("ALARM");
        } else if (maxima.getFirst() < threshold) {
            become("OK");
        }
    }

    /// The maximum of a period, counted backwards from now; not a number where nothing was
    /// reported.
    private double maximum(int periodsAgo) {
        Instant to = agenda.now().minus(PERIOD.multipliedBy(periodsAgo));
        return metric.subMap(to.minus(PERIOD), false, to, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
    }

    private void become(String next) {
        if (next.equals(state)) {
            return;
        }
        String message = notification(next, state);
        journal.note(
                Kind.ALARM,
                alarmName(),
                "%s -> %s, disk %.1f %%".formatted(state, next, redshift.diskPercent()));
        state = next;
        topic.accept(message);
    }

    public String alarmName() {
        return "headroom-" + cluster + "-disk";
    }

    /// In the form that CloudWatch sends: an offset without a colon, a region's display name, and
    /// dimensions in lower case.
    private String notification(String next, String previous) {
        String arn = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:" + alarmName();
        ObjectNode alarm = MAPPER.createObjectNode();
        alarm.put("AlarmName", alarmName())
                .put("AlarmDescription", "Disk use of the Redshift cluster " + cluster)
                .put("AWSAccountId", "111122223333")
                .put("AlarmConfigurationUpdatedTimestamp", "2026-11-01T09:00:00.000+0000")
                .put("NewStateValue", next)
                .put("NewStateReason", "Threshold Crossed: 3 out of the last 3 datapoints")
                .put("StateChangeTime", ALARM_TIME.format(agenda.now()))
                .put("Region", "EU (Ireland)")
                .put("AlarmArn", arn)
                .put("OldStateValue", previous);
        ObjectNode trigger = alarm.putObject("Trigger");
        trigger.put("MetricName", "PercentageDiskSpaceUsed")
                .put("Namespace", "AWS/Redshift")
                .put("StatisticType", "Statistic")
                .put("Statistic", "MAXIMUM")
                .putNull("Unit")
                .put("Period", PERIOD.toSeconds())
                .put("EvaluationPeriods", PERIODS)
                .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                .put("Threshold", threshold)
                .put("TreatMissingData", "ignore");
        trigger.putArray("Dimensions")
                .addObject()
                .put("value", cluster)
                .put("name", "ClusterIdentifier");
        return alarm.toString();
    }

    @Override
    public GetMetricStatisticsResponse getMetricStatistics(GetMetricStatisticsRequest request) {
        Dimension wanted = Dimension.builder().name("ClusterIdentifier").value(cluster).build();
        boolean ours =
                request.metricName().equals("PercentageDiskSpaceUsed")
                        && request.namespace().equals("AWS/Redshift")
                        && request.dimensions().equals(List.of(wanted));
        List<Datapoint> datapoints =
                metric
                        .subMap(request.startTime(), true, request.endTime(), false)
                        .entrySet()
                        .stream()
                        .map(
                                each ->
                                        Datapoint.builder()
                                                .timestamp(each.getKey())
                                                .maximum(each.getValue())
                                                .build())
                        .toList();
        return GetMetricStatisticsResponse.builder()
                .datapoints(ours ? datapoints : List.of())
                .build();
    }

    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
        List<MetricAlarm> alarms =
                request.alarmNames().contains(alarmName())
                        ? List.of(
                                MetricAlarm.builder()
                                        .alarmName(alarmName())
                                        .stateValue(state)
                                        .build())
                        : List.of();
        return DescribeAlarmsResponse.builder().metricAlarms(alarms).build();
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
