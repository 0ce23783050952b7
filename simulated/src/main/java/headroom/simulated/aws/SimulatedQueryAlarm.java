package headroom.simulated.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// An alarm on a query that answers with several series. Each of them is a contributor, which is in
/// ALARM or OK and never without data; the alarm is in ALARM while one of them is. It tells of its
/// own changes of state and of each contributor's, in two forms.
public final class SimulatedQueryAlarm {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ALARM = "ALARM";
    private static final String OK = "OK";
    private static final String ACCOUNT = "111122223333";
    private static final DateTimeFormatter ALARM_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'")
                    .withZone(ZoneOffset.UTC);

    private final String name;
    private final Query query;
    private final double threshold;
    private final int periods;
    private final Set<String> inAlarm = new HashSet<>();
    private String state = OK;
    private boolean acts = true;

    /// @param periods of a minute that have to reach the threshold in a row
    public SimulatedQueryAlarm(String name, Query query, double threshold, int periods) {
        this.name = name;
        this.query = query;
        this.threshold = threshold;
        this.periods = periods;
    }

    /// @param text as Metrics Insights reads it
    /// @param attribute the dimension by which its series differ
    public record Query(String text, String attribute) {}

    /// @param who the alarm, or one of its contributors
    /// @param message that tells of it
    public record Change(String who, String from, String to, String message) {}

    public String name() {
        return name;
    }

    public int periods() {
        return periods;
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

    /// A series that has too few figures stays as it was, and one that is gone is OK.
    ///
    /// @param latest the last figures of each series, by what it is called, the newest last
    public List<Change> look(Map<String, List<Double>> latest, Instant now) {
        List<Change> changes = new ArrayList<>();
        var series = new TreeMap<>(latest);
        inAlarm.stream()
                .filter(each -> !latest.containsKey(each))
                .forEach(each -> series.put(each, List.of()));
        series.forEach(
                (who, figures) -> {
                    String before = inAlarm.contains(who) ? ALARM : OK;
                    String after = latest.containsKey(who) ? judge(figures, before) : OK;
                    if (!after.equals(before)) {
                        changes.add(new Change(who, before, after, event(who, before, after, now)));
                    }
                });
        changes.forEach(each -> note(each.who(), each.to()));
        String after = inAlarm.isEmpty() ? OK : ALARM;
        if (!after.equals(state)) {
            changes.addFirst(new Change(name, state, after, notification(state, after, now)));
            state = after;
        }
        return changes;
    }

    private String judge(List<Double> figures, String before) {
        if (figures.size() < periods) {
            return before;
        }
        List<Double> last = figures.subList(figures.size() - periods, figures.size());
        if (last.stream().allMatch(each -> each >= threshold)) {
            return ALARM;
        }
        return last.getLast() < threshold ? OK : before;
    }

    private void note(String who, String to) {
        if (to.equals(ALARM)) {
            inAlarm.add(who);
        } else {
            inAlarm.remove(who);
        }
    }

    private String arn() {
        return "arn:aws:cloudwatch:eu-west-1:%s:alarm:%s".formatted(ACCOUNT, name);
    }

    private String reason() {
        return "Threshold Crossed: %1$d out of the last %1$d datapoints".formatted(periods);
    }

    /// Of the alarm itself, in the form of a topic's notification.
    private String notification(String from, String to, Instant now) {
        ObjectNode alarm = MAPPER.createObjectNode();
        alarm.put("AlarmName", name)
                .put("AWSAccountId", ACCOUNT)
                .put("NewStateValue", to)
                .put("NewStateReason", reason())
                .put("StateChangeTime", ALARM_TIME.format(now))
                .put("Region", "EU (Ireland)")
                .put("AlarmArn", arn())
                .put("OldStateValue", from);
        ObjectNode trigger = alarm.putObject("Trigger");
        trigger.put("Period", 60)
                .put("EvaluationPeriods", periods)
                .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                .put("Threshold", threshold);
        trigger.putArray("Metrics")
                .addObject()
                .put("Id", "q1")
                .put("Expression", query.text())
                .put("Period", 60)
                .put("ReturnData", true);
        return alarm.toString();
    }

    /// Of one contributor, in the form of an event.
    private String event(String who, String from, String to, Instant now) {
        ObjectNode event = MAPPER.createObjectNode();
        event.put("version", "0")
                .put("detail-type", "CloudWatch Alarm Contributor State Change")
                .put("source", "aws.cloudwatch")
                .put("account", ACCOUNT)
                .put("time", now.toString())
                .put("region", "eu-west-1");
        event.putArray("resources").add(arn());
        ObjectNode detail = event.putObject("detail");
        detail.put("alarmName", name);
        ObjectNode contributor = detail.putObject("alarmContributor");
        contributor.put("id", Integer.toHexString(who.hashCode()));
        contributor.putObject("attributes").put(query.attribute(), who);
        detail.putObject("state")
                .put("value", to)
                .put("timestamp", ALARM_TIME.format(now))
                .put("reason", reason());
        detail.putObject("previousState").put("value", from);
        detail.putObject("configuration")
                .putArray("metrics")
                .addObject()
                .put("id", "q1")
                .put("expression", query.text())
                .put("returnData", true);
        return event.toString();
    }
}
