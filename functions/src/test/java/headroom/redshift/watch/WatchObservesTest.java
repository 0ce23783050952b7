package headroom.redshift.watch;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import headroom.simulated.redshift.ProvisionedTask;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SnsException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the watch does about tasks that were resumed lately.
final class WatchObservesTest extends Watching {
    private static final String LATER = "observed 2026-11-22T05:30:00.000Z";
    private static final String OVER = "observed 2026-11-22T04:30:00.000Z";

    private static final String TOLD = told("2026-11-22T04:30:00Z", "2026-11-22T04:30:00Z");

    @BeforeEach
    void alarmIsSilent() {
        alarm("OK");
    }

    private static String told(String since, String at) {
        return "{\"about\":\"broken down\",\"since\":\"%s\",\"at\":\"%s\"}"
                .formatted(since, at)
                .replace("00Z", "00.000Z");
    }

    private static String task(String name) {
        return task(name, "");
    }

    private static String task(String name, String more) {
        return "{\"arn\":\"%s\",\"name\":\"%s\"%s}"
                .formatted(ProvisionedTask.arnOf(name), name, more);
    }

    private static String list(String... tasks) {
        return "[" + String.join(",", tasks) + "]";
    }

    private static Map<String, String> values(UpdateItemRequest update) {
        Map<String, String> values = new HashMap<>();
        update.expressionAttributeValues().forEach((name, value) -> values.put(name, value.s()));
        return values;
    }

    private void observed(String attribute, String... tasks) {
        lease(Map.of(attribute, list(tasks)));
    }

    @Test
    void leavesAloneWhatRunsOrWasStoppedByHand() {
        aws.task("a", "running").task("b", it -> it.status("stopped").stopReason("NORMAL"));
        observed(LATER, task("a"), task("b"));

        assertEquals("The alarm is OK.", watch());

        verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
        verify(sns, never()).publish(any(PublishRequest.class));
    }

    @Test
    void putsBackOnTheRecordWhatBrokeDownAndStartsARecovery() {
        aws.task("a", "running")
                .task("b", it -> it.status("failed").lastFailureMessage("Log is gone."));
        lease(
                Map.of(
                        LATER, list(task("a"), task("deleted")),
                        OVER, list(task("b"), task("a"))));

        String sentence = "broken down after the resume: b is failed: Log is gone.";
        assertEquals(sentence, watch());

        UpdateItemRequest update = update();
        assertEquals(
                "SET paused = :paused, pausedSince = :now, #o2 = :rest2 REMOVE #o1",
                update.updateExpression());
        assertEquals(
                "attribute_not_exists(#owner) AND (attribute_not_exists(paused) OR paused = :none)"
                        + " AND #o1 = :before1 AND #o2 = :before2",
                update.conditionExpression());
        assertEquals(
                Map.of("#owner", "owner", "#o1", OVER, "#o2", LATER),
                update.expressionAttributeNames());
        Map<String, String> values = values(update);
        assertEquals(
                "[{\"arn\":\"%s\",\"name\":\"b\",\"relapses\":1,\"told\":null}]"
                        .formatted(ProvisionedTask.arnOf("b")),
                values.get(":paused"));
        assertEquals(list(task("a", ",\"relapses\":null,\"told\":null")), values.get(":rest2"));
        verifyRecovery(sentence, "nobody");
    }

    @Test
    void startsARecoveryRatherThanARunOfTheAlarm() {
        alarm("ALARM");
        aws.task("a", "failed");
        observed(LATER, task("a"));

        assertEquals("broken down after the resume: a is failed", watch());
    }

    @Test
    void givesUpOnWhatBreaksDownAfterEachStart() {
        aws.task("a", "failed");
        observed(LATER, task("a", ",\"relapses\":3"));

        assertEquals("The alarm is OK.", watch());

        PublishRequest told = published();
        assertEquals(
                "Headroom CRITICAL (disk 50 %): DMS tasks NOT running, given up, sales",
                told.subject());
        assertEquals(
                """
                WHAT HAPPENED
                These DMS tasks have broken down 4 times after they were started.

                WHAT WAS CHANGED
                Headroom started them again each time, and will not do so again. It tells of them again after an hour, after four, and then once a day, \
                until they run or are deleted.

                REPLICATION
                NOT running: 1 task.

                WHAT TO DO NOW
                Read each task's log in CloudWatch Logs, remove the cause, and start the task (never with reload-target, which empties its tables):
                  a is failed:
                    aws dms start-replication-task --region eu-west-1 --start-replication-task-type resume-processing --replication-task-arn %s

                WHERE TO LOOK
                """
                        .formatted(ProvisionedTask.arnOf("a")),
                told.message().substring(0, told.message().indexOf("Cluster: ")));
        assertEquals("SET #o1 = :rest1", update().updateExpression());
        assertEquals(
                list(task("a", ",\"relapses\":3,\"told\":" + TOLD)),
                values(update()).get(":rest1"));
    }

