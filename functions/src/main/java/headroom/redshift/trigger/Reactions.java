package headroom.redshift.trigger;

import headroom.redshift.Settings;
import headroom.run.Cause;
import headroom.run.StackEnvironment;
import headroom.trigger.Notification;
import headroom.trigger.Publication;
import headroom.trigger.Reaction;
import headroom.trigger.SaysNo;

import java.util.List;

/// What comes of one message: a pure function of it and of what the trigger knows.
final class Reactions {
    private Reactions() {}

    /// The input of an execution that takes tasks off the record.
    ///
    /// @param forget names or ARNs
    record Forgetting(Cause cause, List<String> forget, String origin) {}

    static Reaction to(Publication publication, Settings settings, StackEnvironment stack) {
        return switch (Notification.parse(publication.message(), Orders.VOCABULARY)) {
            case Notification.Alarm alarm -> toAlarm(alarm, publication, settings, stack);
            case Notification.Asked asked ->
                    toWish(
                            new Wish.Resize(asked.planOnly(), null, asked.notUnderstood()),
                            publication,
                            stack);
            case Notification.Fields fields -> toWish(Orders.read(fields), publication, stack);
            case Notification.SaysNo no -> toWish(new Wish.Nothing(no.text()), publication, stack);
            case Notification.Foreign foreign -> Reaction.to(foreign);
        };
    }

    private static Reaction toWish(Wish wish, Publication publication, StackEnvironment stack) {
        String origin = publication.byHand();
        return switch (wish) {
            case Wish.Resize resize ->
                    new Reaction.Start(
                            publication.executionName("manual"),
                            new Request(
                                    Cause.MANUAL,
                                    resize.dryRun(),
                                    false,
                                    origin,
                                    resize.nodes(),
                                    resize.notUnderstood()),
                            origin);
            case Wish.Forget forget ->
                    new Reaction.Start(
                            publication.executionName("forget"),
                            new Forgetting(Cause.FORGET, forget.tasks(), origin),
                            origin);
            case Wish.Nothing no ->
                    Reaction.toNo(
                            no.text(),
                            SaysNo.answer(
                                    no.text(),
                                    stack,
                                    List.of(stack.alarmName(), stack.criticalAlarmName()),
                                    "The watch begins to bring its tasks back within %s.",
                                    "then nothing brings tasks back after a run that was"
                                            + " stopped"));
        };
    }

    private static Reaction toAlarm(
            Notification.Alarm alarm,
            Publication publication,
            Settings settings,
            StackEnvironment stack) {
        String cluster = settings.cluster();
        if (!alarm.state().equals("ALARM")) {
            return new Reaction.Ignore("%s went to %s.".formatted(alarm.name(), alarm.state()));
        }
        DiskAlarm disk = new DiskAlarm(alarm);
        boolean isOfCriticalDisk = alarm.speaksFor(stack.criticalAlarm());
        if (isOfCriticalDisk || alarm.speaksFor(stack.alarm()) || disk.watchesDiskOf(cluster)) {
            String origin = alarm.origin();
            return new Reaction.Start(
                    alarm.executionName(publication),
                    new Request(
                            Cause.ALARM,
                            false,
                            isOfCriticalDisk
                                    || alarm.isAtLeast(settings.policy().criticalPercent()),
                            origin),
                    origin);
        }
        return new Reaction.Ignore(
                disk.watches(cluster)
                        ? "%s watches %s of %s, and not its disk."
                                .formatted(alarm.name(), disk.metricsOf(cluster), cluster)
                        : "%s watches %s, and this is the trigger of %s."
                                .formatted(alarm.name(), disk.clusters(), cluster));
    }
}
