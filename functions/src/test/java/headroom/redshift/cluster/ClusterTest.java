package headroom.redshift.cluster;

import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import headroom.redshift.Given;
import headroom.redshift.RedshiftStub;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.DeferredMaintenanceWindow;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.PendingModifiedValues;
import software.amazon.awssdk.services.redshift.model.Tag;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

final class ClusterTest {
    /// All statuses that Redshift documents, those seen in the wild, and one that may come.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # status,                     changed, writes, resizes
                    available,                    true,    true,   false
                    'available, prep-for-resize', false,   false,  true
                    'available, resize-cleanup',  false,   true,   true
                    resizing,                     false,   false,  true
                    cancelling-resize,            false,   false,  true
                    modifying,                    false,   false,  false
                    rebooting,                    false,   false,  false
                    renaming,                     false,   false,  false
                    rotating-keys,                false,   false,  false
                    updating-hsm,                 false,   false,  false
                    storage-full,                 false,   false,  false
                    paused,                       false,   false,  false
                    pausing,                      false,   false,  false
                    resuming,                     false,   false,  false
                    recovering,                   false,   false,  false
                    creating,                     false,   false,  false
                    deleting,                     false,   false,  false
                    final-snapshot,               false,   false,  false
                    hardware-failure,             false,   false,  false
                    incompatible-hsm,             false,   false,  false
                    incompatible-network,         false,   false,  false
                    incompatible-parameters,      false,   false,  false
                    incompatible-restore,         false,   false,  false
                    Available,                    false,   false,  false
                    'available,resize-cleanup',   false,   false,  false
                    brand-new,                    false,   false,  false
                    null,                         false,   false,  false
                    """)
    void canBeChangedTakesWritesOrResizesByItsStatus(
            String status, boolean changed, boolean writes, boolean resizes) {
        Cluster cluster = cluster(status, "Available");

        assertEquals(changed, cluster.canBeChanged(), "can be changed");
        assertEquals(writes, cluster.takesWrites(), "takes writes");
        assertEquals(resizes, cluster.resizes(), "resizes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Unavailable", "Maintenance", "Modifying", "Failed", "available", "null"})
    void isNotSafeWhateverItsStatusUnlessQueriesAreAnswered(String availability) {
        Cluster cluster = cluster("available", availability);

        assertEquals(false, cluster.canBeChanged());
        assertEquals(false, cluster.takesWrites());
        assertEquals(false, cluster.resizes());
    }

    /// Which of the first two is shown then is not documented.
    @ParameterizedTest
    @CsvSource({
        "Available, true",
        "Modifying, true",
        "Unavailable, false",
        "Maintenance, false",
        "Failed, false",
        "null, false"
    })
    void takesWritesWhileDataMovesInTheBackground(String availability, boolean writes) {
        Cluster cluster = cluster("available, resize-cleanup", availability);

        assertEquals(writes, cluster.takesWrites());
        assertEquals(false, cluster.canBeChanged());
        assertEquals(true, cluster.resizes());
    }

    private static Cluster cluster(String status, String availability, String... pending) {
        return new Cluster(
                "sales",
                status,
                availability,
                "ra3.4xlarge",
                4,
                List.of(pending),
                "",
                null,
                null,
                true,
                null);
    }

    @Test
    void resizesFromTheMomentThatAChangeIsPending() {
        Cluster cluster = cluster("available", "Available", "NumberOfNodes");

        assertEquals(false, cluster.canBeChanged());
        assertEquals(false, cluster.takesWrites());
        assertEquals(true, cluster.resizes());
        assertEquals(
                "sales is available (Available) with 4 x ra3.4xlarge, pending: NumberOfNodes",
                cluster.sentence());
    }

    @Test
    void isDescribedByItsIdentifier() {
        RedshiftClient redshift = mock(RedshiftClient.class, CALLS_REAL_METHODS);
        var shown =
                software.amazon.awssdk.services.redshift.model.Cluster.builder()
                        .clusterIdentifier("sales")
                        .clusterStatus("available")
                        .clusterAvailabilityStatus("Available")
                        .nodeType("ra3.4xlarge")
                        .numberOfNodes(4)
                        .vpcId("vpc-1")
                        .build();
        doReturn(DescribeClustersResponse.builder().clusters(shown).build())
                .when(redshift)
                .describeClusters(any(DescribeClustersRequest.class));

        Cluster cluster = Cluster.describe(redshift, "sales");

        assertEquals(cluster("available", "Available"), cluster);
        assertEquals("sales is available (Available) with 4 x ra3.4xlarge", cluster.sentence());
        verify(redshift)
                .describeClusters(
                        DescribeClustersRequest.builder().clusterIdentifier("sales").build());
    }

    @Test
    void hasAChangePendingWhereItsSizeOrItsTypeIsToChange() {
        assertEquals(false, pending(_ -> {}));
        assertEquals(false, pending(it -> it.masterUserPassword("****")));
        assertEquals(true, pending(it -> it.numberOfNodes(8)));
        assertEquals(true, pending(it -> it.nodeType("ra3.16xlarge")));
    }

    @Test
    void namesAllThatIsPending() {
        Cluster cluster =
                describe(
                        it ->
                                it.pendingModifiedValues(p -> p.clusterVersion("1.1"))
                                        .pendingActions("apply-maintenance"));

        assertEquals(List.of("ClusterVersion", "apply-maintenance"), cluster.pending());
        assertEquals(List.of("ClusterVersion"), cluster.pendingChanges());
        assertEquals(List.of("apply-maintenance"), cluster.pendingUnknown());
        assertEquals(true, cluster.canBeChanged());
        assertEquals(
                "sales is available (Available) with 4 x ra3.4xlarge, pending: ClusterVersion,"
                        + " apply-maintenance",
                cluster.sentence());
    }

    @Test
    void hasAMaintenanceWindowUnlessItIsPutOff() {
        Instant next = Given.NOW.plusSeconds(600);
        var redshift = new RedshiftStub().cluster(it -> it.nextMaintenanceWindowStartTime(next));
        assertEquals(next, Cluster.describe(redshift, "sales").maintenanceAt());

        redshift.cluster(it -> it.deferredMaintenanceWindows(window(Given.NOW, next)));
        assertEquals(next, Cluster.describe(redshift, "sales").maintenanceAt());

        redshift.cluster(
                it -> it.deferredMaintenanceWindows(window(Given.NOW, next.plusSeconds(1))));
        assertEquals(null, Cluster.describe(redshift, "sales").maintenanceAt());
    }

    private static DeferredMaintenanceWindow window(Instant from, Instant to) {
        return DeferredMaintenanceWindow.builder()
                .deferMaintenanceStartTime(from)
                .deferMaintenanceEndTime(to)
                .build();
    }

    @Test
    void knowsTheStackThatManagesIt() {
        Tag team = tag("team", "data");
        Tag stack = tag("aws:cloudformation:stack-name", "Prod");

        assertEquals("Prod", describe(it -> it.tags(team, stack)).stack());
        assertEquals(null, Cluster.describe(new RedshiftStub(), "sales").stack());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void knowsTheAddressThatEndpointsPointAt() {
        Cluster cluster = describe(it -> it.endpoint(e -> e.address("sales.abc.redshift")));

        assertEquals("sales.abc.redshift", cluster.address());
    }

    @Test
    void knowsWhetherItIsInAVpcAndWhatItHolds() {
        Cluster cluster =
                describe(it -> it.vpcId("vpc-1").totalStorageCapacityInMegaBytes(400_000L));

        assertEquals(true, cluster.isInVpc());
        assertEquals(400_000, cluster.capacityMegabytes());
        assertEquals(false, Cluster.describe(new RedshiftStub(), "sales").isInVpc());
        assertEquals(null, Cluster.describe(new RedshiftStub(), "sales").capacityMegabytes());
    }

    @Test
    void isNotSafeWhereRedshiftSaysNothingOfItsStatus() {
        Cluster cluster = describe(it -> it.clusterStatus(null).clusterAvailabilityStatus(null));

        assertEquals("sales is null (null) with 4 x ra3.4xlarge", cluster.sentence());
        assertEquals(false, cluster.takesWrites());
        assertEquals(false, cluster.canBeChanged());
    }

    @Test
    void isMissedByName() {
        assertFails(
                ClusterGone.class,
                "There is no Redshift cluster named sales in this account and region.",
                () -> Cluster.describe(new RedshiftStub().clusterIsGone(), "sales"));
    }

    private static boolean pending(Consumer<PendingModifiedValues.Builder> change) {
        return describe(it -> it.pendingModifiedValues(change)).resizes();
    }

    private static Cluster describe(
            Consumer<software.amazon.awssdk.services.redshift.model.Cluster.Builder> shown) {
        return Cluster.describe(new RedshiftStub().cluster(shown), "sales");
    }
}
