package headroom.infra.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Promises: what the dashboard shows.
final class DashboardTest {
    private static final JsonNode DASHBOARD =
            Synthesised.SESSIONS.only("AWS::CloudWatch::Dashboard");
    private static final JsonNode WIDGETS = body().path("widgets");
    private static final String NODES = "CacheClusterId=user CacheClusterId=sessions";
    private static final String GROUP = "ReplicationGroupId=\"user-sessions\"";

    @Test
    void isNamedAsTheStackIs() {
        assertEquals(
                "headroom-elasticache-user-sessions-${AWS::Region}",
                Synthesised.text(DASHBOARD.path("DashboardName")));
    }

    @Test
    void linksToTheRunsAndTheGroupInTheConsoleOfItsPartition() {
        String text = WIDGETS.at("/0/properties/markdown").asText();
        String host = "https://${AWS::Region}.console.amazonaws.cn/";
        assertTrue(
                text.contains(
                        host
                                + "states/home?region=${AWS::Region}#/statemachines/view/${StateMachine}"),
                text);
        assertTrue(
                text.contains(host + "elasticache/home?region=${AWS::Region}#/redis/user-sessions"),
                text);
    }

    @Test
    void showsTheStateOfEachAlarm() {
        assertEquals(
                Synthesised.SESSIONS.all("AWS::CloudWatch::Alarm").size(),
                WIDGETS.at("/1/properties/alarms").size());
        assertTrue(
                WIDGETS.at("/1/properties/alarms/0")
                        .asText()
                        .endsWith(":alarm:headroom-elasticache-user-sessions-cpu"));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 'NodeGroupId,ReplicationGroupId', EngineCPUUtilization, GROUP, Maximum, 65",
        "3, 'NodeGroupId,ReplicationGroupId', DatabaseMemoryUsageCountedForEvictPercentage, GROUP,"
                + " Maximum, 80",
        "4, 'ReplicationGroupId,Role', EngineCPUUtilization, GROUP, Average, 65",
        "5, 'CacheClusterId,CacheNodeId', EngineCPUUtilization, NODES, Average, 65",
        "6, 'CacheClusterId,CacheNodeId', CurrConnections, NODES, Average,",
        "7, 'CacheClusterId,CacheNodeId', NewConnections, NODES, Sum,",
        "8, 'CacheClusterId,CacheNodeId', GetTypeCmds, NODES, Sum,",
        "9, 'CacheClusterId,CacheNodeId', SetTypeCmds, NODES, Sum,"
    })
    void searchesForWhatIsThereAtTheMoment(
            int widget, String dimensions, String metric, String which, String stat, String level) {
        JsonNode properties = WIDGETS.path(widget).path("properties");
        assertEquals(
                "SORT(SEARCH('{AWS/ElastiCache,%s} MetricName=\"%s\" %s', '%s', 60), MAX, DESC, 20)"
                        .formatted(dimensions, metric, which.equals("GROUP") ? GROUP : NODES, stat),
                properties.at("/metrics/0/0/expression").asText());
        assertEquals(
                level == null ? "" : level,
                properties.at("/annotations/horizontal/0/value").asText());
    }

    @Test
    void showsWhatWasDoneAndHowLongItTook() {
        List<String> runs = metrics(WIDGETS.path(10));
        List<String> endings = List.of("improved", "not improved", "unchanged", "told", "failed");
        assertEquals(endings.size(), runs.size());
        for (int i = 0; i < endings.size(); i++) {
            String expected =
                    "[\"Headroom\",\"Runs\",\"Outcome\",\"%s\",\"Resource\",\"elasticache/user-sessions\",{"
                            .formatted(endings.get(i));
            assertTrue(runs.get(i).startsWith(expected), runs.get(i));
        }
        assertTrue(
                metrics(WIDGETS.path(11))
                        .getFirst()
                        .startsWith(
                                "[\"Headroom\",\"LeaseHeldSeconds\",\"Resource\",\"elasticache/user-sessions\""));
    }

    @Test
    void showsNothingElse() {
        assertEquals(12, WIDGETS.size());
    }

    private static List<String> metrics(JsonNode widget) {
        return widget.at("/properties/metrics").valueStream().map(JsonNode::toString).toList();
    }

    private static JsonNode body() {
        String body = Synthesised.text(DASHBOARD.path("DashboardBody"));
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(body, noJson);
        }
    }
}
