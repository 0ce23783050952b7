package headroom.redshift.trigger;

import headroom.lease.Notes;
import headroom.redshift.ClusterNames;
import headroom.redshift.ClusterWatch;
import headroom.redshift.Settings;
import headroom.redshift.drill.DrillRequest;
import headroom.run.Cause;
import headroom.run.StackEnvironment;
import headroom.trigger.Notification;
import headroom.trigger.Publication;
import headroom.trigger.Reaction;
import headroom.trigger.SaysNo;

import java.util.List;
import java.util.Optional;

/// What comes of one message: a pure function of it and of what the trigger knows.
record Reactions(Settings settings, StackEnvironment stack) {

    /// The input of an execution that takes tasks off the record.
    ///
    /// @param forget names or ARNs
    record Forgetting(Cause cause, List<String> forget, String origin) {}

    Reaction to(Publication publication) {
        return switch (Notification.parse(publication.message(), Orders.VOCABULARY)) {
            case Notification.Alarm alarm -> toAlarm(alarm, publication);
            case Notification.Asked asked ->
                    toWish(
                            new Wish.Resize(asked.planOnly(), null, asked.notUnderstood()),
                            publication);
            case Notification.Fields fields -> toWish(Orders.read(fields), publication);
            case Notification.SaysNo no -> toWish(new Wish.Nothing(no.text()), publication);
            case Notification.Foreign foreign -> Reaction.to(foreign);
        };
    }

    private Reaction toWish(Wish wish, Publication publication) {
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
            case Wish.Drill drill -> toDrill(drill, publication);
            case Wish.Nothing no ->
                    Reaction.toNo(
                            no.text(),
                            SaysNo.answer(
                                    no.text(),
                                    stack,
                                    List.of(names().diskAlarm(), names().criticalDiskAlarm()),
                                    ClusterWatch.TIMES,
                                    "The watch begins to bring its tasks back within %s.",
                                    "then nothing brings tasks back after a run that was"
                                            + " stopped"));
        };
    }

    private Reaction toDrill(Wish.Drill drill, Publication publication) {
        String origin = publication.byHand();
        if (settings.policy().drillMaxNodeHours().isEmpty()) {
            return new Reaction.Tell(
                    Notes.ANSWER,
                    """
                    A drill was asked for (%s), and there is none: the setting drillMaxNodeHours is not written.

                    Set it to the node hours that a drill may use, deploy again, and ask again: docs/drill.md.\
                    """
                            .formatted(origin),
                    "No drill is deployed.");
        }
        return new Reaction.Start(
                publication.executionName("drill"),
                new DrillRequest(Cause.MANUAL, drill.dryRun(), origin),
                origin,
                Optional.of(names().drillStateMachine()));
    }

    private Reaction toAlarm(Notification.Alarm alarm, Publication publication) {
        String cluster = settings.cluster();
        if (!alarm.state().equals("ALARM")) {
            return new Reaction.Ignore("%s went to %s.".formatted(alarm.name(), alarm.state()));
        }
        DiskAlarm disk = new DiskAlarm(alarm);
        boolean isOfCriticalDisk = alarm.speaksFor(stack.alarm(names().criticalDiskAlarm()));
        if (isOfCriticalDisk
                || alarm.speaksFor(stack.alarm(names().diskAlarm()))
                || disk.watchesDiskOf(cluster)) {
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

    private ClusterNames names() {
        return new ClusterNames(settings.cluster());
    }
}
