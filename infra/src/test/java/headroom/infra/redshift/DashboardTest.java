package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Promises: what the dashboard shows.
final class DashboardTest {
    private static final JsonNode DASHBOARD =
            Synthesised.ANALYTICS.only("AWS::CloudWatch::Dashboard");
    private static final JsonNode BODY = body(DASHBOARD);
    private static final JsonNode WIDGETS = BODY.path("widgets");

    @Test
    void isNamedAsTheStackIs() {
        assertEquals(
                "headroom-redshift-analytics-${AWS::Region}",
                Synthesised.text(DASHBOARD.path("DashboardName")));
    }

    @Test
    void linksToTheRunsAndTheClusterInTheConsoleOfItsPartition() {
        String text = WIDGETS.at("/0/properties/markdown").asText();
        String host = "https://${AWS::Region}.console.amazonaws.cn/";
        assertTrue(
                text.contains(
                        host
                                + "states/home?region=${AWS::Region}#/statemachines/view/${StateMachine}"),
                text);
        assertTrue(
                text.contains(
                        host
                                + "redshiftv2/home?region=${AWS::Region}#/cluster-details?cluster=analytics"),
                text);
        assertTrue(text.contains("docs/runbook.md"), text);
    }

    @Test
    void knowsTheConsolesOfThreePartitions() {
        JsonNode conditions = Synthesised.ANALYTICS.template().path("Conditions");
        assertEquals(
                "[{\"Ref\":\"AWS::Partition\"},\"aws-cn\"]",
                conditions.at("/InChina/Fn::Equals").toString());
        assertEquals(
                "[{\"Ref\":\"AWS::Partition\"},\"aws-us-gov\"]",
                conditions.at("/InGovCloud/Fn::Equals").toString());
        String body = DASHBOARD.toString();
        assertTrue(
                body.contains(
                        "{\"Fn::If\":[\"InChina\",\"console.amazonaws.cn\",{\"Fn::If\":[\"InGovCloud\","
                            + "\"console.amazonaws-us-gov.com\",\"console.aws.amazon.com\"]}]}"),
                body);
    }

    @Test
    void showsTheStateOfEachAlarm() {
        assertEquals(
                Synthesised.ANALYTICS.all("AWS::CloudWatch::Alarm").size(),
                WIDGETS.at("/1/properties/alarms").size());
    }

    @Test
    void showsTheDiskWithTheLevelsOfTheSettings() {
        JsonNode disk = WIDGETS.path(2);
        assertEquals(
                List.of(
                        "[\"AWS/Redshift\",\"PercentageDiskSpaceUsed\",\"ClusterIdentifier\",\"analytics\",{\"stat\":\"Maximum\"}]"),
                metrics(disk));
        assertEquals(
                "[{\"value\":75,\"label\":\"alarm\",\"yAxis\":\"left\"},{\"value\":85,\"label\":\"critical\",\"yAxis\":\"left\"}]",
                disk.at("/properties/annotations/horizontal").toString());
    }

    @Test
    void opensOnFourWeeks() {
        assertEquals("-P28D", BODY.path("start").asText());
        assertEquals("auto", BODY.path("periodOverride").asText());
    }

    @Test
    void showsTheRunsByHowTheyEndedAsATableWithSums() {
        JsonNode table = WIDGETS.path(3).path("properties");
        assertEquals("table", table.path("view").asText());
        assertEquals("[\"SUM\"]", table.at("/table/summaryColumns").toString());
        List<String> runs = metrics(WIDGETS.path(3));
        List<String> endings = List.of("resized", "recovered", "unchanged", "refused", "failed");
        assertEquals(endings.size(), runs.size());
        for (int i = 0; i < endings.size(); i++) {
            String expected =
                    "[\"Headroom\",\"Runs\",\"Outcome\",\"%s\",\"Resource\",\"redshift/analytics\",{"
                            .formatted(endings.get(i));
            assertTrue(runs.get(i).startsWith(expected), runs.get(i));
            assertTrue(runs.get(i).contains("\"stat\":\"Sum\""), runs.get(i));
            assertTrue(runs.get(i).contains("\"period\":86400"), runs.get(i));
        }
    }

    @Test
    void showsTheTenTasksThatAreFurthestBehind() {
        for (int i = 0; i < 2; i++) {
            String end = List.of("Source", "Target").get(i);
            JsonNode latency = WIDGETS.path(4 + i).at("/properties/metrics/0/0");
            assertEquals(
                    "SORT(SEARCH('{AWS/DMS,ReplicationInstanceIdentifier,ReplicationTaskIdentifier}"
                            + " MetricName=\"CDCLatency"
                            + end
                            + "\"', 'Maximum', 300), MAX, DESC, 10)",
                    latency.path("expression").asText());
            assertTrue(latency.path("label").isMissingNode());
        }
    }

    @Test
    void showsPausesAndWarnings() {
        List<String> shown = new ArrayList<>(metrics(WIDGETS.path(6)));
        shown.addAll(metrics(WIDGETS.path(7)));
        List<String> names =
                List.of("PauseSeconds", "LeaseHeldSeconds", "OpenWarnings", "TasksNotRunning");
        assertEquals(names.size(), shown.size());
        for (int i = 0; i < names.size(); i++) {
            assertTrue(
                    shown.get(i)
                            .startsWith(
                                    "[\"Headroom\",\"%s\",\"Resource\",\"redshift/analytics\""
                                            .formatted(names.get(i))),
                    shown.get(i));
            assertTrue(shown.get(i).contains("\"stat\":\"Maximum\""), shown.get(i));
            assertEquals(i % 2 == 1, shown.get(i).contains("\"yAxis\":\"right\""), shown.get(i));
        }
    }

    @Test
    void showsTheCopyOfADrillBesideWhatItMayUse() {
        JsonNode copy = body(Synthesised.SALES.only("AWS::CloudWatch::Dashboard")).at("/widgets/8");
        assertTrue(metrics(copy).getFirst().contains("CopyNodeMinutes"), copy.toString());
        assertEquals(1440, copy.at("/properties/annotations/horizontal/0/value").asInt());
    }

    @Test
    void showsNothingElse() {
        assertEquals(8, WIDGETS.size());
        for (JsonNode each : WIDGETS) {
            if (each.path("type").asText().equals("metric")) {
                assertEquals("${AWS::Region}", each.at("/properties/region").asText());
            }
        }
    }

    private static List<String> metrics(JsonNode widget) {
        return widget.at("/properties/metrics").valueStream().map(JsonNode::toString).toList();
    }

    private static JsonNode body(JsonNode dashboard) {
        String body = Synthesised.text(dashboard.path("DashboardBody"));
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(body, noJson);
        }
    }
}
