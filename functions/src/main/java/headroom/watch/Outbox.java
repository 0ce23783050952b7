package headroom.watch;

import headroom.lease.Lease;
import headroom.lease.LeaseTable;
import headroom.lease.Notes;
import headroom.report.Mail;
import headroom.report.Report;

import software.amazon.awssdk.services.sns.SnsClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is to be told to operators.
///
/// It is published first, and then noted that it was: what comes twice is better than what never
/// comes.
///
/// @param topic the ARN of the operators' topic
/// @param letter makes a message of a mail
/// @param left words for what others have left on the lease
public record Outbox(
        SnsClient sns, LeaseTable leases, String topic, Function<Mail, Report> letter, Left left) {

    public void publish(Mail mail) {
        publish(letter.apply(mail));
    }

    public void publish(Report report) {
        sns.publish(
                request ->
                        request.topicArn(topic)
                                .subject(report.subject())
                                .messageStructure("json")
                                .message(report.message()));
    }

    /// What others have left on the lease to be told, each as what does so.
    public List<Runnable> due(Lease lease, Instant now) {
        List<Runnable> due = new ArrayList<>();
        Notes notes = lease.notes();
        String answer = notes.answer();
        if (answer != null) {
            due.add(() -> pass(letter.apply(left.answer(answer)), Notes.ANSWER, answer));
        }
        lease.reports()
                .forEach(
                        (attribute, text) ->
                                due.add(() -> pass(Left.report(attribute, text), attribute, text)));
        String foreign = notes.foreign();
        if (foreign != null) {
            due.add(() -> tellOfForeign(foreign, notes, now));
        }
        return due;
    }

    /// One that fails keeps none of the others back.
    ///
    /// @return what went wrong first, so that the invocation fails and Lambda tries again
    public static Optional<RuntimeException> attempt(List<Runnable> due) {
        Optional<RuntimeException> unsaid = Optional.empty();
        for (Runnable each : due) {
            try {
                each.run();
            } catch (RuntimeException failed) {
                unsaid = Optional.of(unsaid.orElse(failed));
            }
        }
        return unsaid;
    }

    /// Passes on what somebody has left, and takes it away if it is still the same.
    private void pass(Report report, String attribute, String text) {
        publish(report);
        leases.remove(attribute, text);
    }

    private void tellOfForeign(String found, Notes notes, Instant now) {
        if (!notes.foreignIsDue(now)) {
            leases.remove(Notes.FOREIGN, found);
            return;
        }
        publish(left.foreign(found));
        // One that was found in this moment would not be told of before tomorrow either.
        leases.update(
                "SET #foreignToldAt = :now REMOVE #foreign",
                null,
                Map.of("#foreignToldAt", Notes.FOREIGN_TOLD_AT, "#foreign", Notes.FOREIGN),
                Map.of(":now", now.toString()));
    }
}
