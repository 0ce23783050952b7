package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.elasticache.CacheBehaviour.Pending;
import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.GroupSetup.Mode;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.Tag;

import java.util.List;

final class LooksTest {
    private static final GroupSetup SETUP = GroupSetup.of(OneGroup.ID, 2, 1);

    @Test
    void theFirstLooksAfterAnAcceptedChangeShowWhatWasBefore() {
        OneGroup group = OneGroup.of(SETUP, OneGroup.fresh().withStaleLooks(3));
        var accepted =
                group.elastiCache.modifyReplicationGroupShardConfiguration(
                        request ->
                                request.replicationGroupId(OneGroup.ID)
                                        .nodeGroupCount(3)
                                        .applyImmediately(true));
        assertEquals("modifying", accepted.replicationGroup().status());
        for (int look = 0; look < 3; look++) {
            assertEquals("available", group.look().status());
        }
        assertEquals("modifying", group.look().status());
        assertEquals(3, group.look().nodeGroups().size());
    }

    @Test
    void noLookIsOlderThanTwoMinutes() {
        OneGroup group = OneGroup.of(SETUP, CacheBehaviour.ORDINARY);
        group.setShards(3);
        group.passMinutes(2);
        assertEquals("modifying", group.look().status());
    }

    /// Two on a page, with other people's between them.
    @Test
    void membersLieOnSeveralPagesAmongOthers() {
        OneGroup group = OneGroup.of(2, 1);
        var page = group.elastiCache.describeCacheClusters(request -> request.maxRecords(100));
        assertEquals(2, page.cacheClusters().size());
        assertEquals("2", page.marker());
        assertTrue(page.cacheClusters().getFirst().cacheNodes().isEmpty());
        List<CacheCluster> all =
                group.elastiCache.describeCacheClustersPaginator().cacheClusters().stream()
                        .toList();
        assertEquals(7, all.size());
        assertEquals(4, group.members().size());
        assertEquals("0001", group.members().getFirst().cacheNodes().getFirst().cacheNodeId());
        assertEquals(
                "sessions-0001-002",
                group.elastiCache
                        .describeCacheClusters(
                                request -> request.cacheClusterId("Sessions-0001-002"))
                        .cacheClusters()
                        .getFirst()
                        .cacheClusterId());
        assertThrows(
                CacheClusterNotFoundException.class,
                () ->
                        group.elastiCache.describeCacheClusters(
                                request -> request.cacheClusterId("no-such")));
    }

    @Test
    void rolesAreShownWithClusterModeDisabledAlone() {
        ReplicationGroup enabled = OneGroup.of(SETUP, OneGroup.fresh()).look();
        assertEquals(ClusterMode.ENABLED, enabled.clusterMode());
        assertNull(member(enabled).currentRole());
        assertEquals("0-8191", enabled.nodeGroups().getFirst().slots());

        ReplicationGroup disabled =
                OneGroup.of(GroupSetup.of(OneGroup.ID, 1, 1).with(Mode.DISABLED), OneGroup.fresh())
                        .look();
        assertEquals(ClusterMode.DISABLED, disabled.clusterMode());
        assertEquals("primary", member(disabled).currentRole());
        assertNull(disabled.nodeGroups().getFirst().slots());
    }

    private static NodeGroupMember member(ReplicationGroup group) {
        return group.nodeGroups().getFirst().nodeGroupMembers().getFirst();
    }

    @Test
    void pendingChangesMayBeNullOrEmptyOrUnrelated() {
        assertNull(pending(Pending.NULL).pendingModifiedValues());
        assertNull(pending(Pending.EMPTY).pendingModifiedValues().resharding());
        assertEquals(
                true,
                pending(Pending.UNRELATED).pendingModifiedValues().transitEncryptionEnabled());
    }

    private static ReplicationGroup pending(Pending how) {
        return OneGroup.of(SETUP, OneGroup.fresh().with(how)).look();
    }

