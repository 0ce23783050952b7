package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

import java.time.Instant;
import java.util.Optional;

final class ReplicationTaskTest {
    @ParameterizedTest
    @CsvSource({
        "running,     RUNNING",
        "stopped,     STOPPED",
        "failed,      STOPPED",
        "failed-move, STOPPED",
        "ready,       NEVER_RAN",
        "creating,    IN_MOTION",
        "starting,    IN_MOTION",
        "stopping,    IN_MOTION",
        "modifying,   IN_MOTION",
        "moving,      IN_MOTION",
        "deleting,    IN_MOTION",
        "testing,     IN_MOTION",
        "Running,     RUNNING",
        "Running with errors, RUNNING",
        "Error,       STOPPED",
        "error_of_tomorrow, STOPPED",
        "Failed,      STOPPED",
        "new one,     UNKNOWN",
        "null,        UNKNOWN"
    })
    void hasAStateForEveryStatus(String status, Replication.State state) {
        assertEquals(
                state,
                new ReplicationTask("arn", "orders", "t", status, null, false, null, null, 0)
                        .state());
    }

    /// The words of the API's model, and what DMS may write around them.
    @ParameterizedTest
    @CsvSource({
        "Stop Reason NORMAL,                                     STOPPED",
        "Stop Reason RECOVERABLE_ERROR Error Level RECOVERABLE,  STOPPED",
        "Stop Reason FATAL_ERROR,                                STOPPED",
        "Stop Reason FULL_LOAD_ONLY_FINISHED,                    FINISHED",
        "Stop Reason STOPPED_AFTER_FULL_LOAD,                    FINISHED",
        "Stop Reason STOPPED_AFTER_CACHED_EVENTS,                FINISHED",
        "Stop Reason STOPPED_AT_SERVER_TIME 2026-11-22T04:00:00, FINISHED",
        "Stop Reason STOPPED_AT_COMMIT_TIME,                     FINISHED",
        "Stop Reason EXPRESS_LICENSE_LIMITS_REACHED,             STOPPED",
        "Stop Reason STOPPED_AFTER_DDL_APPLY,                    STOPPED",
        "Stop Reason STOPPED_DUE_TO_LOW_MEMORY,                  STOPPED",
        "Stop Reason STOPPED_DUE_TO_LOW_DISK,                    STOPPED",
        "Stop Reason RECONFIGURATION_RESTART,                    STOPPED",
        "Stop Reason RECYCLE_TASK,                               STOPPED",
        "Stop Reason OF_TOMORROW,                                STOPPED"
    })
    void hasFinishedWhereItsStopReasonSaysSo(String reason, Replication.State state) {
        assertEquals(
                state,
                new ReplicationTask("arn", "orders", "t", "stopped", reason, false, null, null, 0)
                        .state());
        assertEquals(
                Replication.State.STOPPED,
                new ReplicationTask("arn", "orders", "t", "failed", reason, false, null, null, 0)
                        .state());
    }

    @ParameterizedTest
    @CsvSource({
        "cdc,               ,    false, false",
        "cdc,               10,  false, false",
        "full-load,         99,  false, true",
        "full-load,         100, true,  true",
        "full-load-and-cdc, 0,   false, true",
        "full-load-and-cdc, 100, false, false",
        "full-load-and-cdc, ,    true,  false",
        "full-load-and-cdc, 97,  true,  false",
        "full-load-and-cdc, ,    false, true",
        "new one,           ,    false, true"
    })
    void loadsTablesUntilItsLoadIsKnownToHaveEnded(
            String type, @Nullable Integer percent, boolean finished, boolean loads) {
        var stats =
                ReplicationTaskStats.builder()
                        .fullLoadProgressPercent(percent)
                        .fullLoadFinishDate(finished ? Given.NOW : null)
                        .build();

        assertEquals(loads, task(type, stats).loadsTables());
    }

    /// The percentage is an estimate that may stay below 100 for ever.
    @ParameterizedTest
    @CsvSource({
        "97, 10, 0, 0, 0, false",
        "97, 9,  0, 0, 1, false",
        "97, 9,  1, 0, 0, true",
        "97, 9,  0, 1, 0, true",
        "97, 0,  0, 0, 0, true",
        ",   10, 0, 0, 0, false",
        "100, 9, 0, 0, 0, false",
        "100, 9, 1, 0, 0, true"
    })
    void hasLoadedWhenNoTableIsLeft(
            @Nullable Integer percent,
            int loaded,
            int loading,
            int queued,
            int inError,
            boolean loads) {
        var stats =
                ReplicationTaskStats.builder()
                        .fullLoadProgressPercent(percent)
                        .tablesLoaded(loaded)
                        .tablesLoading(loading)
                        .tablesQueued(queued)
                        .tablesErrored(inError)
                        .build();

        assertEquals(loads, task("full-load-and-cdc", stats).loadsTables());
        assertEquals(inError, task("full-load-and-cdc", stats).tablesInError());
    }