    /// An hour after it was first told, after four, and then each day.
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T03:31:00Z, 2026-11-22T03:31:00Z, false",
        "2026-11-22T03:30:00Z, 2026-11-22T03:30:00Z, true",
        "2026-11-22T00:31:00Z, 2026-11-22T01:31:00Z, false",
        "2026-11-22T00:30:00Z, 2026-11-22T01:30:00Z, true",
        "2026-11-20T04:30:00Z, 2026-11-21T04:31:00Z, false",
        "2026-11-20T04:30:00Z, 2026-11-21T04:30:00Z, true"
    })
    void tellsAgainOfWhatItHasGivenUp(String since, String at, boolean again) {
        aws.task("a", "failed");
        observed(OVER, task("a", ",\"relapses\":3,\"told\":" + told(since, at)));

        watch();

        verify(sns, times(again ? 1 : 0)).publish(any(PublishRequest.class));
        if (again) {
            assertEquals(
                    list(
                            task(
                                    "a",
                                    ",\"relapses\":3,\"told\":"
                                            + told(since, "2026-11-22T04:30:00Z"))),
                    values(update()).get(":rest1"));
        } else {
            verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "stopped", "gone"})
    void forgetsWhatItHasGivenUpOnceThatRunsOrAPersonHasSeenToIt(String status) {
        aws.task(status.equals("gone") ? "other" : "a", status);
        observed(OVER, task("a", ",\"relapses\":3,\"told\":" + TOLD));

        watch();

        verify(sns, never()).publish(any(PublishRequest.class));
        assertEquals("REMOVE #o1", update().updateExpression());
    }

    @Test
    void keepsAnEyeOnWhatAPersonStartsAgain() {
        aws.task("a", "starting");
        observed(OVER, task("a", ",\"relapses\":3,\"told\":" + TOLD));

        watch();

        verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
    }

    @Test
    void tellsOnceOfWhatBreaksDownWhileARunIsAtWork() {
        aws.task("a", "failed").task("b", "running").task("paused", "failed");
        owner("RUNNING", null);
        lease(
                Map.of(
                        "owner",
                        OWNER,
                        "paused",
                        list(task("paused")),
                        LATER,
                        list(task("a", ",\"relapses\":1"), task("b"), task("paused"))));

        assertEquals("run-1 is at work.", watch());

        PublishRequest told = published();
        assertEquals("Headroom WARNING: DMS tasks NOT running yet, sales", told.subject());
        assertEquals(
                List.of("NOT running: 1 task."),
                told.message()
                        .lines()
                        .dropWhile(each -> !each.equals("REPLICATION"))
                        .skip(1)
                        .limit(1)
                        .toList());
        UpdateItemRequest update = update();
        assertEquals("SET #o1 = :rest1", update.updateExpression());
        assertEquals("#owner = :owner AND #o1 = :before1", update.conditionExpression());
        assertEquals(
                list(
                        task("b", ",\"relapses\":null,\"told\":null"),
                        task("a", ",\"relapses\":1,\"told\":" + TOLD)),
                values(update).get(":rest1"));
        verify(stepFunctions, never()).startExecution(any(StartExecutionRequest.class));
    }

    @Test
    void saysNoMoreOfWhatWasTold() {
        aws.task("a", "failed");
        owner("RUNNING", null);
        lease(Map.of("owner", OWNER, LATER, list(task("a", ",\"told\":" + TOLD))));

        watch();

        verify(sns, never()).publish(any(PublishRequest.class));
        verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
    }

    @Test
    void startsWhatWasToldOnceTheLeaseIsFree() {
        aws.task("a", "failed");
        observed(LATER, task("a", ",\"told\":" + TOLD));

        assertEquals("broken down after the resume: a is failed", watch());

        assertEquals(
                list(task("a", ",\"relapses\":1,\"told\":null")), values(update()).get(":paused"));
    }

    @Test
    void tellsAtTheEndOfWhatIsWeak() {
        aws.task(
                        "a",
                        it ->
                                it.status("running")
                                        .replicationTaskStats(stats -> stats.tablesErrored(2)))
                .task("b", "resting")
                .task("c", "running");
        observed(OVER, task("a"), task("b"), task("c"));

        watch();

        assertEquals(
                "Headroom WARNING: resumed DMS tasks need a look, sales", published().subject());
        assertEquals(
                "a has tables in error: 2, b is resting, and nobody knows what that means.",
                published()
                        .message()
                        .lines()
                        .dropWhile(each -> !each.equals("REPLICATION"))
                        .toList()
                        .get(1));
        assertEquals("REMOVE #o1", update().updateExpression());
    }

    @Test
    void tellsInTheNextRoundOfWhatCouldNotBeTold() {
        doThrow(SnsException.builder().message("down").build())
                .when(sns)
                .publish(any(PublishRequest.class));
        aws.task("a", "failed").task("b", "running");
        observed(LATER, task("a", ",\"relapses\":3"), task("b"));

        assertThrows(SnsException.class, this::watch);

        verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
    }

    @Test
    void startsARunThoughTheTasksCannotBeSeen() {
        alarm("ALARM");
        observed(LATER, "{\"arn\": 1}");

        assertFails(
                IllegalArgumentException.class,
                "The input is not what this step expects: Tasks.tasks[0].arn is 1; expected a"
                        + " string.",
                this::watch);
        verify(stepFunctions).startExecution(any(StartExecutionRequest.class));
    }

    @Test
    void bringsBackWhatStandsOnARecordWithoutAnOwner() {
        alarm("ALARM");
        lease(Map.of("paused", "[{\"arn\":\"arn:a\",\"name\":\"a\"}]"));

        String sentence = "tasks stand on the record of a pause, and nobody holds the lease";
        assertEquals(sentence, watch());
        verifyRecovery(sentence, "nobody");
    }

    @Test
    void failsWithARecordThatIsNoListOfTasks() {
        lease(Map.of("paused", "orders"));

        assertFails(
                IllegalStateException.class,
                "The attribute paused of the lease is orders; expected a list of tasks such as"
                        + " [{\"arn\":\"ARN\",\"name\":\"orders\"}]. Correct it in the DynamoDB"
                        + " console, or remove it once its tasks run.",
                this::watch);
        verify(stepFunctions, never()).startExecution(any(StartExecutionRequest.class));
    }

    @Test
    void hasNothingToBringBackFromAnEmptyRecord() {
        lease(Map.of("paused", "[]"));

        assertEquals("The alarm is OK.", watch());
    }
}
