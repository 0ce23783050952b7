package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.databasemigration.model.Replication;

final class ServerlessReplicationTest {
    @ParameterizedTest
    @CsvSource({
        "running,                          RUNNING",
        "stopped,                          STOPPED",
        "failed,                           STOPPED",
        "created,                          NEVER_RAN",
        "ready,                            NEVER_RAN",
        "initializing,                     IN_MOTION",
        "preparing_metadata_resources,     IN_MOTION",
        "testing_connection,               IN_MOTION",
        "fetching_metadata,                IN_MOTION",
        "calculating_capacity,             IN_MOTION",
        "provisioning_capacity,            IN_MOTION",
        "replication_starting,             IN_MOTION",
        "stopping,                         IN_MOTION",
        "modifying,                        IN_MOTION",
        "deleting,                         IN_MOTION",
        "FAILED_PROVISION,                 STOPPED",
        "failed-provision,                 STOPPED",
        "Calculating capacity,             IN_MOTION",
        "new one,                          UNKNOWN",
        "null,                             UNKNOWN"
    })
    void hasAStateForEveryStatus(
            String status, headroom.redshift.replication.Replication.State state) {
        assertEquals(state, clicks(status, null).state());
    }

    @ParameterizedTest
    @CsvSource({"failed, true", "stopped, false", "running, false"})
    void hasFailedWhereItsStatusSaysSo(String status, boolean failed) {
        assertEquals(failed, clicks(status, null).hasFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "running, Stop Reason NORMAL,       clicks is running",
        "stopped, ,                         clicks is stopped",
        "failed,  Stop Reason FATAL_ERROR,  clicks is failed (Stop Reason FATAL_ERROR)"
    })
    void saysWhyItStopped(String status, @Nullable String reason, String sentence) {
        assertEquals(sentence, clicks(status, reason).sentence());
    }

    @Test
    void isReadFromWhatDmsAnswers() {
        assertEquals(
                new ServerlessReplication(
                        "arn", "clicks", "t", "failed", "why", false, null, null, 0, null),
                ServerlessReplication.from(
                        Replication.builder()
                                .replicationConfigArn("arn")
                                .replicationConfigIdentifier("clicks")
                                .targetEndpointArn("t")
                                .status("failed")
                                .stopReason("why")
                                .replicationType("cdc")
                                .build()));
    }

    @ParameterizedTest
    @CsvSource({"cdc, 10, false", "full-load-and-cdc, 99, true", "full-load-and-cdc, 100, false"})
    void loadsTablesUntilItsLoadIsKnownToHaveEnded(String type, int percent, boolean loads) {
        assertEquals(
                loads,
                ServerlessReplication.from(
                                Replication.builder()
                                        .replicationType(type)
                                        .replicationStats(it -> it.fullLoadProgressPercent(percent))
                                        .build())
                        .loadsTables());
    }

    @ParameterizedTest
    @CsvSource({"cdc, false", "full-load-and-cdc, true"})
    void countsAsLoadingWithoutStatisticsUnlessItNeverLoads(String type, boolean loads) {
        assertEquals(
                loads,
                ServerlessReplication.from(Replication.builder().replicationType(type).build())
                        .loadsTables());
    }

    private static ServerlessReplication clicks(String status, @Nullable String reason) {
        return new ServerlessReplication(
                "arn", "clicks", "t", status, reason, false, null, null, 0, null);
    }
}
