package headroom.redshift.trigger;

import headroom.run.StackEnvironment;
import headroom.trigger.Notification;
import headroom.trigger.SnsEvent;

import headroom.redshift.Settings;
import headroom.run.Cause;
import headroom.run.Rounds;
import headroom.text.Span;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What comes of one message: a pure function of it and of what the trigger knows.
sealed interface Reaction {

    /// @param name the execution's, the same for each delivery of one message
    record Start(String name, Request request) implements Reaction {}

    /// An execution that takes tasks off the record.
    record Forget(String name, Forgetting request) implements Reaction {}

    /// Its input.
    ///
    /// @param forget names or ARNs
    record Forgetting(Cause cause, List<String> forget, String origin) {}

    /// @param why for the log
    record Ignore(String why) implements Reaction {}

    /// Nothing is started, and operators are to hear of it from the watch.
    ///
    /// @param attribute of the lease's item, in which the watch finds it
    /// @param text what operators are told
    /// @param why for the log
    record Tell(String attribute, String text, String why) implements Reaction {}

    static Reaction to(
            Notification notification,
            SnsEvent.Publication sns,
            Settings settings,
            StackEnvironment neighbours) {
        return switch (notification) {
            case Notification.Alarm alarm -> toAlarm(alarm, sns, settings, neighbours);
            case Notification.Ordered ordered ->
                    new Start(
                            "manual-" + digest(sns.messageId()),
                            new Request(
                                    Cause.MANUAL,
                                    ordered.dryRun(),
                                    false,
                                    "message " + sns.messageId() + ", published by hand",
                                    ordered.nodes(),
                                    ordered.notUnderstood()));
            case Notification.Forget forget ->
                    new Forget(
                            "forget-" + digest(sns.messageId()),
                            new Forgetting(
                                    Cause.FORGET,
                                    forget.tasks(),
                                    "message " + sns.messageId() + ", published by hand"));
            case Notification.SaysNo no ->
                    new Tell(
                            "answer",
                            answer(no, neighbours),
                            "A message says no: \"%s\".".formatted(no.text()));
            case Notification.Foreign foreign ->
                    new Tell(
                            "foreign",
                            foreign.what(),
                            "What services of AWS write asks for nothing here. This was "
                                    + foreign.what());
        };
    }

    private static Reaction toAlarm(
            Notification.Alarm alarm,
            SnsEvent.Publication sns,
            Settings settings,
            StackEnvironment neighbours) {
        String cluster = settings.cluster();
        if (!alarm.state().equals("ALARM")) {
            return new Ignore("%s went to %s.".formatted(alarm.name(), alarm.state()));
        }
        boolean isOfCriticalDisk = alarm.speaksFor(neighbours.criticalAlarm());
        if (isOfCriticalDisk
                || alarm.speaksFor(neighbours.alarm())
                || alarm.watchesDiskOf(cluster)) {
            return new Start(
                    "alarm-%s-%s"
                            .formatted(
                                    alarm.changedAtInNames(),
                                    digest(alarm.arn() + " " + transition(alarm, sns))),
                    new Request(
                            Cause.ALARM,
                            false,
                            isOfCriticalDisk
                                    || alarm.isAtLeast(settings.policy().criticalPercent()),
                            "alarm %s went to ALARM at %s"
                                    .formatted(alarm.name(), alarm.changedAtInWords())));
        }
        return new Ignore(
                alarm.watches(cluster)
                        ? "%s watches %s of %s, and not its disk."
                                .formatted(alarm.name(), alarm.metricsOf(cluster), cluster)
                        : "%s watches %s, and this is the trigger of %s."
                                .formatted(alarm.name(), alarm.clusters(), cluster));
    }

    /// What tells one transition of an alarm from its next. CloudWatch gives the time; a message
    /// written by hand may lack it, and then its own identifier has to do.
    private static String transition(Notification.Alarm alarm, SnsEvent.Publication sns) {
        return alarm.changedAt().isEmpty() ? sns.messageId() : alarm.changedAt();
    }

    private static String answer(Notification.SaysNo no, StackEnvironment neighbours) {
        String machine = neighbours.stateMachine();
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
                        no.text(),
                        region,
                        machine,
                        neighbours.alarmName(),
                        neighbours.criticalAlarmName(),
                        new Span(Rounds.RECOVERED_WITHIN));
    }

    /// Enough of a hash that two messages do not meet, in characters that a name may have.
    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
