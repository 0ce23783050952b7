package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.benchmarks.coldstart.RuntimeApi.Outcome;
import headroom.redshift.trigger.StartResize;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.util.List;
import java.util.Map;

/// What Lambda's own reading of an event leaves of what SNS sends. A message that got lost on the
/// way would look like an empty one, which a person may publish to have the cluster resized at
/// once: an alarm that ends would then resize it.
final class DeployedTriggerTest {
    private static final String ALARM =
            """
            {"AlarmName":"alarm","NewStateValue":"%s","StateChangeTime":"2026-11-22T04:05:06.789+0000",
             "AlarmArn":"arn:aws:cloudwatch:eu-west-1:1:alarm:alarm","Region":"EU (Ireland)",
             "Trigger":{"MetricName":"PercentageDiskSpaceUsed","Namespace":"AWS/Redshift","Unit":null,
              "Dimensions":[{"value":"sales","name":"ClusterIdentifier"}],"Threshold":80.0}}
            """;

    @Test
    void isTheMessageThatWasPublished() {
        try (Unpacked task = Unpacked.of(Functions.JAR);
                AwsStub aws = new AwsStub();
                Deployed function =
                        new Deployed(
                                Functions.RUNTIME,
                                task.folder(),
                                StartResize.class.getName(),
                                aws,
                                Deployed.Settings.lambdas(Functions.environment()))) {
            aws.answer(
                    Map.of("StartExecution", "{\"executionArn\":\"arn:e\",\"startDate\":1.7E9}"));

            deliver(function, ALARM.formatted("OK"));
            assertEquals(List.of(), aws.signed());

            deliver(function, ALARM.formatted("ALARM"));
            deliver(function, "{\"dryRun\": true}");
            List<String> started = aws.signed("StartExecution");
            assertEquals(2, started.size());
            assertStarted("alarm-20261122T040506Z-", "\"dryRun\":false", started.getFirst());
            assertStarted("manual-", "\"dryRun\":true", started.getLast());
        }
    }

    private static void assertStarted(String name, String input, String body) {
        JsonNode asked = JsonNode.parser().parse(body);
        assertTrue(asked.field("name").orElseThrow().text().startsWith(name), body);
        assertTrue(asked.field("input").orElseThrow().text().contains(input), body);
    }

    private static void deliver(Deployed function, String message) {
        Outcome outcome = function.invoke(event(message));
        assertInstanceOf(Outcome.Answer.class, outcome, () -> outcome + function.output());
    }

    /// With all fields that SNS sends.
    private static String event(String message) {
        return """
        {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","EventSubscriptionArn":"arn:s",
         "Sns":{"Type":"Notification","MessageId":"95df01b4-ee98-5cb9-9903-4c221d41eb5e","TopicArn":"arn:t",
          "Subject":null,"Message":%s,"Timestamp":"2026-11-22T04:05:07.123Z","SignatureVersion":"1",
          "Signature":"s","SigningCertUrl":"c","UnsubscribeUrl":"u","MessageAttributes":{}}}]}
        """
                .formatted(quoted(message));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
