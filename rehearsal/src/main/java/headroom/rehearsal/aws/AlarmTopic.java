package headroom.rehearsal.aws;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNS;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNSRecord;

import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The topic that starts runs, with the trigger subscribed: SNS hands Lambda its events. An event
/// that fails is delivered again after one and after two more minutes, and then lies in the
/// dead-letter queue.
public final class AlarmTopic {
    private static final Duration DELIVERY = Duration.ofSeconds(1);
    private static final int DELIVERIES = 3;
    private static final String ARN = "arn:aws:sns:eu-west-1:111122223333:headroom-analytics";

    private final RequestHandler<SNSEvent, ?> trigger;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;
    private final Map<String, String> texts = new HashMap<>();
    private int published;
    private int deadLetters;
    private int losing;
    private boolean over;

    public AlarmTopic(
            RequestHandler<SNSEvent, ?> trigger,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.trigger = trigger;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    public int deadLetters() {
        return deadLetters;
    }

    /// What was published under an identifier; empty if nothing was.
    public Optional<String> text(String id) {
        return Optional.ofNullable(texts.get(id));
    }

    /// SNS loses the next messages; it promises otherwise, but a subscription may be broken.
    public void loseMessages(int count) {
        losing = count;
    }

    /// Nothing that is published from now on reaches the trigger.
    public void end() {
        over = true;
    }

    /// What is published reaches the trigger again.
    public void begin() {
        over = false;
    }

    public void publish(String message) {
        if (over) {
            return;
        }
        SNSEvent event = event(nextId(), message);
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
        SNSEvent event = event(nextId(), message);
        scheduler.after(DELIVERY, () -> deliver(event, 1));
        scheduler.after(DELIVERY, () -> deliver(event, 1));
    }

    private void deliver(SNSEvent event, int delivery) {
        var context = new LambdaContext(function(), journal);
        String fault = faults.strike(FaultKinds.EVENT + function()).orElse("");
        try (Faults.Shift _ = faults.calledBy(function())) {
            die(fault.equals(FaultKinds.BEFORE));
            trigger.handleRequest(event, context);
            die(fault.equals(FaultKinds.AFTER));
        } catch (RuntimeException thrown) {
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

    private SNSEvent event(String id, String message) {
        journal.note(Kind.MESSAGE, "SNS", "takes message " + id);
        texts.put(id, message);
        SNS publication =
                new SNS()
                        .withType("Notification")
                        .withMessageId(id)
                        .withTopicArn(ARN)
                        .withMessage(message);
        return new SNSEvent()
                .withRecords(
                        List.of(
                                new SNSRecord()
                                        .withEventSource("aws:sns")
                                        .withEventVersion("1.0")
                                        .withSns(publication)));
    }
}
