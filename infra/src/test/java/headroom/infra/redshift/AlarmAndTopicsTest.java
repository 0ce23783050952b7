package headroom.infra.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Promises: the alarms, the topics, and the way from one to the other.
final class AlarmAndTopicsTest {
    private static final Synthesised STACK = Synthesised.ANALYTICS;
    private static final JsonNode FULL = alarm(STACK, "DiskAlarm");
    private static final JsonNode CRITICAL = alarm(STACK, "CriticalDiskAlarm");
    private static final List<JsonNode> BOTH = List.of(FULL, CRITICAL);

    @Test
    void alarmsHaveTheNamesThatPeopleKnowThemBy() {
        assertEquals("headroom-redshift-analytics-disk", FULL.path("AlarmName").asText());
        assertEquals(
                "headroom-redshift-analytics-disk-critical", CRITICAL.path("AlarmName").asText());
    }

    @Test
    void alarmsWatchTheWholeClusterOnly() {
        for (JsonNode alarm : BOTH) {
            assertEquals("AWS/Redshift", alarm.path("Namespace").asText());
            assertEquals("PercentageDiskSpaceUsed", alarm.path("MetricName").asText());
            assertEquals(
                    "[{\"Name\":\"ClusterIdentifier\",\"Value\":\"analytics\"}]",
                    alarm.path("Dimensions").toString());
        }
    }

    @Test
    void alarmsFireWhenThreePeaksInARowReachTheirLevel() {
        for (JsonNode alarm : BOTH) {
            assertEquals(
                    "GreaterThanOrEqualToThreshold", alarm.path("ComparisonOperator").asText());
            assertEquals("Maximum", alarm.path("Statistic").asText());
            assertEquals(300, alarm.path("Period").asInt());
            assertEquals(3, alarm.path("EvaluationPeriods").asInt());
            assertEquals(3, alarm.path("DatapointsToAlarm").asInt());
        }
    }

    @Test
    void alarmsWaitForAsLongAsTheSettingsSay() {
        for (String id : List.of("DiskAlarm", "CriticalDiskAlarm")) {
            JsonNode alarm = alarm(Synthesised.FINANCE, id);
            assertEquals(300, alarm.path("Period").asInt());
            assertEquals(8, alarm.path("EvaluationPeriods").asInt());
            assertEquals(8, alarm.path("DatapointsToAlarm").asInt());
        }
    }

    @Test
    void alarmsHaveTheLevelsOfTheSettings() {
        assertEquals(75, FULL.path("Threshold").asInt());
        assertEquals(85, CRITICAL.path("Threshold").asInt());
    }

    @Test
    void alarmsFireAtEightyAndNinetyPercentUnlessTold() {
        assertEquals(80, alarm(Synthesised.FINANCE, "DiskAlarm").path("Threshold").asInt());
        assertEquals(90, alarm(Synthesised.FINANCE, "CriticalDiskAlarm").path("Threshold").asInt());
    }

    @Test
    void alarmsStayAsTheyAreWhileDataIsMissing() {
        for (JsonNode alarm : BOTH) {
            assertEquals("ignore", alarm.path("TreatMissingData").asText());
        }
    }

