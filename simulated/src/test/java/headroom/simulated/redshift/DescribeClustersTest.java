package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.PendingModifiedValues;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class DescribeClustersTest {
    private static final Instant SUNDAY = Instant.parse("2026-11-29T02:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void showsWhereTheClusterIsAndHowMuchItHolds() {
        Cluster cluster = OneCluster.of(4).look();

        assertEquals(SimulatedDms.ADDRESS, cluster.endpoint().address());
        assertEquals(5439, cluster.endpoint().port());
        assertEquals(4L * 128 * 1024 * 1024, cluster.totalStorageCapacityInMegaBytes());
        assertEquals("Available", cluster.clusterAvailabilityStatus());
    }

    @Test
    void hasNothingInStoreUntilNextSunday() {
        Cluster cluster = OneCluster.of(4).look();

        assertEquals(PendingModifiedValues.builder().build(), cluster.pendingModifiedValues());
        assertEquals(List.of(), cluster.pendingActions());
        assertEquals(List.of(), cluster.deferredMaintenanceWindows());
        assertEquals(SUNDAY, cluster.nextMaintenanceWindowStartTime());
    }

    @Test
    void showsTheMaintenanceOfTheScene() {
        Instant soon = Instant.parse("2026-11-22T05:30:00Z");
        var maintenance =
                Maintenance.at(soon)
                        .withVersionPendingFor(Duration.ofHours(1))
                        .withActions("maintenance")
                        .deferredUntil(SUNDAY);
        var scenario = new OneCluster(4, 50, RedshiftBehaviour.ORDINARY.with(maintenance));

        Cluster before = scenario.look();
        assertEquals("1.0", before.pendingModifiedValues().clusterVersion());
        assertNull(before.pendingModifiedValues().numberOfNodes());
        assertEquals(List.of("maintenance"), before.pendingActions());
        assertEquals(soon, before.nextMaintenanceWindowStartTime());
        assertEquals(
                List.of(SUNDAY),
                before.deferredMaintenanceWindows().stream()
                        .map(each -> each.deferMaintenanceEndTime())
                        .toList());

        scenario.pass(Duration.ofHours(2));
        Cluster after = scenario.look();
        assertNull(after.pendingModifiedValues().clusterVersion());
        assertEquals(soon.plus(Duration.ofDays(7)), after.nextMaintenanceWindowStartTime());
    }

    @Test
    void theFirstLookAfterAnAcceptedResizeShowsNothingOfIt() {
        OneCluster scenario = OneCluster.of(4);

        scenario.resizeElastically(8);

        assertEquals(shown("available", null), shown(scenario.look()));
        assertEquals(shown("available, prep-for-resize", 8), shown(scenario.look()));
        scenario.pass(Duration.ofMinutes(2));
        assertEquals(shown("resizing", null), shown(scenario.look()));
    }

    @Test
    void aPendingNumberOfNodesMayBeShownUntilTheBackgroundTransferHasEnded() {
        var scenario =
                new OneCluster(4, 50, RedshiftBehaviour.ORDINARY.with(Quirk.PENDING_SHOWN_LONG));

        scenario.resizeElastically(8);
        scenario.look();
        scenario.pass(Duration.ofMinutes(2));
        assertEquals(shown("resizing", 8), shown(scenario.look()));
        scenario.pass(Duration.ofMinutes(9));
        assertEquals(shown("available, resize-cleanup", 8), shown(scenario.look()));
        scenario.pass(Duration.ofMinutes(4).plus(MINUTE));
        assertEquals(shown("available", null), shown(scenario.look()));
    }

    private static String shown(Cluster cluster) {
        return shown(cluster.clusterStatus(), cluster.pendingModifiedValues().numberOfNodes());
    }

    private static String shown(String status, @Nullable Integer pending) {
        return status + ", pending " + pending;
    }
}