    @Test
    void aGlobalDatastoreMayBeAnEmptyStructure() {
        assertNull(OneGroup.of(2, 1).look().globalReplicationGroupInfo());
        assertNull(
                OneGroup.of(2, 1, Quirk.EMPTY_GLOBAL_DATASTORE)
                        .look()
                        .globalReplicationGroupInfo()
                        .globalReplicationGroupId());
        assertEquals(
                "world",
                OneGroup.of(SETUP.inGlobalDatastore("world"), OneGroup.fresh())
                        .look()
                        .globalReplicationGroupInfo()
                        .globalReplicationGroupId());
    }

    @Test
    void anUnknownStatusShowsUp() {
        OneGroup group = OneGroup.of(2, 1, Quirk.UNKNOWN_STATUS);
        group.setShards(3);
        group.passMinutes(5);
        assertEquals("optimizing", group.look().status());
        group.passMinutes(30);
        assertEquals("available", group.look().status());
    }

    @Test
    void aBackupInterleaves() {
        OneGroup group = OneGroup.of(2, 1, Quirk.BACKUP_INTERLEAVES);
        group.setShards(3);
        group.passMinutes(29);
        assertEquals(
                List.of("modifying", "snapshotting", "modifying", "available"), group.statuses());
    }

    @Test
    void theGroupMayBeGone() {
        OneGroup group = OneGroup.of(2, 1, Quirk.DELETED_MIDWAY);
        group.setShards(3);
        group.passMinutes(5);
        assertThrows(ReplicationGroupNotFoundException.class, group::look);
        assertEquals(List.of(), group.members());
        group.passMinutes(60);
        assertThrows(ReplicationGroupNotFoundException.class, group::look);
    }

    @Test
    void namesAreReadInAnyCase() {
        OneGroup group = OneGroup.of(1, 1);
        assertEquals(
                OneGroup.ID,
                group.elastiCache
                        .describeReplicationGroups(
                                request -> request.replicationGroupId("SESSIONS"))
                        .replicationGroups()
                        .getFirst()
                        .replicationGroupId());
        assertThrows(
                ReplicationGroupNotFoundException.class,
                () ->
                        group.elastiCache.describeReplicationGroups(
                                request -> request.replicationGroupId("another")));
        assertThrows(
                UnsupportedOperationException.class, group.elastiCache::describeReplicationGroups);
    }

    @Test
    void tagsAreReadInASettledStateAlone() {
        OneGroup group = OneGroup.of(SETUP, OneGroup.fresh().withTag("team", "web"));
        assertEquals(
                List.of(Tag.builder().key("team").value("web").build()), tags(group).tagList());
        group.setShards(3);
        assertThrows(InvalidReplicationGroupStateException.class, () -> tags(group));
    }

    private static ListTagsForResourceResponse tags(OneGroup group) {
        String arn = ShownGroup.arn(OneGroup.ID);
        return group.elastiCache.listTagsForResource(request -> request.resourceName(arn));
    }

    @Test
    void listsServiceUpdatesByTheirStatus() {
        OneGroup group =
                OneGroup.of(
                        SETUP,
                        OneGroup.fresh()
                                .withUpdate("u-1", "in-progress")
                                .withUpdate("u-2", "complete"));
        var found =
                group.elastiCache.describeUpdateActions(
                        request ->
                                request.replicationGroupIds(OneGroup.ID)
                                        .updateActionStatusWithStrings("in-progress"));
        assertEquals(1, found.updateActions().size());
        assertEquals("u-1", found.updateActions().getFirst().serviceUpdateName());
    }

    @Test
    void namesTheSubnetsOfTheMembers() {
        OneGroup group = OneGroup.of(1, 1);
        String subnetGroup = group.members().getFirst().cacheSubnetGroupName();
        var found =
                group.elastiCache.describeCacheSubnetGroups(
                        request -> request.cacheSubnetGroupName(subnetGroup));
        assertEquals(
                List.of("subnet-1", "subnet-2"),
                found.cacheSubnetGroups().getFirst().subnets().stream()
                        .map(each -> each.subnetIdentifier())
                        .toList());
    }

    @Test
    void aCallThatIsNotModelledFailsLoudly() {
        OneGroup group = OneGroup.of(1, 1);
        assertThrows(
                UnsupportedOperationException.class,
                () ->
                        group.elastiCache.deleteReplicationGroup(
                                request -> request.replicationGroupId(OneGroup.ID)));
    }
}
