package headroom.command.cluster;

import headroom.command.answer.Answer;
import headroom.command.answer.Refused;
import headroom.lease.Lease;
import headroom.redshift.ClusterWatch;
import headroom.redshift.replication.PauseRecord;
import headroom.text.Span;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

import java.time.Clock;
import java.util.List;

/// Switches what starts runs by itself: the alarms' actions, and the rule that wakes the watch.
public record OnOff(Services services, Installation installation, Clock clock) {

    /// @throws Refused if a lease is held or tasks are owed: the watch is what brings them back
    public Answer switchOff() {
        Lease lease = Situation.lease(services, installation);
        String rule = installation.watchRule();
        refuseIfNeeded(lease, "Nothing was switched off");
        // The watch last: should one of the two be refused, it is the one that must go on.
        cloudWatch().disableAlarmActions(request -> request.alarmNames(alarms()));
        orSay(
                "The alarms' actions are off, and the watch is still on",
                () -> events().disableRule(request -> request.name(rule)));
        // A run may have begun in between.
        Lease after = Situation.lease(services, installation);
        if (isNeeded(after)) {
            enable(rule);
            refuseIfNeeded(after, "A run began meanwhile, so all was switched on again");
        }
        return Answer.good(
                """
                Off: the actions of the alarms %s, and the rule %s that wakes the watch.
                No run starts by itself, and nobody is told of a critical disk. A message that a person publishes still starts one; \
                switch on before that, as nothing but the watch brings replication back if a run dies.
                %sAfter an hour the alarm %s-watch-silent reminds you. To switch on again:
                  %s\
                """
                        .formatted(
                                String.join(" and ", alarms()),
                                rule,
                                observed(after),
                                installation.names().stack(),
                                installation.command("on")));
    }

    /// Whether the watch may be needed for replication to come back.
    private static boolean isNeeded(Lease lease) {
        return lease.owner() != null || new PauseRecord(lease).isLeftToResume();
    }

    private void refuseIfNeeded(Lease lease, String what) {
        if (!isNeeded(lease)) {
            return;
        }
        String why =
                switch (Holder.of(lease, services.stepFunctions().get())) {
                    case Holder.AtWork(Run run) ->
                            "%s holds the lease and is at work. Wait until it has ended"
                                    .formatted(run.name());
                    case Holder.Dead(Run run) ->
                            "%s holds the lease, and ended without freeing it. Have it recovered first"
                                    .formatted(run.name());
                    case Holder.Gone(String arn) ->
                            "%s holds the lease, and is not known any more. Have it recovered first"
                                    .formatted(arn);
                    case Holder.Nobody _ ->
                            "tasks that Headroom stopped stand on the record. Have them recovered"
                                    + " first";
                };
        throw new Refused(
                "%s: %s. The watch is what brings replication back if a run dies. To see how it is:\n  %s"
                        .formatted(what, why, installation.command("status")));
    }

    private static String observed(Lease lease) {
        List<String> tasks =
                new PauseRecord(lease)
                        .underObservation().stream()
                                .map(each -> each.task().name())
                                .distinct()
                                .toList();
        return tasks.isEmpty()
                ? ""
                : "Resumed lately, and not started again any more if they break down: %s.\n"
                        .formatted(Status.names(tasks));
    }

    /// What was on already stays on.
    public Answer switchOn() {
        String rule = installation.watchRule();
        enable(rule);
        return Answer.good(
                """
                On: the actions of the alarms %s, and the rule %s that wakes the watch.
                An alarm that stands already says nothing by itself: the watch answers it in its next round, within %s. \
                It publishes then what waits, and recovers what was left.
                To see how it is:
                  %s\
                """
                        .formatted(
                                String.join(" and ", alarms()),
                                rule,
                                new Span(ClusterWatch.TIMES.every()),
                                installation.command("status")));
    }

    /// The watch first: it answers for the alarms, and they do not for it.
    private void enable(String rule) {
        events().enableRule(request -> request.name(rule));
        orSay(
                "The watch is on, and the alarms' actions are still off",
                () -> cloudWatch().enableAlarmActions(request -> request.alarmNames(alarms())));
    }

    private void orSay(String soFar, Runnable rest) {
        try {
            rest.run();
        } catch (SdkException trouble) {
            throw new Refused(
                    "%s. %s\nTo see how it is:\n  %s"
                            .formatted(
                                    soFar,
                                    Trouble.inWords(trouble, installation.access()),
                                    installation.command("status")));
        }
    }

    private List<String> alarms() {
        return installation.diskAlarms();
    }

    private CloudWatchClient cloudWatch() {
        return services.cloudWatch().get();
    }

    private EventBridgeClient events() {
        return services.events().get();
    }
}
