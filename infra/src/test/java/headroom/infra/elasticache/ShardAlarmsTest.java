package headroom.infra.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.elasticache.GroupNames;
import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Promises: the alarms on a group's shards, and whom they speak to.
final class ShardAlarmsTest {
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final Synthesised STACK = Synthesised.SESSIONS;

    @Test
    void alarmsHaveTheNamesThatTheTriggerKnowsThemBy() {
        var names = new GroupNames("user-sessions");
        assertEquals(names.cpuAlarm(), alarm("CpuAlarm").path("AlarmName").asText());
        assertEquals(names.memoryAlarm(), alarm("MemoryAlarm").path("AlarmName").asText());
    }

    /// Memory without the buffers is the only figure of memory that CloudWatch has of a shard.
    @ParameterizedTest
    @CsvSource({
        "CpuAlarm, EngineCPUUtilization",
        "MemoryAlarm, DatabaseMemoryUsageCountedForEvictPercentage"
    })
    void alarmsAskForEachShardOfTheGroupAndForNoOther(String id, String metric) {
        JsonNode metrics = alarm(id).path("Metrics");
        assertEquals(1, metrics.size());
        assertEquals(
                "SELECT MAX(%s) FROM SCHEMA(\"AWS/ElastiCache\", NodeGroupId, ReplicationGroupId) WHERE ReplicationGroupId = 'user-sessions' GROUP BY NodeGroupId ORDER BY MAX() DESC"
                        .formatted(metric),
                metrics.at("/0/Expression").asText());
        assertEquals(60, metrics.at("/0/Period").asInt());
        assertTrue(metrics.at("/0/ReturnData").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CpuAlarm", "MemoryAlarm"})
    void alarmsSpeakToTheTriggersTopicAfterFiveMinutesInARow(String id) {
        JsonNode alarm = alarm(id);
        assertEquals("GreaterThanOrEqualToThreshold", alarm.path("ComparisonOperator").asText());
        assertEquals(5, alarm.path("EvaluationPeriods").asInt());
        assertEquals(5, alarm.path("DatapointsToAlarm").asInt());
        assertEquals("ignore", alarm.path("TreatMissingData").asText());
        assertEquals(List.of("${Requests}"), Synthesised.texts(alarm.path("AlarmActions")));
        assertTrue(alarm.path("OKActions").isMissingNode());
    }

    @Test
    void alarmsHaveTheLevelsOfTheSettings() {
        assertEquals(65, alarm("CpuAlarm").path("Threshold").asInt());
        assertEquals(80, alarm("MemoryAlarm").path("Threshold").asInt());
        assertEquals(70, usual("CpuAlarm").path("Threshold").asInt());
        assertEquals(75, usual("MemoryAlarm").path("Threshold").asInt());
    }

    /// In the others a template that asks for them may not deploy.
    @Test
    void alarmsAreMadeInTheFirstPartitionAlone() {
        for (String id : List.of("CpuAlarm", "MemoryAlarm")) {
            assertEquals("HasQueryAlarms", STACK.resource(ALARM, id).path("Condition").asText());
        }
        assertEquals(
                "[{\"Ref\":\"AWS::Partition\"},\"aws\"]",
                STACK.template().at("/Conditions/HasQueryAlarms/Fn::Equals").toString());
    }

    /// Where they are not made, a reference would fail the whole stack.
    @Test
    void nothingRefersToAnAlarmThatMayNotBeThere() {
        String template = STACK.template().toString();
        STACK.template()
                .path("Resources")
                .properties()
                .forEach(
                        each -> {
                            if (each.getValue().has("Condition")) {
                                assertFalse(
                                        template.contains("[\"" + each.getKey() + "\",\"Arn\"]")
                                                || template.contains(
                                                        "{\"Ref\":\"" + each.getKey() + "\"}"),
                                        each.getKey());
                            }
                        });
    }

    private static JsonNode alarm(String id) {
        return STACK.properties(ALARM, id);
    }

    private static JsonNode usual(String id) {
        return Synthesised.ANALYTICS_CACHE.properties(ALARM, id);
    }
}
