package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Promises: no message gets lost on the way to an execution.
final class TriggerTest {
    private static final Synthesised STACK = Synthesised.ANALYTICS;
    private static final JsonNode QUEUE = STACK.only("AWS::SQS::Queue");

    @Test
    void messagesOfTheTopicReachTheFunction() {
        JsonNode subscription = STACK.properties("AWS::SNS::Subscription", "StartResizeRequests");
        assertEquals("lambda", subscription.path("Protocol").asText());
        assertEquals("${StartResize.Arn}", Synthesised.text(subscription.path("Endpoint")));
        JsonNode permission = STACK.permission("sns.amazonaws.com");
        assertEquals("lambda:InvokeFunction", permission.path("Action").asText());
        assertEquals("${Requests}", Synthesised.text(permission.path("SourceArn")));
        assertEquals("${StartResize.Arn}", Synthesised.text(permission.path("FunctionName")));
    }

    @Test
    void messageThatSnsCannotDeliverIsPutAside() {
        assertEquals(
                "${Undelivered.Arn}",
                Synthesised.text(
                        STACK.properties("AWS::SNS::Subscription", "StartResizeRequests")
                                .path("RedrivePolicy")
                                .path("deadLetterTargetArn")));
    }

    @Test
    void messageThatTheFunctionFailsWithIsTriedForSixHoursAndPutAside() {
        JsonNode config = STACK.only("AWS::Lambda::EventInvokeConfig");
        assertEquals("${StartResize}", Synthesised.text(config.path("FunctionName")));
        assertEquals(2, config.path("MaximumRetryAttempts").asInt());
        assertEquals(21_600, config.path("MaximumEventAgeInSeconds").asInt());
        assertEquals(
                "${Undelivered.Arn}",
                Synthesised.text(
                        config.path("DestinationConfig").path("OnFailure").path("Destination")));
    }

    @Test
    void whatIsPutAsideIsEncryptedAndKeptForTwoWeeks() {
        assertTrue(QUEUE.path("SqsManagedSseEnabled").asBoolean());
        assertEquals(1_209_600, QUEUE.path("MessageRetentionPeriod").asInt());
    }

    @Test
    void queueTakesMessagesOfTheTopicAndRefusesPlainHttp() {
        List<String> statements = new ArrayList<>();
        for (JsonNode each :
                STACK.only("AWS::SQS::QueuePolicy").path("PolicyDocument").path("Statement")) {
            statements.add(
                    "%s %s to %s if %s"
                            .formatted(
                                    each.path("Effect").asText(),
                                    each.path("Action").asText(),
                                    each.path("Principal")
                                            .path("Service")
                                            .asText(each.path("Principal").path("AWS").asText()),
                                    each.path("Condition").fieldNames().next()));
        }
        assertEquals(
                List.of(
                        "Deny sqs:* to * if Bool",
                        "Allow sqs:SendMessage to sns.amazonaws.com if ArnEquals"),
                statements);
    }
}