    @Test
    void alarmsSpeakToTheTriggersTopicAndOperatorsHearOfACriticalDisk() {
        assertEquals(List.of("${Requests}"), Synthesised.texts(FULL.path("AlarmActions")));
        assertEquals(
                List.of("${Requests}", "${Operators}"),
                Synthesised.texts(CRITICAL.path("AlarmActions")));
        for (JsonNode alarm : BOTH) {
            assertTrue(alarm.path("OKActions").isMissingNode());
        }
        assertEquals(
                "${Requests}",
                Synthesised.text(
                        STACK.resource("AWS::SNS::Subscription", "StartResizeLiveRequests")
                                .at("/Properties/TopicArn")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Requests", "Operators"})
    void alarmsOfThisAccountMayPublish(String topic) {
        JsonNode alarms = statement(topic + "Policy", "Alarms");
        assertEquals("Allow", alarms.path("Effect").asText());
        assertEquals("sns:Publish", alarms.path("Action").asText());
        assertEquals("${" + topic + "}", Synthesised.text(alarms.path("Resource")));
        assertEquals("cloudwatch.amazonaws.com", alarms.at("/Principal/Service").asText());
        JsonNode condition = alarms.path("Condition");
        assertEquals(
                "${AWS::AccountId}",
                Synthesised.text(condition.at("/StringEquals/aws:SourceAccount")));
        assertEquals(
                "arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*",
                Synthesised.text(condition.at("/ArnLike/aws:SourceArn")));
    }

    @Test
    void topicsRefusePlainHttp() {
        for (String policy : List.of("RequestsPolicy", "OperatorsPolicy")) {
            JsonNode refusal = statement(policy, "AllowPublishThroughSSLOnly");
            assertEquals("Deny", refusal.path("Effect").asText());
            assertEquals("*", refusal.path("Principal").asText());
            assertEquals(
                    "{\"Bool\":{\"aws:SecureTransport\":\"false\"}}",
                    refusal.path("Condition").toString());
        }
    }

    @Test
    void topicsStayUsableForTheirOwner() {
        for (String policy : List.of("RequestsPolicy", "OperatorsPolicy")) {
            JsonNode owner = statement(policy, "Owner");
            assertEquals("Allow", owner.path("Effect").asText());
            assertEquals(
                    "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
                    Synthesised.text(owner.at("/Principal/AWS")));
            assertEquals(
                    List.of(
                            "sns:GetTopicAttributes",
                            "sns:ListSubscriptionsByTopic",
                            "sns:Publish",
                            "sns:SetTopicAttributes",
                            "sns:Subscribe"),
                    Synthesised.texts(owner.path("Action")));
        }
    }

    @Test
    void nobodyElseMayUseTheTopics() {
        assertEquals(3, statements("RequestsPolicy").size());
        assertEquals(3, statements("OperatorsPolicy").size());
    }

    @Test
    void reportsGoToTheOperatorsMailboxIfThereIsOne() {
        List<JsonNode> mail = mailboxes(Synthesised.ANALYTICS);
        assertEquals(1, mail.size());
        assertEquals("ops@example.com", mail.getFirst().path("Endpoint").asText());
        assertEquals("${Operators}", Synthesised.text(mail.getFirst().path("TopicArn")));
        assertEquals(
                "${DeadLetterQueue.Arn}",
                Synthesised.text(mail.getFirst().at("/RedrivePolicy/deadLetterTargetArn")));
        assertEquals(List.of(), mailboxes(Synthesised.FINANCE));
    }

    @Test
    void outputsNameTheTopicAndTheCommandsThatTryIt() {
        String publish =
                "aws sns publish --region ${AWS::Region} --topic-arn ${Requests} --message ";
        assertEquals("${Requests}", output("TopicArn"));
        assertEquals("${StateMachine}", output("StateMachineArn"));
        assertEquals("${Operators}", output("OperatorsTopicArn"));
        assertEquals(publish + "'{\"dryRun\": true}'", output("PlanOnlyCommand"));
        assertEquals(publish + "now", output("ResizeNowCommand"));
        assertEquals("${Lease}", output("LeaseTable"));
        assertEquals("${DeadLetterQueue}", output("DeadLetterQueueUrl"));
    }

    @Test
    void outputsNameWhatTheRunbookSendsPeopleTo() {
        assertEquals("${WatchSchedule}", output("WatchRule"));
        assertEquals(
                Synthesised.text(STACK.only("AWS::CloudWatch::Dashboard").path("DashboardName")),
                output("DashboardName"));
        for (JsonNode group : STACK.all("AWS::Logs::LogGroup")) {
            String name = group.path("LogGroupName").asText();
            assertTrue(
                    name.equals(output("RunLogGroup"))
                            || name.matches(output("FunctionLogGroups") + "\\w+"),
                    name);
        }
    }

    private static JsonNode alarm(Synthesised stack, String id) {
        return stack.properties("AWS::CloudWatch::Alarm", id);
    }

    private static String output(String name) {
        return Synthesised.text(STACK.template().path("Outputs").path(name).path("Value"));
    }

    private static List<JsonNode> mailboxes(Synthesised stack) {
        return stack.all("AWS::SNS::Subscription").stream()
                .filter(each -> each.path("Protocol").asText().equals("email"))
                .toList();
    }

    private static JsonNode statements(String policy) {
        return STACK.properties("AWS::SNS::TopicPolicy", policy).at("/PolicyDocument/Statement");
    }

    private static JsonNode statement(String policy, String sid) {
        for (JsonNode each : statements(policy)) {
            if (each.path("Sid").asText().equals(sid)) {
                return each;
            }
        }
        throw new AssertionError(policy + " has no statement " + sid);
    }
}
