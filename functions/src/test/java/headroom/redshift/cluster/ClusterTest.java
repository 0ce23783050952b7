package headroom.redshift.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.redshift.model.DeferredMaintenanceWindow;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.Tag;

import java.time.Instant;
import java.util.List;

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

    @ParameterizedTest
    @CsvSource({
        "starting, true",
        "restoring, true",
        "completed, false",
        "failed, false",
        ", false"
    })
    void aRestoreThatGoesOnIsAPendingChange(@Nullable String status, boolean pending) {
        var aws = new GivenAws().cluster(it -> it.restoreStatus(each -> each.status(status)));

        Cluster cluster = Cluster.describe(aws.redshift, "sales");

        assertEquals(pending ? List.of("RestoreStatus") : List.of(), cluster.pendingChanges());
        assertEquals(List.of(), cluster.pendingUnknown());
    }

    @Test
    void isDescribedByItsIdentifier() {
        var aws = new GivenAws().cluster(it -> it.vpcId("vpc-1"));

        Cluster cluster = Cluster.describe(aws.redshift, "sales");

        assertEquals(cluster("available", "Available"), cluster);
        assertEquals("sales is available (Available) with 4 x ra3.4xlarge", cluster.sentence());
        assertEquals(
                List.of(DescribeClustersRequest.builder().clusterIdentifier("sales").build()),
                aws.asked(DescribeClustersRequest.class));
    }

    @Test
    void hasAChangePendingWhereItsSizeOrItsTypeIsToChange() {
        assertEquals(false, pending(new GivenAws()));
        assertEquals(
                false,
                pending(
                        new GivenAws()
                                .cluster(
                                        it ->
                                                it.pendingModifiedValues(
                                                        p -> p.masterUserPassword("****")))));
        assertEquals(
                true,
                pending(
                        new GivenAws()
                                .cluster(it -> it.pendingModifiedValues(p -> p.numberOfNodes(8)))));
        assertEquals(
                true,
                pending(
                        new GivenAws()
                                .cluster(
                                        it ->
                                                it.pendingModifiedValues(
                                                        p -> p.nodeType("ra3.16xlarge")))));
    }

    @Test
    void namesAllThatIsPending() {
        var aws =
                new GivenAws()
                        .cluster(
                                it ->
                                        it.pendingModifiedValues(p -> p.clusterVersion("1.1"))
                                                .pendingActions("apply-maintenance"));

        Cluster cluster = Cluster.describe(aws.redshift, "sales");

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
        var aws = new GivenAws().cluster(it -> it.nextMaintenanceWindowStartTime(next));
        assertEquals(next, Cluster.describe(aws.redshift, "sales").maintenanceAt());

        aws.cluster(it -> it.deferredMaintenanceWindows(window(Given.NOW, next)));
        assertEquals(next, Cluster.describe(aws.redshift, "sales").maintenanceAt());

        aws.cluster(it -> it.deferredMaintenanceWindows(window(Given.NOW, next.plusSeconds(1))));
        assertEquals(null, Cluster.describe(aws.redshift, "sales").maintenanceAt());
    }

    private static DeferredMaintenanceWindow window(Instant from, Instant to) {
        return DeferredMaintenanceWindow.builder()
                .deferMaintenanceStartTime(from)
                .deferMaintenanceEndTime(to)
                .build();
    }

    @Test
    void knowsTheStackThatManagesIt() {
        var aws =
                new GivenAws()
                        .cluster(
                                it ->
                                        it.tags(
                                                tag("team", "data"),
                                                tag("aws:cloudformation:stack-name", "Prod")));

        assertEquals("Prod", Cluster.describe(aws.redshift, "sales").stack());
        assertEquals(null, Cluster.describe(new GivenAws().redshift, "sales").stack());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void knowsTheAddressThatEndpointsPointAt() {
        var aws = new GivenAws().cluster(it -> it.endpoint(e -> e.address("sales.abc.redshift")));

        assertEquals("sales.abc.redshift", Cluster.describe(aws.redshift, "sales").address());
    }

    @Test
    void knowsWhetherItIsInAVpcAndWhatItHolds() {
        var aws =
                new GivenAws()
                        .cluster(it -> it.vpcId("vpc-1").totalStorageCapacityInMegaBytes(400_000L));

        assertEquals(true, Cluster.describe(aws.redshift, "sales").isInVpc());
        assertEquals(400_000, Cluster.describe(aws.redshift, "sales").capacityMegabytes());
        assertEquals(false, Cluster.describe(new GivenAws().redshift, "sales").isInVpc());
        assertEquals(null, Cluster.describe(new GivenAws().redshift, "sales").capacityMegabytes());
    }

    @Test
    void isNotSafeWhereRedshiftSaysNothingOfItsStatus() {
        var aws =
                new GivenAws()
                        .cluster(it -> it.clusterStatus(null).clusterAvailabilityStatus(null));

        Cluster cluster = Cluster.describe(aws.redshift, "sales");

        assertEquals("sales is null (null) with 4 x ra3.4xlarge", cluster.sentence());
        assertEquals(false, cluster.takesWrites());
        assertEquals(false, cluster.canBeChanged());
    }

    @Test
    void isMissedByName() {
        var problem =
                assertThrows(
                        ClusterGone.class,
                        () ->
                                Cluster.describe(
                                        new GivenAws().clusterIs("gone", 4).redshift, "sales"));

        assertEquals(
                "There is no Redshift cluster named sales in this account and region.",
                problem.getMessage());
    }

    private static boolean pending(GivenAws aws) {
        return Cluster.describe(aws.redshift, "sales").resizes();
    }
}
