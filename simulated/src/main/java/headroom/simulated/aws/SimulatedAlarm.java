package headroom.simulated.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// An alarm on a metric of a resource. It looks at the maxima of some periods of five minutes,
/// ignores missing data, and speaks only when it changes its state.
public final class SimulatedAlarm {
    public static final Duration PERIOD = Duration.ofMinutes(5);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter ALARM_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'")
                    .withZone(ZoneOffset.UTC);

    private final String name;
    private final Metric metric;
    private final double threshold;
    private String state = "OK";
    private boolean acts = true;

    /// @param threshold in percent
    public SimulatedAlarm(String name, Metric metric, double threshold) {
        this.name = name;
        this.metric = metric;
        this.threshold = threshold;
    }

    /// @param description of an alarm on it
    /// @param dimension the one that it has
    public record Metric(String namespace, String name, Dimension dimension, String description) {}

    /// A change of state, and the message that tells of it.
    public record Change(String from, String to, String message) {}

    public String name() {
        return name;
    }

    public MetricAlarm describe() {
        return MetricAlarm.builder()
                .alarmName(name)
                .threshold(threshold)
                .stateValue(state)
                .actionsEnabled(acts)
                .build();
    }

    /// Whether a change of its state tells anybody.
    public boolean acts() {
        return acts;
    }

    public void enableActions(boolean henceforth) {
        acts = henceforth;
    }

    /// @param maxima of the last periods, the latest first; not a number where nothing was reported
    /// @return empty if its state stays
    public Optional<Change> look(List<Double> maxima, Instant now) {
        String before = state;
        if (maxima.stream().allMatch(each -> each >= threshold)) {
            state = "ALARM";
        } else if (maxima.getFirst() < threshold) {
            state = "OK";
        }
        return state.equals(before)
                ? Optional.empty()
                : Optional.of(new Change(before, state, notification(before, maxima.size(), now)));
    }

    /// In the form that CloudWatch sends: an offset without a colon, a region's display name, and
    /// dimensions in lower case.
    private String notification(String previous, int periods, Instant now) {
        ObjectNode alarm = MAPPER.createObjectNode();
        alarm.put("AlarmName", name)
                .put("AlarmDescription", metric.description())
                .put("AWSAccountId", "111122223333")
                .put("AlarmConfigurationUpdatedTimestamp", "2026-11-01T09:00:00.000+0000")
                .put("NewStateValue", state)
                .put(
                        "NewStateReason",
                        "Threshold Crossed: %1$d out of the last %1$d datapoints"
                                .formatted(periods))
                .put("StateChangeTime", ALARM_TIME.format(now))
                .put("Region", "EU (Ireland)")
                .put("AlarmArn", "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:" + name)
                .put("OldStateValue", previous);
        ObjectNode trigger = alarm.putObject("Trigger");
        trigger.put("MetricName", metric.name())
                .put("Namespace", metric.namespace())
                .put("StatisticType", "Statistic")
                .put("Statistic", "MAXIMUM")
                .putNull("Unit")
                .put("Period", PERIOD.toSeconds())
                .put("EvaluationPeriods", periods)
                .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                .put("Threshold", threshold)
                .put("TreatMissingData", "ignore");
        trigger.putArray("Dimensions")
                .addObject()
                .put("value", metric.dimension().value())
                .put("name", metric.dimension().name());
        return alarm.toString();
    }
}
