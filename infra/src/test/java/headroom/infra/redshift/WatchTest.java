package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

/// Promises: the watch wakes up, and knows what it watches.
final class WatchTest {
    private static final Synthesised STACK = Synthesised.ANALYTICS;

    @Test
    void watchWakesEveryQuarterOfAnHour() {
        JsonNode rule = STACK.only("AWS::Events::Rule");
        assertEquals("rate(15 minutes)", rule.path("ScheduleExpression").asText());
        assertEquals("ENABLED", rule.path("State").asText());
        assertEquals("${WatchLive}", Synthesised.text(rule.at("/Targets/0/Arn")));
    }

    /// A quarter of an hour later the next call is there.
    @Test
    void callThatDoesNotReachTheWatchInTimeIsPutAside() {
        JsonNode target = STACK.only("AWS::Events::Rule").at("/Targets/0");
        assertEquals(
                "${DeadLetterQueue.Arn}", Synthesised.text(target.at("/DeadLetterConfig/Arn")));
        assertEquals(900, target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt());
        JsonNode config = STACK.properties("AWS::Lambda::EventInvokeConfig", "WatchLiveEvents");
        assertEquals("live", config.path("Qualifier").asText());
        assertEquals(2, config.path("MaximumRetryAttempts").asInt());
        assertEquals(900, config.path("MaximumEventAgeInSeconds").asInt());
        assertEquals(
                "${DeadLetterQueue.Arn}",
                Synthesised.text(config.at("/DestinationConfig/OnFailure/Destination")));
    }

    @Test
    void scheduleMayInvokeTheWatch() {
        JsonNode permission = STACK.permission("events.amazonaws.com");
        assertEquals("lambda:InvokeFunction", permission.path("Action").asText());
        assertEquals("${WatchLive}", Synthesised.text(permission.path("FunctionName")));
        assertEquals("${WatchSchedule.Arn}", Synthesised.text(permission.path("SourceArn")));
    }

    @Test
    void watchIsToldWhatItWatches() {
        JsonNode told =
                STACK.properties("AWS::Lambda::Function", "Watch").at("/Environment/Variables");
        assertEquals("${StateMachine}", Synthesised.text(told.path("STATE_MACHINE_ARN")));
        assertEquals("${Lease}", Synthesised.text(told.path("LEASE_TABLE")));
        assertEquals("redshift/analytics", told.path("LEASE_KEY").asText());
        assertEquals("${Operators}", Synthesised.text(told.path("OPERATORS_TOPIC_ARN")));
    }
}
