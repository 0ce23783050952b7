package headroom.trigger;

import headroom.trigger.Notification.Alarm;
import headroom.trigger.Notification.Alarm.Watched;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The two forms in which CloudWatch tells of an alarm: its own notification to a topic, and the
/// event that EventBridge carries there. They spell the same things in different ways.
final class AlarmForms {
    /// An alarm over several series tells of itself, and of each of them.
    private static final Set<String> STATE_CHANGES =
            Set.of("CloudWatch Alarm State Change", "CloudWatch Alarm Contributor State Change");

    private AlarmForms() {}

    /// Empty if it is none, or has no name or no state.
    static Optional<Alarm> read(Look json) {
        return json.at("source").text().filter("aws.cloudwatch"::equals).isPresent()
                        && json.at("detail-type").text().filter(STATE_CHANGES::contains).isPresent()
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
                .map(
                        metric ->
                                watched(
                                        metric.at("Namespace"),
                                        metric.at("MetricName"),
                                        listed(metric.at("Dimensions"))))
                .filter(each -> !each.dimensions().isEmpty())
                .distinct()
                .toList();
    }

    private static Map<String, String> listed(Look dimensions) {
        Map<String, String> found = new TreeMap<>();
        dimensions
                .elements()
                .forEach(
                        each -> {
                            Optional<String> value = each.at("value").text();
                            each.at("name")
                                    .text()
                                    .filter(_ -> value.isPresent())
                                    .ifPresent(name -> found.put(name, value.orElseThrow()));
                        });
        return found;
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
                                .map(each -> ofEvent(each.at("metricStat").at("metric")))
                                .filter(each -> !each.dimensions().isEmpty())
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

    private static Watched ofEvent(Look metric) {
        Look dimensions = metric.at("dimensions");
        Map<String, String> found = new TreeMap<>();
        dimensions
                .names()
                .forEach(
                        name ->
                                dimensions
                                        .at(name)
                                        .text()
                                        .ifPresent(value -> found.put(name, value)));
        return watched(metric.at("namespace"), metric.at("name"), found);
    }

    private static Watched watched(Look namespace, Look metric, Map<String, String> dimensions) {
        return new Watched(namespace.text().orElse(""), metric.text().orElse(""), dimensions);
    }

    /// A rule may ask that an alarm is not in ALARM. Such a child asks for nothing.
    private static boolean isInAlarm(Look state) {
        return state.text().filter(each -> !each.equals("ALARM")).isEmpty();
    }
}
