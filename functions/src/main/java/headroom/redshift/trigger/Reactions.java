package headroom.redshift.trigger;

import headroom.redshift.Settings;
import headroom.run.Cause;
import headroom.run.StackEnvironment;
import headroom.run.WatchTimes;
import headroom.text.Span;
import headroom.trigger.Notification;
import headroom.trigger.Publication;
import headroom.trigger.Reaction;

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
        String origin = "message " + publication.messageId() + ", published by hand";
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
            case Wish.Nothing no -> Reaction.toNo(no.text(), answer(no.text(), stack));
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

    private static String answer(String said, StackEnvironment stack) {
        String machine = stack.stateMachine();
        // An ARN has its region in the fourth place.
        String region = machine.split(":", 5)[3];
        return """
        A message says no: "%1$s". Nothing was started for it, and what is at work goes on.

        To stop a run that is at work, find its ARN and stop it. The watch begins to bring its tasks back within %6$s.
          aws stepfunctions list-executions --region %2$s --status-filter RUNNING --state-machine-arn %3$s
          aws stepfunctions stop-execution --region %2$s --execution-arn ARN
        To keep the alarms from starting runs, run this; enable-alarm-actions takes it back.
          aws cloudwatch disable-alarm-actions --region %2$s --alarm-names %4$s %5$s
        The watch looks at the alarms by itself. To switch it off too, disable the rule of its schedule; then nothing brings tasks back after a run that was stopped.
          aws events list-rules --region %2$s --query "Rules[?contains(Name, 'WatchSchedule')].Name"
          aws events disable-rule --region %2$s --name RULE\
        """
                .formatted(
                        said,
                        region,
                        machine,
                        stack.alarmName(),
                        stack.criticalAlarmName(),
                        new Span(WatchTimes.RECOVERED_WITHIN));
    }
}
