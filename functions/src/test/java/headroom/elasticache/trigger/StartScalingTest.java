package headroom.elasticache.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import headroom.elasticache.Given;
import headroom.trigger.Deliveries;
import headroom.trigger.Publication;
import headroom.trigger.Trigger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;

import java.util.List;
import java.util.Map;

final class StartScalingTest extends Deliveries {
    private static final String CHANGED_AT = "2026-11-22T04:05:06.789+0000";

    @Override
    protected Trigger trigger() {
        return new StartScaling(stepFunctions, () -> dynamoDb, Given.SETTINGS, Given.STACK);
    }

    /// In the form in which CloudWatch notifies a topic of the alarm itself.
    private static String alarm(String state, String changedAt) {
        return """
        {"AlarmName":"headroom-elasticache-sessions-cpu","AWSAccountId":"111122223333",
         "AlarmArn":"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:headroom-elasticache-sessions-cpu",
         "NewStateValue":"%s","StateChangeTime":"%s","OldStateValue":"OK",
         "Trigger":{"Period":60,"EvaluationPeriods":5,"Threshold":70.0,
          "Metrics":[{"Id":"q","Expression":"SELECT MAX(EngineCPUUtilization)","ReturnData":true}]}}
        """
                .formatted(state, changedAt);
    }

    /// In the form in which EventBridge carries what one of its shards does.
    private static String contributor(String shard, String changedAt) {
        return """
        {"detail-type":"CloudWatch Alarm Contributor State Change","source":"aws.cloudwatch",
         "resources":["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:headroom-elasticache-sessions-cpu"],
         "detail":{"alarmName":"headroom-elasticache-sessions-cpu",
          "state":{"value":"ALARM","timestamp":"%s"},
          "alarmContributor":{"id":"1f","attributes":{"NodeGroupId":"%s"}}}}
        """
                .formatted(changedAt, shard);
    }

