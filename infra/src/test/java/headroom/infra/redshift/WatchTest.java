package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

/// Promises: the watch wakes up, and knows what it watches.
final class WatchTest {
    private static final Synthesised STACK = Synthesised.ANALYTICS;

    @Test
    void watchWakesEveryQuarterOfAnHour() {
        JsonNode rule = STACK.only("AWS::Events::Rule");
        assertEquals("rate(15 minutes)", rule.path("ScheduleExpression").asText());
        assertEquals("ENABLED", rule.path("State").asText());
        assertEquals("${WatchLive}", Synthesised.text(rule.path("Targets").path(0).path("Arn")));
    }

    /// A quarter of an hour later the next call is there.
    @Test
    void callThatDoesNotReachTheWatchInTimeIsPutAside() {
        JsonNode target = STACK.only("AWS::Events::Rule").path("Targets").path(0);
        assertEquals(
                "${DeadLetterQueue.Arn}",
                Synthesised.text(target.path("DeadLetterConfig").path("Arn")));
        assertEquals(900, target.path("RetryPolicy").path("MaximumEventAgeInSeconds").asInt());
        JsonNode config = STACK.properties("AWS::Lambda::EventInvokeConfig", "WatchLiveEvents");
        assertEquals("live", config.path("Qualifier").asText());
        assertEquals(2, config.path("MaximumRetryAttempts").asInt());
        assertEquals(900, config.path("MaximumEventAgeInSeconds").asInt());
        assertEquals(
                "${DeadLetterQueue.Arn}",
                Synthesised.text(
                        config.path("DestinationConfig").path("OnFailure").path("Destination")));
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
                STACK.properties("AWS::Lambda::Function", "Watch")
                        .path("Environment")
                        .path("Variables");
        assertEquals("${StateMachine}", Synthesised.text(told.path("STATE_MACHINE_ARN")));
        assertEquals("${Lease}", Synthesised.text(told.path("LEASE_TABLE")));
        assertEquals("redshift/analytics", told.path("LEASE_KEY").asText());
        assertEquals("${Operators}", Synthesised.text(told.path("OPERATORS_TOPIC_ARN")));
    }
}
