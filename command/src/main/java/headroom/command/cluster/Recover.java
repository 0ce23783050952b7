package headroom.command.cluster;

import headroom.command.answer.Answer;
import headroom.command.answer.Refused;
import headroom.lease.Lease;
import headroom.redshift.replication.PauseRecord;
import headroom.redshift.replication.PausedTask;
import headroom.run.Cause;
import headroom.run.WatchTimes;
import headroom.step.Json;
import headroom.text.Listing;
import headroom.watch.RecoveryRequest;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Starts the recovery of a run that ended and left tasks stopped, or its lease held.
public record Recover(Services services, Installation installation, Clock clock) {
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// @throws Refused if a run is at work, or nothing is owed
    public Answer start() {
        Lease lease = Situation.lease(services, installation);
        SfnClient stepFunctions = services.stepFunctions().get();
        Holder holder = Holder.of(lease, stepFunctions);
        refuseIfNoneIsDue(lease, holder);
        refuseBesideAnother(stepFunctions);
        Instant now = clock.instant();
        boolean settled = isSettled(holder, stepFunctions, now);
        var recovery =
                new RecoveryRequest(
                        Cause.RECOVER,
                        "a person, with ./headroom recover",
                        owner(lease.owner()),
                        settled);
        String name = "recover-by-hand-" + IN_NAMES.format(now);
        stepFunctions.startExecution(
                request ->
                        request.stateMachineArn(installation.stateMachine())
                                .name(name)
                                .input(Json.text(Json.write(recovery))));
        return Answer.good(told(name, new PauseRecord(lease).recorded(), settled, now));
    }

    private static String owner(@Nullable String owner) {
        return owner == null ? RecoveryRequest.NOBODY : owner;
    }

    private void refuseIfNoneIsDue(Lease lease, Holder holder) {
        if (holder instanceof Holder.AtWork(Run run)) {
            throw new Refused(
                    "Nothing was started: %s holds the lease and is at work. It brings its tasks back itself; a recovery beside it would start them in the midst of a resize. To see how far it is:\n  %s"
                            .formatted(run.name(), installation.command("status")));
        }
        if (holder instanceof Holder.Nobody && !new PauseRecord(lease).isLeftToResume()) {
            throw new Refused(
                    "Nothing was started: nobody holds the lease of %s, and no task stands on its record, so nothing is owed. To see how it is:\n  %s"
                            .formatted(installation.cluster(), installation.command("status")));
        }
    }

    /// Another recovery would only wait, and then say that it came too late. And a run that has
    /// lost its lease to a person who edits it is at work all the same.
    private void refuseBesideAnother(SfnClient stepFunctions) {
        Situation.running(stepFunctions, installation.stateMachine())
                .map(ExecutionListItem::name)
                .findFirst()
                .ifPresent(
                        name -> {
                            throw new Refused(
                                    "Nothing was started: %s %s. To see how far it is:\n  %s"
                                            .formatted(
                                                    name,
                                                    StartedBy.of(name) == StartedBy.RECOVERY
                                                            ? "is on its way already"
                                                            : "is still at work, though it does not"
                                                                  + " hold the lease; wait until it"
                                                                  + " has ended",
                                                    installation.command("status")));
                        });
    }

    /// A lease that nobody holds says nothing of the run that had it: the last ones do.
    private boolean isSettled(Holder holder, SfnClient stepFunctions, Instant now) {
        return holder instanceof Holder.Nobody
                ? Situation.runs(stepFunctions, installation.stateMachine()).stream()
                        .allMatch(each -> each.isSettled(now))
                : holder.isSettled(now);
    }

    private String told(String name, List<PausedTask> tasks, boolean settled, Instant now) {
        String first =
                settled
                        ? "It takes the lease at once."
                        : "It waits until %s first, as a function of the run that ended may be at work for six minutes more, and then takes the lease; it stands down if the watch was quicker."
                                .formatted(
                                        now.plus(WatchTimes.SURELY_DEAD_AFTER)
                                                .truncatedTo(ChronoUnit.SECONDS));
        String then =
                tasks.isEmpty()
                        ? "No task stands on the record, so it only frees the lease."
                        : "As soon as the cluster takes writes, it resumes %s. They stay on the record until they run, a minute or two later."
                                .formatted(
                                        Listing.of(tasks.stream().map(PausedTask::name).toList()));
        return """
        Started the recovery %s of %s.
        %s %s
        A report comes by mail when it is through, or when it fails. To see how far it is:
          %s\
        """
                .formatted(
                        name, installation.cluster(), first, then, installation.command("status"));
    }
}
