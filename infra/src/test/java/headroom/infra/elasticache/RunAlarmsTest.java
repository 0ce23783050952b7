package headroom.infra.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Promises: operators are told when Headroom itself is broken.
final class RunAlarmsTest {
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final Synthesised STACK = Synthesised.SESSIONS;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Failed       | ExecutionsFailed Sum of 300 s, 1 of 1, at 1, notBreaching
                    TimedOut     | ExecutionsTimedOut Sum of 300 s, 1 of 1, at 1, notBreaching
                    Aborted      | ExecutionsAborted Sum of 300 s, 1 of 1, at 1, notBreaching
                    Undelivered  | ApproximateNumberOfMessagesVisible Maximum of 300 s, 1 of 1, at 1, ignore
                    WatchFailing | Errors Sum of 300 s, 2 of 2, at 1, notBreaching
                    # Twelve rounds are an hour.
                    WatchSilent  | Watched Maximum of 300 s, 12 of 12, at 1, breaching
                    LeaseHeld    | LeaseHeldSeconds Maximum of 300 s, 1 of 1, at 86400, ignore
                    """)
    void operatorsAreToldWhere(String id, String expected) {
        JsonNode alarm = STACK.properties(ALARM, id + "Alarm");
        assertEquals(
                expected,
                "%s %s of %s s, %s of %s, at %s, %s"
                        .formatted(
                                alarm.path("MetricName").asText(),
                                alarm.path("Statistic").asText(),
                                alarm.path("Period").asText(),
                                alarm.path("DatapointsToAlarm").asText(),
                                alarm.path("EvaluationPeriods").asText(),
                                alarm.path("Threshold").asText(),
                                alarm.path("TreatMissingData").asText()));
        assertEquals(List.of("${Operators}"), Synthesised.texts(alarm.path("AlarmActions")));
        assertEquals(
                "headroom-elasticache-user-sessions-"
                        + id.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT),
                alarm.path("AlarmName").asText());
    }

    @Test
    void alarmsSpeakOfNothingThatAGroupDoesNotHave() {
        for (JsonNode each : STACK.all(ALARM)) {
            String text = each.path("AlarmDescription").asText();
            assertTrue(text.contains(". "), text);
            assertTrue(!text.matches("(?s).*(task|cluster|disk|resize).*"), text);
        }
    }

    @Test
    void promisesTheRhythmOfThisWatch() {
        assertTrue(
                STACK.properties(ALARM, "AbortedAlarm")
                        .path("AlarmDescription")
                        .asText()
                        .contains("within 11 min;"));
        assertTrue(
                Synthesised.ANALYTICS
                        .properties(ALARM, "AbortedAlarm")
                        .path("AlarmDescription")
                        .asText()
                        .contains("within 21 min;"));
    }

    /// Those on shards are queries, which are not among the ten that are free.
    @Test
    void sevenOfNineLookAtASingleMetric() {
        assertEquals(9, STACK.all(ALARM).size());
        assertEquals(7, STACK.all(ALARM).stream().filter(each -> !each.has("Metrics")).count());
    }
}
