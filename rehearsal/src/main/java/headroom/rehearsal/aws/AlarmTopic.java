package headroom.rehearsal.aws;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.rehearsal.faults.FaultKinds;
import headroom.rehearsal.faults.Faults;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.time.Scheduler;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The topic that starts runs, with the trigger subscribed: SNS hands its event to Lambda as JSON.
/// An event that fails is delivered again after one and after two more minutes, and then lies in
/// the dead-letter queue.
public final class AlarmTopic {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration DELIVERY = Duration.ofSeconds(1);
    private static final int DELIVERIES = 3;
    private static final String ARN = "arn:aws:sns:eu-west-1:111122223333:headroom-analytics";

    private final RequestStreamHandler trigger;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;
    private int published;
    private int deadLetters;
    private int losing;

    public AlarmTopic(
            RequestStreamHandler trigger, Faults faults, Scheduler scheduler, Journal journal) {
        this.trigger = trigger;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    public int deadLetters() {
        return deadLetters;
    }

    /// SNS loses the next messages; it promises otherwise, but a subscription may be broken.
    public void loseMessages(int count) {
        losing = count;
    }

    public void publish(String message) {
        String event = event(nextId(), message);
        if (losing > 0) {
            losing--;
            journal.note(Kind.SCENARIO, "SNS", "loses the message");
            return;
        }
        String fault = faults.strike(FaultKinds.DELIVERY + function()).orElse("");
        if (!fault.equals(FaultKinds.LOST)) {
            scheduler.after(DELIVERY, () -> deliver(event, 1));
        }
        if (fault.equals(FaultKinds.TWICE)) {
            scheduler.after(DELIVERY, () -> deliver(event, 1));
        }
    }

    private String function() {
        return trigger.getClass().getSimpleName();
    }

    /// SNS delivers a message twice now and then.
    public void publishAndDeliverTwice(String message) {
        String event = event(nextId(), message);
        scheduler.after(DELIVERY, () -> deliver(event, 1));
        scheduler.after(DELIVERY, () -> deliver(event, 1));
    }

    private void deliver(String event, int delivery) {
        var context = new LambdaContext(function(), journal);
        String fault = faults.strike(FaultKinds.EVENT + function()).orElse("");
        try (Faults.Shift _ = faults.calledBy(function())) {
            die(fault.equals(FaultKinds.BEFORE));
            trigger.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    OutputStream.nullOutputStream(),
                    context);
            die(fault.equals(FaultKinds.AFTER));
        } catch (IOException | RuntimeException thrown) {
            journal.note(Kind.LOG, context.function(), "fails with " + thrown);
            if (delivery == DELIVERIES) {
                deadLetters++;
                journal.note(Kind.MESSAGE, "dead-letter queue", "the message is kept there");
            } else {
                scheduler.after(Duration.ofMinutes(delivery), () -> deliver(event, delivery + 1));
            }
        }
    }

    private static void die(boolean dies) {
        if (dies) {
            throw new IllegalStateException("RequestId Error: Runtime exited");
        }
    }

    private String nextId() {
        published++;
        return "00000000-0000-4000-8000-%012d".formatted(published);
    }

    private String event(String id, String message) {
        journal.note(Kind.MESSAGE, "SNS", "takes message " + id);
        ObjectNode event = MAPPER.createObjectNode();
        ObjectNode record = event.putArray("Records").addObject();
        record.put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .put("EventSubscriptionArn", ARN + ":6a8c")
                .putObject("Sns")
                .put("Type", "Notification")
                .put("MessageId", id)
                .put("TopicArn", ARN)
                .putNull("Subject")
                .put("Message", message)
                .put("Timestamp", scheduler.now().toString());
        return event.toString();
    }
}
