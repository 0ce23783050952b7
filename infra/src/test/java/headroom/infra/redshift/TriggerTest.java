package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Promises: no message gets lost on the way to an execution.
final class TriggerTest {
    private static final Synthesised STACK = Synthesised.ANALYTICS;
    private static final JsonNode QUEUE = STACK.only("AWS::SQS::Queue");

    @Test
    void messagesOfTheTopicReachTheFunction() {
        JsonNode subscription =
                STACK.properties("AWS::SNS::Subscription", "StartResizeLiveRequests");
        assertEquals("lambda", subscription.path("Protocol").asText());
        assertEquals("${StartResizeLive}", Synthesised.text(subscription.path("Endpoint")));
        JsonNode permission = STACK.permission("sns.amazonaws.com");
        assertEquals("lambda:InvokeFunction", permission.path("Action").asText());
        assertEquals("${Requests}", Synthesised.text(permission.path("SourceArn")));
        assertEquals("${StartResizeLive}", Synthesised.text(permission.path("FunctionName")));
    }

    @Test
    void messageThatSnsCannotDeliverIsPutAside() {
        assertEquals(
                "${DeadLetterQueue.Arn}",
                Synthesised.text(
                        STACK.properties("AWS::SNS::Subscription", "StartResizeLiveRequests")
                                .at("/RedrivePolicy/deadLetterTargetArn")));
    }

    @Test
    void messageThatTheFunctionFailsWithIsTriedForSixHoursAndPutAside() {
        JsonNode config =
                STACK.properties("AWS::Lambda::EventInvokeConfig", "StartResizeLiveEvents");
        assertEquals("${StartResize}", Synthesised.text(config.path("FunctionName")));
        assertEquals(2, config.path("MaximumRetryAttempts").asInt());
        assertEquals(21_600, config.path("MaximumEventAgeInSeconds").asInt());
        assertEquals(
                "${DeadLetterQueue.Arn}",
                Synthesised.text(config.at("/DestinationConfig/OnFailure/Destination")));
    }

    @Test
    void whatIsPutAsideIsEncryptedAndKeptForTwoWeeks() {
        assertTrue(QUEUE.path("SqsManagedSseEnabled").asBoolean());
        assertEquals(1_209_600, QUEUE.path("MessageRetentionPeriod").asInt());
    }

    @Test
    void queueTakesWhatTopicsAndScheduleCouldNotDeliverAndRefusesPlainHttp() {
        List<String> statements = new ArrayList<>();
        for (JsonNode each : STACK.only("AWS::SQS::QueuePolicy").at("/PolicyDocument/Statement")) {
            statements.add(
                    "%s %s to %s %s"
                            .formatted(
                                    each.path("Effect").asText(),
                                    each.path("Action").asText(),
                                    each.at("/Principal/Service")
                                            .asText(each.at("/Principal/AWS").asText()),
                                    condition(each.path("Condition"))));
        }
        assertEquals(
                List.of(
                        "Deny sqs:* to * if Bool",
                        "Allow sqs:SendMessage to sns.amazonaws.com from ${Operators}",
                        "Allow sqs:SendMessage to sns.amazonaws.com from ${Requests}",
                        "Allow sqs:SendMessage to events.amazonaws.com from ${WatchSchedule.Arn}"),
                statements);
    }

    private static String condition(JsonNode condition) {
        return condition.has("ArnEquals")
                ? "from " + Synthesised.text(condition.at("/ArnEquals/aws:SourceArn"))
                : "if " + condition.fieldNames().next();
    }
}
