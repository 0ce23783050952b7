package headroom.redshift.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import headroom.redshift.Given;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sns.model.PublishRequest;

import java.util.Map;

/// It is 04:30, and the source keeps its log for 24 hours.
final class RoundMetricsTest extends Watching {
    @Test
    void areZeroWhileTheLeaseIsFree() {
        lease(Map.of("quietUntil", "2026-11-22T04:00:00.000Z"));
        alarm("OK");

        watch();

        assertMeasured("\"LeaseHeldSeconds\":0,\"OpenWarnings\":0,\"Watched\":1}");
    }

    @Test
    void sayForHowLongTheLeaseIsHeld() {
        lease(Map.of("owner", OWNER, "takenAt", "2026-11-22T03:30:00.000Z"));
        owner("RUNNING", null);

        watch();

        assertMeasured("\"LeaseHeldSeconds\":3600,\"OpenWarnings\":0,\"Watched\":1}");
    }

    @Test
    void countFromThePauseOnWhereARecoveryHasTakenTheLeaseAnew() {
        lease(
                Map.of(
                        "owner", OWNER,
                        "takenAt", "2026-11-22T04:29:00.000Z",
                        "pausedSince", "2026-11-22T02:30:00.000Z"));
        owner("RUNNING", null);

        watch();

        assertMeasured("\"LeaseHeldSeconds\":7200,\"OpenWarnings\":0,\"Watched\":1}");
    }

    @Test
    void sayWhichWarningStandsThoughItWasGivenBefore() {
        lease(
                Map.of(
                        "owner", OWNER,
                        "takenAt", "2026-11-21T16:00:00.000Z",
                        "pausedSince", "2026-11-21T16:30:00.000Z",
                        "warned", "50"));
        owner("RUNNING", null);

        watch();

        assertMeasured("\"LeaseHeldSeconds\":45000,\"OpenWarnings\":50,\"Watched\":1}");
    }

    @Test
    void goOutThoughTheRoundFails() {
        longPause();
        doThrow(new IllegalStateException("no topic")).when(sns).publish(any(PublishRequest.class));

        assertThrows(IllegalStateException.class, this::watch);

        assertMeasured("\"LeaseHeldSeconds\":45000,\"OpenWarnings\":50,\"Watched\":1}");
    }

    private void assertMeasured(String values) {
        assertEquals(1, measured.size());
        String line = measured.getFirst();
        assertTrue(line.startsWith("{\"_aws\":{\"Timestamp\":" + Given.NOW.toEpochMilli()), line);
        assertTrue(line.endsWith("\"Resource\":\"redshift/sales\"," + values), line);
    }
}
