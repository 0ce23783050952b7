package headroom.infra.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Promises: the watch wakes up, and no message gets lost on its way to an execution.
final class WatchTest {
    private static final Synthesised STACK = Synthesised.SESSIONS;
    private static final String QUEUE = "${DeadLetterQueue.Arn}";

    @Test
    void watchWakesEveryFiveMinutes() {
        JsonNode rule = STACK.only("AWS::Events::Rule");
        assertEquals("rate(5 minutes)", rule.path("ScheduleExpression").asText());
        assertEquals("ENABLED", rule.path("State").asText());
        assertEquals("${WatchLive}", Synthesised.text(rule.at("/Targets/0/Arn")));
    }

    /// Five minutes later the next call is there.
    @Test
    void callThatDoesNotReachTheWatchInTimeIsPutAside() {
        JsonNode target = STACK.only("AWS::Events::Rule").at("/Targets/0");
        assertEquals(QUEUE, Synthesised.text(target.at("/DeadLetterConfig/Arn")));
        assertEquals(300, target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt());
        JsonNode config = STACK.properties("AWS::Lambda::EventInvokeConfig", "WatchLiveEvents");
        assertEquals(300, config.path("MaximumEventAgeInSeconds").asInt());
        assertEquals(
                QUEUE, Synthesised.text(config.at("/DestinationConfig/OnFailure/Destination")));
    }

    @Test
    void messagesOfTheTopicReachTheTriggerOrTheQueue() {
        JsonNode subscription =
                STACK.properties("AWS::SNS::Subscription", "StartScalingLiveRequests");
        assertEquals("${Requests}", Synthesised.text(subscription.path("TopicArn")));
        assertEquals("${StartScalingLive}", Synthesised.text(subscription.path("Endpoint")));
        assertEquals(
                QUEUE, Synthesised.text(subscription.at("/RedrivePolicy/deadLetterTargetArn")));
        JsonNode config =
                STACK.properties("AWS::Lambda::EventInvokeConfig", "StartScalingLiveEvents");
        assertEquals(21_600, config.path("MaximumEventAgeInSeconds").asInt());
        assertEquals(
                QUEUE, Synthesised.text(config.at("/DestinationConfig/OnFailure/Destination")));
    }

    @Test
    void alarmsOfThisAccountMayPublishAndPlainHttpIsRefused() {
        for (String policy : List.of("RequestsPolicy", "OperatorsPolicy")) {
            JsonNode statements =
                    STACK.properties("AWS::SNS::TopicPolicy", policy)
                            .at("/PolicyDocument/Statement");
            assertEquals(
                    List.of("AllowPublishThroughSSLOnly", "Owner", "Alarms"),
                    statements.valueStream().map(each -> each.path("Sid").asText()).toList());
        }
    }

    @Test
    void reportsGoToTheOperatorsMailboxIfThereIsOne() {
        assertEquals(
                List.of("ops@example.com"),
                STACK.all("AWS::SNS::Subscription").stream()
                        .filter(each -> each.path("Protocol").asText().equals("email"))
                        .map(each -> each.path("Endpoint").asText())
                        .toList());
    }

    @Test
    void outputsNameThePartsAndTheCommandsThatTryThem() {
        String publish =
                "aws sns publish --region ${AWS::Region} --topic-arn ${Requests} --message ";
        assertEquals(
                List.of(
                        "DashboardName headroom-elasticache-user-sessions-${AWS::Region}",
                        "DeadLetterQueueUrl ${DeadLetterQueue}",
                        "FunctionLogGroups /headroom/elasticache/user-sessions/",
                        "LeaseTable ${Lease}",
                        "OperatorsTopicArn ${Operators}",
                        "PlanOnlyCommand " + publish + "'{\"dryRun\": true}'",
                        "RunLogGroup /aws/vendedlogs/states/headroom-elasticache-user-sessions",
                        "ScaleNowCommand " + publish + "now",
                        "StateMachineArn ${StateMachine}",
                        "TopicArn ${Requests}",
                        "WatchRule ${WatchSchedule}"),
                STACK.template().path("Outputs").properties().stream()
                        .map(
                                each ->
                                        each.getKey()
                                                + " "
                                                + Synthesised.text(each.getValue().path("Value")))
                        .sorted()
                        .toList());
    }
}
