package headroom.command.cluster;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.sns.SnsClient;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether what starts runs by itself is switched on, and whether anybody would hear of it.
///
/// @param alarms those on the disk
/// @param watch whether its rule is enabled
/// @param readers who gets the reports, and what the alarms say
record Guards(Seen<List<Alarm>> alarms, Seen<Boolean> watch, Seen<Readers> readers) {

    /// The subscriptions to the operators' topic.
    ///
    /// @param pending those of which nobody has followed the link yet
    record Readers(int confirmed, int pending) {
        private static Readers of(SnsClient sns, String topic) {
            Map<String, String> attributes =
                    sns.getTopicAttributes(request -> request.topicArn(topic)).attributes();
            return new Readers(
                    count(attributes, "SubscriptionsConfirmed"),
                    count(attributes, "SubscriptionsPending"));
        }

        private static int count(Map<String, String> attributes, String which) {
            return Integer.parseInt(attributes.getOrDefault(which, "0"));
        }

        String inWords() {
            return "%s%s"
                    .formatted(
                            confirmed == 0
                                    ? "NOBODY gets them"
                                    : "confirmed subscriptions: %d".formatted(confirmed),
                            pending == 0
                                    ? ""
                                    : "; not confirmed yet, or no longer: %d".formatted(pending));
        }
    }

    /// @param state OK, ALARM, INSUFFICIENT_DATA, or that there is none
    record Alarm(String name, String state, boolean acts) {
        String inWords() {
            return "%s: %s, its actions are %s".formatted(name, state, acts ? "on" : "OFF");
        }
    }

    static Guards of(Services services, Installation installation) {
        return new Guards(
                Seen.look(() -> alarms(services.cloudWatch().get(), installation.diskAlarms())),
                Seen.look(() -> watch(services, installation)),
                Seen.look(() -> Readers.of(services.sns().get(), installation.operatorsTopic())));
    }

    private static boolean watch(Services services, Installation installation) {
        String rule = installation.watchRule();
        return services.events().get().describeRule(request -> request.name(rule)).state()
                == RuleState.ENABLED;
    }

    private static List<Alarm> alarms(CloudWatchClient cloudWatch, List<String> names) {
        Map<String, MetricAlarm> found =
                cloudWatch
                        .describeAlarmsPaginator(request -> request.alarmNames(names))
                        .metricAlarms()
                        .stream()
                        .collect(Collectors.toMap(MetricAlarm::alarmName, Function.identity()));
        return names.stream()
                .map(
                        name -> {
                            MetricAlarm alarm = found.get(name);
                            return alarm == null
                                    ? new Alarm(name, "there is none", false)
                                    : new Alarm(
                                            name,
                                            alarm.stateValueAsString(),
                                            alarm.actionsEnabled());
                        })
                .toList();
    }

    /// What is not known counts as on: nobody is told to switch on what he cannot see.
    boolean watchIsOn() {
        return watch.or(true);
    }

    boolean areKnown() {
        return alarms instanceof Seen.Known && watch instanceof Seen.Known;
    }

    boolean nobodyReads() {
        return readers instanceof Seen.Known<Readers>(Readers found) && found.confirmed() == 0;
    }

    boolean alarmsAct() {
        return alarms.or(List.of()).stream().allMatch(Alarm::acts);
    }
}