    @ParameterizedTest
    @CsvSource({
        "running, ,                              false",
        "failed, ,                               true",
        "Error, ,                                true",
        "stopped, ,                              false",
        "stopped, Stop Reason NORMAL,            false",
        "stopped, Stop Reason RECOVERABLE_ERROR, true",
        "stopped, Stop Reason FATAL_ERROR,       true",
        "stopped, Stop Reason STOPPED_DUE_TO_LOW_DISK, true",
        "running, Stop Reason FATAL_ERROR,       false"
    })
    void hasBrokenDownWhereAnErrorStoppedIt(
            String status, @Nullable String reason, boolean brokenDown) {
        assertEquals(
                brokenDown,
                new ReplicationTask("arn", "orders", "t", status, reason, false, null, null, 0)
                        .hasBrokenDown());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 |      |",
                "2 |      | orders (tables in error: 2)",
                "0 | oops | orders (its last failure, perhaps an old one: oops)",
                "1 | oops | orders (tables in error: 1; its last failure, perhaps an old one: oops)"
            })
    void saysWhatToLookAtThoughItRuns(
            int inError, @Nullable String failure, @Nullable String weakness) {
        assertEquals(
                Optional.ofNullable(weakness),
                new ReplicationTask(
                                "arn", "orders", "t", "running", null, false, null, failure,
                                inError)
                        .weakness());
    }

    @Test
    void countsAsLoadingWithoutStatisticsUnlessItNeverLoads() {
        assertEquals(true, task("full-load-and-cdc", null).loadsTables());
        assertEquals(false, task("cdc", null).loadsTables());
    }

    @ParameterizedTest
    @CsvSource({
        "running, Stop Reason NORMAL,         orders is running",
        "stopped, ,                           orders is stopped",
        "failed,  Stop Reason FATAL_ERROR x,  orders is failed (Stop Reason FATAL_ERROR x)"
    })
    void saysWhyItStopped(String status, @Nullable String reason, String sentence) {
        assertEquals(
                sentence,
                new ReplicationTask("arn", "orders", "t", status, reason, false, null, null, 0)
                        .sentence());
    }

    /// A start that is told twice is that of the last start; the task's own is of its first.
    @ParameterizedTest
    @CsvSource({
        "running,  ,     ,                     ,                     ",
        "running,  ,     2026-11-01T00:00:00Z, ,                     2026-11-01T00:00:00Z",
        "running,  ,     2026-11-01T00:00:00Z, 2026-11-20T00:00:00Z, 2026-11-20T00:00:00Z",
        "running,  oops, 2026-11-01T00:00:00Z, 2026-11-20T00:00:00Z,                     ",
        "stopped,  ,     2026-11-01T00:00:00Z, 2026-11-20T00:00:00Z,                     "
    })
    void isSoundSinceItsLastStart(
            String status,
            @Nullable String failure,
            @Nullable Instant first,
            @Nullable Instant last,
            @Nullable Instant since) {
        var task =
                ReplicationTask.from(
                        software.amazon.awssdk.services.databasemigration.model.ReplicationTask
                                .builder()
                                .replicationTaskArn("arn")
                                .replicationTaskIdentifier("orders")
                                .status(status)
                                .lastFailureMessage(failure)
                                .replicationTaskStartDate(first)
                                .replicationTaskStats(stats -> stats.startDate(last))
                                .build());

        assertEquals(since, task.soundSince());
    }

    /// A person may have a table reloaded when the first load is long over. The task runs on
    /// meanwhile, and its date and percentage may stay those of the first load.
    @Test
    void loadsTablesWhileOneIsReloadedWhateverItsFirstLoadHasLeft() {
        var stats =
                ReplicationTaskStats.builder()
                        .fullLoadProgressPercent(100)
                        .fullLoadFinishDate(Given.NOW)
                        .tablesLoaded(9)
                        .tablesLoading(1);

        assertEquals(true, task("full-load-and-cdc", stats.build()).loadsTables());
        assertEquals(
                false,
                task("full-load-and-cdc", stats.tablesLoaded(10).tablesLoading(0).build())
                        .loadsTables());
    }

    private static ReplicationTask task(String type, @Nullable ReplicationTaskStats stats) {
        return ReplicationTask.from(
                software.amazon.awssdk.services.databasemigration.model.ReplicationTask.builder()
                        .replicationTaskArn("arn")
                        .replicationTaskIdentifier("orders")
                        .targetEndpointArn("t")
                        .migrationType(type)
                        .replicationTaskStats(stats)
                        .build());
    }
}
