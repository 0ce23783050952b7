package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Promises: operators are told when Headroom itself is broken.
final class RunAlarmsTest {
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final Synthesised STACK = Synthesised.ANALYTICS;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Failed       | AWS/States ExecutionsFailed MACHINE Sum of 300 s >= 1, 1 of 1, notBreaching
                    TimedOut     | AWS/States ExecutionsTimedOut MACHINE Sum of 300 s >= 1, 1 of 1, notBreaching
                    Aborted      | AWS/States ExecutionsAborted MACHINE Sum of 300 s >= 1, 1 of 1, notBreaching
                    Undelivered  | AWS/SQS ApproximateNumberOfMessagesVisible QUEUE Maximum of 300 s >= 1, 1 of 1, \
                    ignore
                    WatchFailing | AWS/Lambda Errors WATCH Sum of 900 s >= 1, 2 of 2, notBreaching
                    WatchSilent  | Headroom Watched OURS Maximum of 900 s < 1, 4 of 4, breaching
                    # The source keeps its log for 24 hours; 80 % of that.
                    LeaseHeld    | Headroom LeaseHeldSeconds OURS Maximum of 900 s >= 69120, 1 of 1, ignore
                    """)
    void operatorsAreToldWhere(String id, String expected) {
        JsonNode alarm = STACK.properties(ALARM, id + "Alarm");
        String sign =
                switch (alarm.path("ComparisonOperator").asText()) {
                    case "GreaterThanOrEqualToThreshold" -> ">=";
                    case "LessThanThreshold" -> "<";
                    default -> "?";
                };
        assertEquals(
                expected.replace("MACHINE", "[StateMachineArn=${StateMachine}]")
                        .replace("QUEUE", "[QueueName=${DeadLetterQueue.QueueName}]")
                        .replace("WATCH", "[FunctionName=${Watch}]")
                        .replace("OURS", "[Resource=redshift/analytics]"),
                "%s %s %s %s of %s s %s %s, %s of %s, %s"
                        .formatted(
                                alarm.path("Namespace").asText(),
                                alarm.path("MetricName").asText(),
                                dimensions(alarm),
                                alarm.path("Statistic").asText(),
                                alarm.path("Period").asText(),
                                sign,
                                alarm.path("Threshold").asText(),
                                alarm.path("DatapointsToAlarm").asText(),
                                alarm.path("EvaluationPeriods").asText(),
                                alarm.path("TreatMissingData").asText()));
        assertEquals(List.of("${Operators}"), Synthesised.texts(alarm.path("AlarmActions")));
        assertTrue(alarm.path("OKActions").isMissingNode());
    }

    @Test
    void stackKeepsWithinTheTenAlarmsThatAreFree() {
        assertEquals(9, STACK.all(ALARM).size());
        STACK.all(ALARM).forEach(each -> assertTrue(each.path("Metrics").isMissingNode()));
    }

    @Test
    void alarmsSayWhatToDoAndHaveASectionInTheRunbook() throws IOException {
        Set<String> sections =
                Files.readAllLines(Path.of("..", "docs", "runbook.md")).stream()
                        .filter(line -> line.startsWith("## Alarm "))
                        .map(line -> line.substring("## Alarm ".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> alarms =
                Stream.of(STACK, Synthesised.SALES)
                        .flatMap(each -> each.all(ALARM).stream())
                        .map(each -> each.path("AlarmName").asText())
                        .map(each -> each.replaceFirst("analytics|sales", "CLUSTER"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(alarms, sections);
        STACK.all(ALARM)
                .forEach(
                        each ->
                                assertTrue(
                                        each.path("AlarmDescription").asText().contains(". "),
                                        each::toString));
    }

    private static List<String> dimensions(JsonNode alarm) {
        return alarm.path("Dimensions")
                .valueStream()
                .map(
                        each ->
                                each.path("Name").asText()
                                        + "="
                                        + Synthesised.text(each.path("Value")))
                .toList();
    }
}
