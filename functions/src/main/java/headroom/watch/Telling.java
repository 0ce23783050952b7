package headroom.watch;

import headroom.redshift.Settings;
import headroom.report.Console;
import headroom.report.Disk;
import headroom.report.Mail;
import headroom.report.Places;
import headroom.report.Report;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sns.SnsClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Publishes what is due to operators, and notes on the lease that it was.
///
/// It publishes first: what comes twice is better than what never comes.
final class Telling {
    private final SnsClient sns;
    private final DynamoDbClient dynamoDb;
    private final Settings settings;
    private final Surroundings surroundings;
    private final Left left;
    private final Supplier<Disk> disk;

    /// @param disk how full it is, looked up where something is told
    Telling(
            SnsClient sns,
            DynamoDbClient dynamoDb,
            Settings settings,
            Surroundings surroundings,
            Supplier<Disk> disk) {
        this.sns = sns;
        this.dynamoDb = dynamoDb;
        this.settings = settings;
        this.surroundings = surroundings;
        this.disk = disk;
        left = new Left(settings.cluster());
    }

    /// Tells all that the lease says is due; one that fails keeps none of the others back.
    ///
    /// @return what went wrong first, so that the invocation fails and Lambda tries again
    Optional<RuntimeException> tell(Lease lease, Instant now) {
        List<Runnable> due = new ArrayList<>();
        // The warning first: it is about what can still be mended.
        Warning.due(lease, settings, now).ifPresent(each -> due.add(() -> warn(each, lease)));
        Notes notes = lease.notes();
        String answer = notes.answer();
        if (answer != null) {
            due.add(() -> pass(letter(left.answer(answer)), Notes.ANSWER, answer));
        }
        lease.reports()
                .forEach(
                        (attribute, text) ->
                                due.add(() -> pass(Left.report(attribute, text), attribute, text)));
        String foreign = notes.foreign();
        if (foreign != null) {
            due.add(() -> tellOfForeign(foreign, notes, now));
        }
        return attempt(due);
    }

    private static Optional<RuntimeException> attempt(List<Runnable> due) {
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

    private void warn(Warning warning, Lease lease) {
        publish(
                letter(
                        warning.mail(settings, lease),
                        places().with("Execution", String.valueOf(lease.owner()))));
        // Whoever has the lease by now begins its pause with no warning given.
        update(
                "SET warned = :level",
                "#owner = :owner",
                Map.of("#owner", "owner"),
                Map.of(
                        ":level", Integer.toString(warning.percent()),
                        ":owner", String.valueOf(lease.owner())));
    }

    /// Passes on what somebody has left, and takes it away if it is still the same.
    private void pass(Report report, String attribute, String text) {
        publish(report);
        remove(attribute, text);
    }

    private void tellOfForeign(String found, Notes notes, Instant now) {
        if (!notes.foreignIsDue(now)) {
            remove(Notes.FOREIGN, found);
            return;
        }
        publish(letter(left.foreign(found)));
        // One that was found in this moment would not be told of before tomorrow either.
        update(
                "SET #foreignToldAt = :now REMOVE #foreign",
                null,
                Map.of("#foreignToldAt", Notes.FOREIGN_TOLD_AT, "#foreign", Notes.FOREIGN),
                Map.of(":now", now.toString()));
    }

    /// Tells of the tasks that need a person, and writes down what becomes of the others. What has
    /// broken down stands on the record from then on, as if a run had just stopped it.
    ///
    /// @return what could not be told, and is told in a later round
    Optional<RuntimeException> tell(Observation seen, Lease lease, Instant now) {
        var report = new ObservationReport(region());
        List<Runnable> due = new ArrayList<>();
        if (!seen.hopeless().isEmpty()) {
            due.add(() -> publish(letter(report.hopeless(seen.hopeless()))));
        }
        if (!seen.weak().isEmpty()) {
            due.add(() -> publish(letter(report.weak(seen.weak()))));
        }
        Optional<RuntimeException> unsaid = attempt(due);
        note(seen, unsaid.isEmpty() ? seen.stay() : seen.stayUntold(), lease, now);
        return unsaid;
    }

    private void note(Observation seen, List<Observed> stay, Lease lease, Instant now) {
        var note = new ObservationNote(lease);
        if (!seen.relapsed().isEmpty()) {
            note.owe(
                    seen.relapsed().stream().map(each -> each.task().task().relapsed()).toList(),
                    now);
        }
        note.keep(stay);
        if (note.changes()) {
            update(note.expression(), note.condition(), note.names(), note.values());
        }
    }

    /// Carries out what follows from how well the disk is seen.
    void tell(Sight.Consequence consequence, Lookout lookout, Instant now) {
        switch (consequence) {
            case Sight.Consequence.Nothing _ -> {}
            case Sight.Consequence.Note _ -> note(Notes.BLIND_SINCE, now);
            case Sight.Consequence.Forget forget ->
                    remove(Notes.BLIND_SINCE, forget.since().toString());
            case Sight.Consequence.TellOfBlindness blind -> {
                publish(letter(blind().outOfSight(blind.cluster(), lookout.lastSeen(now))));
                note(Notes.BLIND_TOLD_AT, now);
            }
            case Sight.Consequence.TellOfNoCluster _ -> {
                publish(letter(blind().noCluster()));
                note(Notes.BLIND_TOLD_AT, now);
            }
        }
    }

    private BlindReport blind() {
        return new BlindReport(settings.cluster(), region());
    }

    private String region() {
        return Console.of(surroundings.stateMachine()).region();
    }

    private Report letter(Mail mail) {
        return letter(mail, places());
    }

    /// Not kept: in most rounds nothing is told.
    private Places places() {
        return Places.of(Console.of(surroundings.stateMachine()));
    }

    private Report letter(Mail mail, Places places) {
        return mail.to(settings.cluster(), disk.get(), List.of(), places);
    }

    private void note(String attribute, Instant now) {
        String word = word(attribute);
        update(
                "SET #%s = :now".formatted(word),
                null,
                Map.of("#" + word, attribute),
                Map.of(":now", now.toString()));
    }

    private void remove(String attribute, String text) {
        String word = word(attribute);
        update(
                "REMOVE #" + word,
                "#%s = :%s".formatted(word, word),
                Map.of("#" + word, attribute),
                Map.of(":" + word, text));
    }

    /// What stands for an attribute, whose own name may have a space in it or be reserved.
    private static String word(String attribute) {
        return attribute.split(" ", 2)[0];
    }

    private void publish(Report report) {
        sns.publish(
                request ->
                        request.topicArn(surroundings.operatorsTopic())
                                .subject(report.subject())
                                .message(report.body()));
    }

    /// What has changed meanwhile is for the next round.
    private void update(
            String expression,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, String> values) {
        try {
            dynamoDb.updateItem(request -> write(request, expression, condition, names, values));
        } catch (ConditionalCheckFailedException changedMeanwhile) {
            // Nothing of ours is lost by it.
        }
    }

    private void write(
            UpdateItemRequest.Builder request,
            String expression,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, String> values) {
        request.tableName(surroundings.leaseTable())
                .key(Map.of("resource", AttributeValue.fromS(surroundings.leaseKey())))
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(
                        values.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                each -> AttributeValue.fromS(each.getValue()))));
    }
}
