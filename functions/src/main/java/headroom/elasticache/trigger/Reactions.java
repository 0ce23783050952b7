package headroom.elasticache.trigger;

import headroom.elasticache.GroupNames;
import headroom.elasticache.GroupWatch;
import headroom.elasticache.Settings;
import headroom.elasticache.ShardMetric;
import headroom.run.Cause;
import headroom.run.StackEnvironment;
import headroom.trigger.Notification;
import headroom.trigger.Publication;
import headroom.trigger.Reaction;
import headroom.trigger.SaysNo;

import java.util.List;
import java.util.stream.Stream;

/// What comes of one message: a pure function of it and of what the trigger knows.
record Reactions(Settings settings, StackEnvironment stack) {
    private static final String NODE = "CacheClusterId";

    /// A cache that is not ours to scale: it has its own way to grow.
    private static final String SERVERLESS = "clusterId";

    Reaction to(Publication publication) {
        return switch (Notification.parse(publication.message(), Orders.VOCABULARY)) {
            case Notification.Alarm alarm -> toAlarm(alarm, publication);
            case Notification.Asked asked ->
                    toAsked(
                            new Asked.Step(asked.planOnly(), null, asked.notUnderstood()),
                            publication);
            case Notification.Fields fields -> toAsked(Orders.read(fields), publication);
            case Notification.SaysNo no -> toAsked(new Asked.Nothing(no.text()), publication);
            case Notification.Foreign foreign -> Reaction.to(foreign);
        };
    }

    private Reaction toAsked(Asked asked, Publication publication) {
        String origin = publication.byHand();
        return switch (asked) {
            case Asked.Step step ->
                    new Reaction.Start(
                            publication.executionName("manual"),
                            new Request(
                                    Cause.MANUAL,
                                    step.dryRun(),
                                    false,
                                    origin,
                                    step.wish(),
                                    step.notUnderstood()),
                            origin);
            case Asked.Nothing no ->
                    Reaction.toNo(
                            no.text(),
                            SaysNo.answer(
                                    no.text(),
                                    stack,
                                    List.of(names().cpuAlarm(), names().memoryAlarm()),
                                    GroupWatch.TIMES,
                                    "A change that ElastiCache has begun cannot be stopped, and"
                                            + " goes on to its end. The watch sees to its report"
                                            + " within %s.",
                                    "then nothing measures or reports a change whose run was"
                                            + " stopped"));
        };
    }

    private Reaction toAlarm(Notification.Alarm alarm, Publication publication) {
        if (!alarm.state().equals("ALARM")) {
            return new Reaction.Ignore("%s went to %s.".formatted(alarm.name(), alarm.state()));
        }
        boolean isOurs =
                Stream.of(names().cpuAlarm(), names().memoryAlarm())
                        .map(stack::alarm)
                        .anyMatch(alarm::speaksFor);
        if (isOurs || named(alarm, ShardMetric.GROUP).anyMatch(names().group()::equals)) {
            String origin = alarm.origin();
            return new Reaction.Start(
                    alarm.executionName(publication),
                    new Request(Cause.ALARM, false, origin),
                    origin);
        }
        return new Reaction.Ignore(
                "%s watches %s, and this is the trigger of %s."
                        .formatted(alarm.name(), watched(alarm), names().group()));
    }

    /// What it watches, for people.
    private static String watched(Notification.Alarm alarm) {
        List<String> names =
                Stream.of(ShardMetric.GROUP, NODE, SERVERLESS)
                        .flatMap(each -> named(alarm, each))
                        .distinct()
                        .toList();
        return names.isEmpty() ? "no single group" : String.join(", ", names);
    }

    private static Stream<String> named(Notification.Alarm alarm, String dimension) {
        return alarm.metrics().stream()
                .filter(
                        each ->
                                each.namespace().isEmpty()
                                        || each.namespace().equals(ShardMetric.NAMESPACE))
                .flatMap(each -> Stream.ofNullable(each.dimensions().get(dimension)));
    }

    private GroupNames names() {
        return new GroupNames(settings.group());
    }
}
