package headroom.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import headroom.DmsStub;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SnsException;

import java.util.HashMap;
import java.util.Map;

/// What the watch does about tasks that were resumed lately.
final class WatchObservesTest extends Watching {
    private static final String LATER = "2026-11-22T05:30:00.000Z";
    private static final String OVER = "2026-11-22T04:30:00.000Z";

    @BeforeEach
    void alarmIsSilent() {
        alarm("OK");
    }

    private static String task(String name, String until, String more) {
        return "{\"arn\":\"%s\",\"name\":\"%s\",\"until\":\"%s\"%s}"
                .formatted(DmsStub.arn(name), name, until, more);
    }

    private void observed(String... tasks) {
        lease(Map.of("observed", "[" + String.join(",", tasks) + "]"));
    }

    @Test
    void leavesAloneWhatRunsOrWasStoppedByHand() {
        dms.task("a", "running").task("b", it -> it.status("stopped").stopReason("NORMAL"));
        observed(task("a", LATER, ""), task("b", LATER, ""));

        assertEquals("The alarm is OK.", watch());

        verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
        verify(sns, never()).publish(any(PublishRequest.class));
    }

    @Test
    void putsBackOnTheRecordWhatBrokeDownAndStartsARecovery() {
        dms.task("a", "running")
                .task("b", it -> it.status("failed").lastFailureMessage("Log is gone."));
        observed(task("a", LATER, ""), task("b", OVER, ""), task("deleted", LATER, ""));

        String sentence = "broken down after the resume: b is failed: Log is gone.";
        assertEquals(sentence, watch());

        UpdateItemRequest update = update();
        assertEquals(
                "SET paused = :paused, pausedSince = :now, observed = :stay",
                update.updateExpression());
        assertEquals(
                "attribute_not_exists(#owner) AND observed = :before AND"
                        + " (attribute_not_exists(paused) OR paused = :none)",
                update.conditionExpression());
        Map<String, String> values = new HashMap<>();
        update.expressionAttributeValues().forEach((name, value) -> values.put(name, value.s()));
        assertEquals(
                "[{\"arn\":\"%s\",\"name\":\"b\",\"relapses\":1}]".formatted(DmsStub.arn("b")),
                values.get(":paused"));
        assertEquals(
                "[{\"arn\":\"%s\",\"name\":\"a\",\"until\":\"2026-11-22T05:30:00Z\",\"relapses\":null}]"
                        .formatted(DmsStub.arn("a")),
                values.get(":stay"));
        verify(stepFunctions)
                .startExecution(
                        start(
                                "recover-20261122T042958Z",
                                "{\"cause\":\"recover\",\"origin\":\"the watch: "
                                        + sentence
                                        + "\",\"deadOwner\":\"nobody\"}"));
    }

    @Test
    void startsARecoveryRatherThanARunOfTheAlarm() {
        alarm("ALARM");
        dms.task("a", "failed");
        observed(task("a", LATER, ""));

        assertEquals("broken down after the resume: a is failed", watch());
    }

    @Test
    void givesUpOnWhatBreaksDownAfterEachStart() {
        dms.task("a", "failed");
        observed(task("a", LATER, ",\"relapses\":3"));

        assertEquals("The alarm is OK.", watch());

        PublishRequest told = told();
        assertEquals("Headroom CRITICAL: DMS tasks NOT running, sales", told.subject());
        assertEquals(
                """
                WHAT HAPPENED
                These DMS tasks have broken down 4 times after they were started: a is failed.

                WHAT COMES NEXT
                Headroom does not start them again.

                WHAT TO DO NOW
                See each task's log in CloudWatch Logs, mend what it tells of, and start it:
                  aws dms start-replication-task --region eu-west-1 --start-replication-task-type resume-processing --replication-task-arn %s
                """
                        .formatted(DmsStub.arn("a")),
                told.message());
        assertEquals("REMOVE observed", update().updateExpression());
    }

    @Test
    void tellsAtTheEndOfWhatIsWeak() {
        dms.task(
                        "a",
                        it ->
                                it.status("running")
                                        .replicationTaskStats(stats -> stats.tablesErrored(2)))
                .task("b", "resting")
                .task("c", "running");
        observed(task("a", OVER, ""), task("b", OVER, ""), task("c", OVER, ""));

        watch();

        assertEquals("Headroom WARNING: resumed DMS tasks need a look, sales", told().subject());
        assertEquals(
                "Two hours after they were resumed, DMS tasks run, and not as they should: a has"
                        + " tables in error: 2, b is resting, and nobody knows what that means.",
                told().message().lines().toList().get(1));
        assertEquals("REMOVE observed", update().updateExpression());
    }

    @Test
    void tellsInTheNextRoundOfWhatCouldNotBeTold() {
        doThrow(SnsException.builder().message("down").build())
                .when(sns)
                .publish(any(PublishRequest.class));
        dms.task("a", "failed").task("b", "running");
        observed(task("a", LATER, ",\"relapses\":3"), task("b", LATER, ""));

        assertThrows(SnsException.class, this::watch);

        verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
    }

    @Test
    void startsARunThoughTheTasksCannotBeSeen() {
        alarm("ALARM");
        lease(Map.of("observed", "[{\"arn\": 1}]"));

        var problem = assertThrows(IllegalArgumentException.class, this::watch);

        assertEquals(
                "The input is not what this step expects: Tasks.tasks[0].arn is 1; expected a"
                        + " string.",
                problem.getMessage());
        verify(stepFunctions).startExecution(any(StartExecutionRequest.class));
    }

    @Test
    void bringsBackWhatStandsOnARecordWithoutAnOwner() {
        alarm("ALARM");
        lease(Map.of("paused", "[{\"arn\":\"arn:a\",\"name\":\"a\"}]", "observed", "[]"));

        String sentence = "tasks stand on the record of a pause, and nobody holds the lease";
        assertEquals(sentence, watch());
        verify(stepFunctions)
                .startExecution(
                        start(
                                "recover-20261122T042958Z",
                                "{\"cause\":\"recover\",\"origin\":\"the watch: "
                                        + sentence
                                        + "\",\"deadOwner\":\"nobody\"}"));
    }

    @Test
    void hasNothingToBringBackFromAnEmptyRecord() {
        lease(Map.of("paused", "[]"));

        assertEquals("The alarm is OK.", watch());
    }

    private UpdateItemRequest update() {
        var captor = ArgumentCaptor.forClass(UpdateItemRequest.class);
        verify(dynamoDb).updateItem(captor.capture());
        return captor.getValue();
    }

    private PublishRequest told() {
        var captor = ArgumentCaptor.forClass(PublishRequest.class);
        verify(sns).publish(captor.capture());
        return captor.getValue();
    }
}
