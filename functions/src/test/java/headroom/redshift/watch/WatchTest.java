package headroom.redshift.watch;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import headroom.redshift.Given;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

import java.util.List;
import java.util.Map;

final class WatchTest extends Watching {
    private static final String CRITICAL = "\"critical\":true";

    @Test
    void startsARunForAnAlarmThatNobodyAnswers() {
        lease(Map.of());
        alarm("ALARM");

        assertEquals("the alarm stands in ALARM, and no run answers it", watch());
        verify(stepFunctions)
                .startExecution(
                        start(
                                "watch-20261122T042958Z",
                                "{\"cause\":\"watch\",\"dryRun\":false,\"critical\":false,\"origin\":\"the"
                                    + " watch: the alarm stands in ALARM, and no run answers"
                                    + " it\",\"nodes\":null,\"notUnderstood\":null}"));
    }

    @Test
    void startsARunInTheQuietTimeWhereTheDiskHasBecomeCritical() {
        lease(Map.of("quietUntil", "2026-11-28T00:00:00.000Z", "unlessCritical", "true"));
        alarms(alarm(CRITICAL_DISK, "ALARM"), alarm(DISK, "ALARM"));

        assertEquals(
                "the disk is critical, the alarm stands in ALARM, and no run answers it", watch());
        verify(stepFunctions)
                .startExecution(
                        argThat((StartExecutionRequest it) -> it.input().contains(CRITICAL)));
        verify(cloudWatch)
                .describeAlarms(
                        argThat(
                                (DescribeAlarmsRequest it) ->
                                        it.alarmNames().equals(List.of(DISK, CRITICAL_DISK))));
    }

    @Test
    void startsNothingWhereAllIsWell() {
        lease(Map.of("resource", "sales", "quietUntil", "2026-11-22T04:00:00.000Z"));
        alarm("OK");

        assertEquals("The alarm is OK.", watch());
        verify(stepFunctions, never()).startExecution(any(StartExecutionRequest.class));
        verify(sns, never()).publish(any(PublishRequest.class));
    }

    @Test
    void startsARecoveryForADeadOwner() {
        lease(Map.of("owner", OWNER, "takenAt", "2026-11-22T03:00:00.000Z"));
        owner("ABORTED", Given.ago(20, 0));

        String sentence = "run-1 no longer runs and holds the lease";
        assertEquals(sentence, watch());
        verifyRecovery(sentence, OWNER);
    }

    @Test
    void takesAnOwnerThatStepFunctionsDoesNotKnowForDead() {
        lease(Map.of("owner", OWNER, "takenAt", "2026-11-22T03:00:00.000Z"));
        doThrow(ExecutionDoesNotExistException.builder().build())
                .when(stepFunctions)
                .describeExecution(any(DescribeExecutionRequest.class));

        assertEquals("run-1 no longer runs and holds the lease", watch());
    }

    @Test
    void takesAnExecutionThatExistsForSuccess() {
        lease(Map.of());
        alarm("ALARM");
        doThrow(ExecutionAlreadyExistsException.builder().build())
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));

        assertEquals("the alarm stands in ALARM, and no run answers it", watch());
    }

    @Test
    void failsWhereAnAlarmIsNotThere() {
        lease(Map.of());
        alarms(alarm(DISK, "OK"));

        assertFails(
                IllegalStateException.class,
                "There is no alarm named headroom-redshift-sales-disk-critical. Deploy the stack"
                        + " again.",
                this::watch);
    }

    @Test
    void readsTheLeaseConsistently() {
        lease(Map.of());
        alarm("OK");

        watch();

        verify(dynamoDb)
                .getItem(
                        GetItemRequest.builder()
                                .tableName("leases")
                                .key(Map.of("resource", AttributeValue.fromS("redshift/sales")))
                                .consistentRead(true)
                                .build());
    }
}
