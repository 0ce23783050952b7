package headroom.trigger;

import headroom.trigger.Notification.Alarm;
import headroom.trigger.Notification.Alarm.Watched;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The two forms in which CloudWatch tells of an alarm: its own notification to a topic, and the
/// event that EventBridge carries there. They spell the same things in different ways.
final class AlarmForms {
    private static final String STATE_CHANGE = "CloudWatch Alarm State Change";
    private static final String REDSHIFT = "AWS/Redshift";
    private static final String CLUSTER = "ClusterIdentifier";

    private AlarmForms() {}

    /// Empty if it is none, or has no name or no state.
    static Optional<Alarm> read(Look json) {
        return json.at("source").text().filter("aws.cloudwatch"::equals).isPresent()
                        && json.at("detail-type").text().filter(STATE_CHANGE::equals).isPresent()
                ? event(json)
                : notification(json);
    }

    private static Optional<Alarm> notification(Look json) {
        Optional<String> name = json.at("AlarmName").text();
        Optional<String> state = json.at("NewStateValue").text();
        if (name.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Alarm(
                        name.get(),
                        json.at("AlarmArn").text().orElse(name.get()),
                        state.get(),
                        json.at("StateChangeTime").text().orElse(""),
                        ofTrigger(json.at("Trigger")),
                        json.at("Trigger").at("Threshold").number().orElse(null),
                        json.at("TriggeringChildren")
                                .elements()
                                .filter(each -> isInAlarm(each.at("State").at("Value")))
                                .flatMap(each -> each.at("Arn").text().stream())
                                .toList()));
    }

    /// A plain alarm has its metric on the trigger; one on a metric expression, or on a band around
    /// a metric, has a list of them; a composite alarm has none.
    private static List<Watched> ofTrigger(Look trigger) {
        Stream<Look> ofExpression =
                trigger.at("Metrics").elements().map(each -> each.at("MetricStat").at("Metric"));
        return Stream.concat(Stream.of(trigger), ofExpression)
                .flatMap(
                        metric ->
                                metric.at("Dimensions")
                                        .elements()
                                        .filter(each -> isCluster(each.at("name")))
                                        .flatMap(each -> each.at("value").text().stream())
                                        .map(
                                                each ->
                                                        watched(
                                                                metric.at("Namespace"),
                                                                metric.at("MetricName"),
                                                                each)))
                .distinct()
                .toList();
    }

    private static Optional<Alarm> event(Look json) {
        Look detail = json.at("detail");
        Look state = detail.at("state");
        Optional<String> name = detail.at("alarmName").text();
        if (name.isEmpty() || state.at("value").text().isEmpty()) {
            return Optional.empty();
        }
        // What it was decided by is JSON within a text.
        Look decidedBy = state.at("reasonData").inside();
        return Optional.of(
                new Alarm(
                        name.get(),
                        json.at("resources")
                                .elements()
                                .flatMap(each -> each.text().stream())
                                .findFirst()
                                .orElse(name.get()),
                        state.at("value").text().get(),
                        state.at("timestamp").text().orElse(""),
                        detail.at("configuration")
                                .at("metrics")
                                .elements()
                                .flatMap(each -> ofEvent(each.at("metricStat").at("metric")))
                                .distinct()
                                .toList(),
                        decidedBy.at("threshold").number().orElse(null),
                        decidedBy
                                .at("triggeringAlarms")
                                .elements()
                                .filter(each -> isInAlarm(each.at("state").at("value")))
                                .flatMap(each -> each.at("arn").text().stream())
                                .toList()));
    }

    private static Stream<Watched> ofEvent(Look metric) {
        return metric.at("dimensions").at(CLUSTER).text().stream()
                .map(each -> watched(metric.at("namespace"), metric.at("name"), each));
    }

    /// A metric that others than Redshift report may bear the same name.
    private static Watched watched(Look namespace, Look metric, String cluster) {
        String others =
                namespace
                        .text()
                        .filter(each -> !each.equals(REDSHIFT))
                        .map(each -> each + " ")
                        .orElse("");
        return new Watched(others + metric.text().orElse(""), cluster);
    }

    private static boolean isCluster(Look dimension) {
        return dimension.text().filter(CLUSTER::equals).isPresent();
    }

    /// A rule may ask that an alarm is not in ALARM. Such a child says nothing of a full disk.
    private static boolean isInAlarm(Look state) {
        return state.text().filter(each -> !each.equals("ALARM")).isEmpty();
    }
}