    @Test
    void startsAnExecutionForAnAlarmOfOurs() {
        deliver(alarm("ALARM", CHANGED_AT));

        String origin =
                "alarm headroom-elasticache-sessions-cpu went to ALARM at 2026-11-22 04:05Z";
        String name = started.getFirst().name();
        assertTrue(name.matches("alarm-20261122T040506Z-[0-9a-f]{24}"), name);
        assertEquals(
                List.of(
                        start(
                                name,
                                "{\"cause\":\"alarm\",\"dryRun\":false,\"critical\":false,\"origin\":\"%s\",\"wish\":null,\"notUnderstood\":null}"
                                        .formatted(origin))),
                started);
        assertEquals(List.of("Started %s for %s.\n".formatted(name, origin)), log);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "scale                             | false | null",
                "{\"dryRun\": true}                | true  | null",
                "{\"replicas\": {\"0002\": 2}}     | false |"
                        + " {\"is\":\"replicas\",\"shard\":\"0002\",\"to\":2}",
                "{\"shards\": 6}                   | false | {\"is\":\"shards\",\"to\":6}",
                "{\"shards\": 6, \"dryRun\": true} | true  | {\"is\":\"shards\",\"to\":6}",
                "{\"rebalance\": true}             | false | {\"is\":\"rebalance\"}",
                "{\"nodeType\": \"cache.r7g.xlarge\"} | false |"
                        + " {\"is\":\"nodeType\",\"to\":\"cache.r7g.xlarge\"}"
            })
    void passesOnWhatAPersonWishesFor(String message, boolean dryRun, String wish) {
        deliver(message);

        assertEquals(
                List.of(
                        start(
                                "manual-78b927f33a977d5031a5cb22",
                                "{\"cause\":\"manual\",\"dryRun\":%s,\"critical\":false,\"origin\":\"message %s, published by hand\",\"wish\":%s,\"notUnderstood\":null}"
                                        .formatted(dryRun, MESSAGE_ID, wish))),
                started);
    }

    @Test
    void passesOnTheStepAndWhatWasNotUnderstood() {
        deliver("{\"shards\": 6, \"why\": \"month end\"}");

        String input = started.getFirst().input();
        assertTrue(input.contains("\"dryRun\":true"), input);
        assertTrue(input.contains("\"to\":6"), input);
        assertTrue(input.contains("the field \\\"why\\\" is not known. Known are"), input);
    }

    /// What is delivered twice has the name and the input that it had, so that Step Functions
    /// refuses it; another change of the alarm has others.
    @Test
    void givesARedeliveryTheSameNameAndTheSameInput() {
        deliver(alarm("ALARM", CHANGED_AT));
        deliver(new Publication(alarm("ALARM", CHANGED_AT), "another-message-id"));
        deliver("{\"shards\": 6}");
        deliver("{\"shards\": 6}");
        deliver(alarm("ALARM", "2026-11-22T05:05:06.789+0000"));
        deliver(new Publication("{\"shards\": 6}", "another-message-id"));

        assertEquals(started.get(0), started.get(1));
        assertEquals(started.get(2), started.get(3));
        assertEquals(4, started.stream().map(StartExecutionRequest::name).distinct().count());
    }

    /// The lease lets one of them act. Where CloudWatch gives both one moment, so does Step
    /// Functions.
    @Test
    void takesTheAlarmAndItsShardsForOneChangeOnlyInOneMoment() {
        deliver(alarm("ALARM", CHANGED_AT));
        deliver(contributor("0001", CHANGED_AT));
        deliver(contributor("0002", "2026-11-22T04:05:06.790+0000"));

        assertEquals(started.get(0), started.get(1));
        assertNotEquals(started.get(0).name(), started.get(2).name());
    }

    @Test
    void leavesANoteOfWhatElastiCacheWrites() {
        deliver("{\"ElastiCache:CacheNodeReplaceComplete\":\"sessions-0001-001\"}");

        assertEquals(
                List.of(
                        UpdateItemRequest.builder()
                                .tableName("leases")
                                .key(
                                        Map.of(
                                                "resource",
                                                AttributeValue.fromS("elasticache/sessions")))
                                .updateExpression("SET #foreign = :foreign")
                                .expressionAttributeNames(Map.of("#foreign", "foreign"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":foreign",
                                                AttributeValue.fromS(
                                                        "an event of ElastiCache:"
                                                            + " {\"ElastiCache:CacheNodeReplaceComplete\":\"sessions-0001-001\"}")))
                                .build()),
                notes);
        assertEquals(List.of(), started);
    }

    @Test
    void goesOnWhereANoteCannotBeWritten() {
        doThrow(DynamoDbException.builder().message("no such table").build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));

        deliver(new Publication("stop", "id-1"), new Publication("now", "id-2"));

        assertEquals(1, started.size());
        assertEquals(
                "Operators will not hear of it, as it could not be noted: no such table\n",
                log.get(1));
    }

    @Test
    void ignoresAnAlarmThatEnds() {
        deliver(alarm("OK", CHANGED_AT));

        assertEquals(List.of(), started);
        assertEquals(List.of("Ignored: headroom-elasticache-sessions-cpu went to OK.\n"), log);
    }

    @Test
    void takesAnExecutionThatExistsForSuccess() {
        doThrow(ExecutionAlreadyExistsException.builder().message("exists").build())
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));

        deliver("scale");

        assertEquals(
                List.of(
                        "Already started manual-78b927f33a977d5031a5cb22: this message came"
                                + " before.\n"),
                log);
    }

    @Test
    void leavesAnyOtherProblemToLambda() {
        var full = ExecutionLimitExceededException.builder().message("full").build();
        doThrow(full).when(stepFunctions).startExecution(any(StartExecutionRequest.class));

        assertSame(
                full, assertThrows(ExecutionLimitExceededException.class, () -> deliver("scale")));
    }

    private static StartExecutionRequest start(String name, String input) {
        return StartExecutionRequest.builder()
                .stateMachineArn(Given.MACHINE)
                .name(name)
                .input(input)
                .build();
    }
}
