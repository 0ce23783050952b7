package headroom.elasticache.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import headroom.elasticache.ShardMetric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;

import java.util.List;
import java.util.Map;

/// What the watch starts. It is 04:30.
final class WatchTest extends Watching {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    all is well                                       | ''                                                     | ''                | No node is over its limit.                                                                         | ''
                    the quiet time is over, and all is well           | quietUntil 04:00                                       | ''                | No node is over its limit.                                                                         | ''
                    one hot replica, which no alarm sees              | ''                                                     | 0001-002 cpu 80   | sessions-0001-002 uses 80 % of its processor, and no run answers it                                | watch-time
                    a full shard                                      | ''                                                     | 0002-001 memory 80 | sessions-0002-001 is 80 % full, and no run answers it                                             | watch-time
                    a hot node in the quiet time                      | quietUntil 04:30:01                                    | 0001-001 cpu 80   | Sessions-0001-001 uses 80 % of its processor; quiet until 2026-11-22T04:30:01Z.                    | ''
                    a hot node at its very end                        | quietUntil 04:30                                       | 0001-001 cpu 80   | sessions-0001-001 uses 80 % of its processor, and no run answers it                                | watch-time
                    a critical group                                  | ''                                                     | 0001-001 cpu 96   | the group is critical, sessions-0001-001 uses 96 % of its processor, and no run answers it         | watch-time, critical
                    a critical group in a quiet time that lets it     | quietUntil 05:00; unlessCritical true                  | 0001-001 cpu 96   | the group is critical, sessions-0001-001 uses 96 % of its processor, and no run answers it         | watch-time, critical
                    a critical group in one that does not             | quietUntil 05:00; unlessCritical false                 | 0001-001 cpu 96   | The group is critical, sessions-0001-001 uses 96 % of its processor; quiet until 2026-11-22T05:00:00Z. | ''
                    a hot node in a quiet time for critical groups    | quietUntil 05:00; unlessCritical true                  | 0001-001 cpu 80   | Sessions-0001-001 uses 80 % of its processor; quiet until 2026-11-22T05:00:00Z.                    | ''
                    figures are missing                               | ''                                                     | cpu ?; allCpu ?; memory ? | No figures are known.                                                                      | ''
                    there is no such group                            | ''                                                     | gone              | There is no replication group named sessions in this account and region, or it is being deleted. A serverless cache is none, and scales by itself. | ''
                    a change that nobody sees to                      | change {}                                              | ''                | a change stands on the record, and nobody holds the lease                                          | recover-time from nobody
                    the same in the quiet time, of a hot group        | change {}; quietUntil 05:00                            | cpu 99            | a change stands on the record, and nobody holds the lease                                          | recover-time from nobody
                    """)
    void startsWhatIsMissingWhereTheLeaseIsFree(
            String why, String lease, String group, String answer, String started) {
        lease(lease);
        groupIs(group);

        assertEquals(answer, watch());
        assertEquals(started.isEmpty() ? List.of() : List.of(started), started());
    }

    /// Of the group nothing is looked at meanwhile: it is the owner's.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    its owner is at work                              | ''                                    | runs     | run-1 is at work.                                                          | ''
                    as it is with a change under way                  | change {}                             | runs     | run-1 is at work.                                                          | ''
                    its owner has just ended                          | ''                                    | 04:24:01 | run-1 ended a moment ago; its last function may still be running.           | ''
                    its owner has ended for long enough               | ''                                    | 04:24    | run-1 no longer runs and holds the lease                                   | recover-time from run-1
                    its owner has ended in the midst of a change      | change {}                             | 04:00    | run-1 no longer runs and holds the lease                                   | recover-time from run-1
                    its owner could not see a change to its end       | change {}; retryAfter 04:30:01        | 04:00    | run-1 could not bring back what it left; tried again after 2026-11-22T04:30:01Z | ''
                    it is time to try again                           | change {}; retryAfter 04:30           | 04:00    | run-1 no longer runs and holds the lease                                   | recover-time from run-1
                    quiet keeps no recovery back                      | quietUntil 05:00                      | 04:00    | run-1 no longer runs and holds the lease                                   | recover-time from run-1
                    nobody knows its owner                            | ''                                    | unknown  | run-1 no longer runs and holds the lease                                   | recover-time from run-1
                    """)
    void startsARecoveryWhereTheLeaseIsStale(
            String why, String lease, String owner, String answer, String started) {
        lease("owner run-1; takenAt 03:00" + (lease.isEmpty() ? "" : "; " + lease));
        ownerIs(owner);
        groupIs("cpu 99");

        assertEquals(answer, watch());
        assertEquals(started.isEmpty() ? List.of() : List.of(started), started());
        assertEquals(List.of(), cloudWatch.calls);
    }

    /// A new execution may not be listed yet, and the call is consistent only in the end.
    @Test
    void believesThatThereIsNoOwnerWhenItIsSaidTwiceAndTheLeaseIsOld() {
        ownerIs("unknown");
        lease("owner run-1; takenAt 04:24:01");
        watch();
        assertEquals(List.of(), started());

        lease("owner run-1; takenAt 04:24");
        watch();
        assertEquals(List.of("recover-time from run-1"), started());
        verify(stepFunctions, times(4)).describeExecution(any(DescribeExecutionRequest.class));
    }

    @Test
    void handsOnWhyItStartsARun() {
        lease("");
        groupIs("0001-001 cpu 80");

        watch();

        verify(stepFunctions)
                .startExecution(
                        start(
                                "watch-20261122T042958Z",
                                "{\"cause\":\"watch\",\"dryRun\":false,\"critical\":false,\"origin\":\"the"
                                    + " watch: sessions-0001-001 uses 80 % of its processor, and no"
                                    + " run answers it\",\"wish\":null,\"notUnderstood\":null}"));
    }

    @Test
    void handsOnWhatARecoveryTakesOver() {
        lease("owner run-1; takenAt 03:00");
        ownerIs("04:00");
        watch();
        verifyRecovery("run-1 no longer runs and holds the lease", OWNER);

        lease("change {}");
        watch();
        verifyRecovery("a change stands on the record, and nobody holds the lease", "nobody");
    }

    /// The event has the scheduled time, and Step Functions knows the execution of that name.
    @Test
    void startsOnceWhatIsDeliveredTwice() {
        lease("");
        groupIs("0001-001 cpu 80");
        String first = watch();
        doThrow(ExecutionAlreadyExistsException.builder().build())
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));

        assertEquals(first, watch());
        assertEquals(List.of("watch-time", "watch-time"), started());
        verify(stepFunctions, times(2))
                .startExecution(
                        start(
                                "watch-20261122T042958Z",
                                "{\"cause\":\"watch\",\"dryRun\":false,\"critical\":false,\"origin\":\"the"
                                    + " watch: sessions-0001-001 uses 80 % of its processor, and no"
                                    + " run answers it\",\"wish\":null,\"notUnderstood\":null}"));
    }

    /// Each figure that is asked for is paid for, each five minutes.
    @Test
    void asksForFourMetricsOfEachSmallNodeInOneCall() {
        lease("");
        watch();

        assertEquals(1, cloudWatch.calls.size());
        assertEquals(4 * 4, cloudWatch.calls.getFirst().metricDataQueries().size());
        cloudWatch
                .calls
                .getFirst()
                .metricDataQueries()
                .forEach(
                        each ->
                                assertEquals(
                                        ShardMetric.NAMESPACE,
                                        each.metricStat().metric().namespace()));
    }

    @Test
    void failsWhereItCannotLook() {
        lease("");
        cloudWatch.refuses(
                (CloudWatchException)
                        CloudWatchException.builder().statusCode(500).message("down").build());

        assertThrows(CloudWatchException.class, this::watch);
        assertEquals(List.of(), started());
        assertEquals(1, measured.size());
    }

    @Test
    void readsTheLeaseConsistently() {
        lease("");
        watch();

        verify(dynamoDb)
                .getItem(
                        GetItemRequest.builder()
                                .tableName("leases")
                                .key(
                                        Map.of(
                                                "resource",
                                                AttributeValue.fromS("elasticache/sessions")))
                                .consistentRead(true)
                                .build());
    }
}
