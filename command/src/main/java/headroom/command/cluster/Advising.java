package headroom.command.cluster;

import headroom.lease.Lease;
import headroom.redshift.ClusterWatch;
import headroom.redshift.replication.PauseRecord;
import headroom.redshift.replication.PausedTask;
import headroom.text.Span;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Decides what a person should do. What brings replication back comes first.
record Advising(Installation installation, Situation situation, SourceLog log) {
    private static final String LOOKS = "within " + new Span(ClusterWatch.TIMES.every());

    Advice advice() {
        if (!situation.guards().watchIsOn() && situation.lease().owner() != null) {
            return watchIsOff();
        }
        return switch (situation.holder()) {
            case Holder.AtWork _ -> atWork();
            case Holder.Dead(Run run) -> dead(run);
            case Holder.Gone _ -> recover("The run that holds the lease is gone.");
            case Holder.Nobody _ ->
                    new PauseRecord(situation.lease()).isLeftToResume()
                            ? recover("Tasks stand on the record, and nobody holds the lease.")
                            : free();
        };
    }

    private Advice watchIsOff() {
        return situation.holder() instanceof Holder.AtWork
                ? Advice.doThis(
                        "The watch is off while a run is at work: nothing brings replication back"
                                + " if it dies. Switch it on.",
                        installation.command("on"))
                : Advice.doThis(
                        "The run that holds the lease ended, and the watch is off, so nothing"
                                + " brings replication back by itself. Switch it on, and start the"
                                + " recovery.",
                        installation.command("on"),
                        installation.command("recover"));
    }

    private Advice atWork() {
        if (log.isGone()) {
            return Advice.doThis(
                    "Look whether the source still has the log of the time of the pause. If not,"
                        + " the tasks need a full load, which empties their tables first: plan it."
                        + " Leave the cluster to the run.");
        }
        return log.runsShort()
                ? Advice.doThis(
                        "Lengthen the source's log retention now, while the log is still there: see"
                            + " docs/source-logs.md. Leave the cluster and its tasks to the run.")
                : Advice.nothing(
                        "Nothing. A run is at work: leave the cluster and its tasks to it.");
    }

    private Advice dead(Run run) {
        Instant retry = situation.lease().retryAfter();
        if (retry != null && situation.now().isBefore(retry)) {
            return Advice.doThis(
                    "Replication could not be brought back; see the CRITICAL report, or that execution, for the reason. %s\nOnce the cause is mended, start the recovery. A task that cannot come back is taken off the record first."
                            .formatted(
                                    watchTries("after " + retry.truncatedTo(ChronoUnit.SECONDS))),
                    installation.command("recover"),
                    installation.command("forget", firstTask()));
        }
        return recover(
                "%s ended without freeing its lease%s."
                        .formatted(
                                run.name(),
                                new PauseRecord(situation.lease()).recorded().isEmpty()
                                        ? "; it left no task stopped"
                                        : ", and may have left its tasks stopped"));
    }

    private String firstTask() {
        List<PausedTask> tasks = new PauseRecord(situation.lease()).recorded();
        return tasks.isEmpty() ? "TASK" : tasks.getFirst().name();
    }

    private Advice recover(String what) {
        Optional<Run> other =
                situation.runs().or(List.of()).stream().filter(Run::isAtWork).findFirst();
        return other.isPresent()
                ? Advice.nothing(
                        "Nothing. %s But %s is on its way; its report comes by mail."
                                .formatted(what, other.get().name()))
                : Advice.doThis(
                        "%s %s To start it at once:"
                                .formatted(
                                        what,
                                        watchTries(
                                                "within "
                                                        + new Span(
                                                                situation
                                                                                .holder()
                                                                                .isSettled(
                                                                                        situation
                                                                                                .now())
                                                                        ? ClusterWatch.TIMES.every()
                                                                        : ClusterWatch.TIMES
                                                                                .recoveredWithin()))),
                        installation.command("recover"));
    }

    private String watchTries(String when) {
        return situation.guards().watchIsOn()
                ? "The watch starts a recovery by itself %s.".formatted(when)
                : "The watch is off, so nothing starts a recovery by itself: switch it on, too, with %s."
                        .formatted(installation.command("on"));
    }

    private Advice free() {
        Lease lease = situation.lease();
        if (!situation.guards().watchIsOn() || !situation.guards().alarmsAct()) {
            return Advice.doThis(
                    "Headroom, or a part of it, is off: a disk that fills may not be answered. To"
                            + " switch it on:",
                    installation.command("on"));
        }
        if (situation.hasOverdueCopy()) {
            return overdueCopy();
        }
        if (situation.guards().nobodyReads()) {
            return nobodyReads();
        }
        if (!Status.waiting(lease).isEmpty()) {
            return Advice.nothing("Nothing. The watch publishes what waits %s.".formatted(LOOKS));
        }
        boolean stands =
                situation.guards().alarms().or(List.of()).stream()
                        .anyMatch(each -> each.state().equals("ALARM"));
        return stands
                ? alarmStands(lease)
                : Advice.nothing(
                        situation.guards().areKnown()
                                ? "Nothing."
                                : "Nothing, as far as it is known.");
    }

    private Advice nobodyReads() {
        return Advice.doThis(
                "Nobody is subscribed to the operators' topic: no report arrives, and no alarm of"
                        + " Headroom's. A deployment does not bring back a subscription that was"
                        + " ended. To subscribe, and then to confirm so that only you can end it,"
                        + " with the token that stands in the link of SNS's mail:",
                "aws sns subscribe%s --topic-arn %s --protocol email --notification-endpoint ADDRESS"
                        .formatted(installation.awsOptions(), installation.operatorsTopic()),
                "aws sns confirm-subscription%s --topic-arn %s --authenticate-on-unsubscribe true --token TOKEN"
                        .formatted(installation.awsOptions(), installation.operatorsTopic()));
    }

    private Advice overdueCopy() {
        String copy = installation.names().copy();
        return Advice.doThis(
                "The watch tries each hour to delete a drill's copy whose time is over; the last"
                    + " report says what keeps it. See whether it is there. It is a copy only if"
                    + " the tag headroom-drill names the cluster; then it can be deleted by hand:",
                "aws redshift describe-clusters%s --cluster-identifier %s"
                        .formatted(installation.awsOptions(), copy),
                "aws redshift delete-cluster%s --cluster-identifier %s --skip-final-cluster-snapshot"
                        .formatted(installation.awsOptions(), copy));
    }

    private Advice alarmStands(Lease lease) {
        Instant quiet = lease.quietUntil();
        String when =
                quiet != null && situation.now().isBefore(quiet)
                        ? "after " + quiet.truncatedTo(ChronoUnit.SECONDS)
                        : LOOKS;
        return new Advice(
                false,
                "Nothing, unless the last report asks for it. The alarm stands; the watch starts a run %s. To plan one at once, without a change, and to start one:"
                        .formatted(when),
                List.of(publish("'{\"dryRun\": true}'"), publish("now")));
    }

    private String publish(String message) {
        return "aws sns publish%s --topic-arn %s --message %s"
                .formatted(installation.awsOptions(), installation.requestsTopic(), message);
    }
}
