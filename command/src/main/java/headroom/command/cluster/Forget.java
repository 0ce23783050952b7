package headroom.command.cluster;

import headroom.command.answer.Answer;
import headroom.command.answer.Refused;
import headroom.configuration.Spelling;
import headroom.lease.Lease;
import headroom.redshift.ClusterWatch;
import headroom.redshift.replication.PauseRecord;
import headroom.redshift.replication.PausedTask;
import headroom.step.Json;
import headroom.text.Listing;
import headroom.text.Span;

import java.time.Clock;
import java.util.List;

/// Asks for tasks to be taken off the record, by a message as anybody may publish it.
public record Forget(Services services, Installation installation, Clock clock) {
    private static final int NEAR = 3;

    private record Message(List<String> forget) {}

    /// @param tasks names or ARNs
    /// @throws Refused if one of them is not on the record
    public Answer ask(List<String> tasks) {
        Lease lease = Situation.lease(services, installation);
        List<PausedTask> recorded = new PauseRecord(lease).recorded();
        List<String> wrong =
                tasks.stream()
                        .distinct()
                        .filter(each -> count(each, recorded) != 1)
                        .map(each -> wrong(each, recorded))
                        .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(
                    "Nothing was published.\n%s\nOn the record of %s: %s."
                            .formatted(
                                    String.join("\n", wrong),
                                    installation.cluster(),
                                    recorded.isEmpty() ? "no task" : inWords(recorded)));
        }
        String message = Json.text(Json.write(new Message(tasks.stream().distinct().toList())));
        services.sns()
                .get()
                .publish(
                        request -> request.topicArn(installation.requestsTopic()).message(message));
        return Answer.good(told(tasks.stream().distinct().toList(), lease, recorded));
    }

    private static long count(String wish, List<PausedTask> recorded) {
        return recorded.stream().filter(each -> isMeant(wish, each)).count();
    }

    private static boolean isMeant(String wish, PausedTask task) {
        return wish.equals(task.name()) || wish.equals(task.arn());
    }

    private static String wrong(String wish, List<PausedTask> recorded) {
        if (count(wish, recorded) > 1) {
            return "%s is the name of more than one task on the record, as long ones are cut there; give the ARN."
                    .formatted(wish);
        }
        List<String> names = recorded.stream().map(PausedTask::name).toList();
        return "%s is not on the record.%s"
                .formatted(
                        wish,
                        Spelling.nearest(wish, names, NEAR)
                                .map(" Did you mean %s?"::formatted)
                                .orElse(""));
    }

    private static String inWords(List<PausedTask> recorded) {
        return Listing.of(
                recorded.stream()
                        .map(each -> "%s (%s)".formatted(each.name(), each.arn()))
                        .toList());
    }

    private String told(List<String> wishes, Lease lease, List<PausedTask> recorded) {
        List<String> left =
                recorded.stream()
                        .filter(task -> wishes.stream().noneMatch(each -> isMeant(each, task)))
                        .map(PausedTask::name)
                        .toList();
        return """
        Asked for this to be taken off the record of %s: %s. That takes seconds, and a mail says when it is done.
        Headroom does not start what is off the record, nor does it stop it: start, reload or delete it yourself.
        %s
        To see what is left on it:
          %s\
        """
                .formatted(
                        installation.cluster(),
                        Listing.of(wishes),
                        next(left, lease),
                        installation.command("status"));
    }

    private String next(List<String> left, Lease lease) {
        boolean isAtWork =
                Holder.of(lease, services.stepFunctions().get()) instanceof Holder.AtWork;
        if (isAtWork) {
            return "The run that is at work reads the record again before it resumes anything, and resumes %s."
                    .formatted(left.isEmpty() ? "nothing then" : Listing.of(left));
        }
        return left.isEmpty()
                ? "No other task is on it. The watch frees the lease; it begins within %s."
                        .formatted(new Span(ClusterWatch.TIMES.recoveredWithin()))
                : "Still on it: %s. The watch tries those again within %s; at once with %s."
                        .formatted(
                                Listing.of(left),
                                new Span(ClusterWatch.TIMES.recoveredWithin()),
                                installation.command("recover"));
    }
}
