package headroom.elasticache.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.ElastiCacheStub;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.Tag;

import java.util.List;
import java.util.Optional;

final class GroupTest {
    private final ElastiCacheStub elastiCache = new ElastiCacheStub();

    @Test
    void isPutTogetherFromTheGroupAndItsNodes() {
        elastiCache.group(it -> it.snapshotWindow("05:00-06:00").replicationGroupId("Sessions"));

        assertEquals(
                new Group(
                        "sessions",
                        "available",
                        ClusterMode.ENABLED,
                        new Engine("valkey", "8.0.1"),
                        "cache.r7g.large",
                        List.of(shard("0001", "0-8191"), shard("0002", "8192-16383")),
                        true,
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("05:00-06:00"),
                        Optional.of("sun:23:00-mon:01:30"),
                        Optional.of("private"),
                        Optional.empty(),
                        Optional.empty()),
                group());
        assertTrue(group().isSettled());
    }

    private static Shard shard(String id, String slots) {
        return new Shard(
                id,
                "available",
                Slots.parse(slots),
                List.of(member("sessions-" + id + "-001"), member("sessions-" + id + "-002")));
    }

    private static Member member(String id) {
        return new Member(
                id, "0001", "available", "cache.r7g.large", Optional.empty(), Optional.empty());
    }

    @Test
    void isFoundAmongTheNodesOfAWholeAccount() {
        for (int i = 0; i < 350; i++) {
            elastiCache.node("other-%03d".formatted(i), it -> it.replicationGroupId("other"));
        }
        for (int i = 1; i <= 83; i++) {
            elastiCache.shard("%04d".formatted(i), "0-1", 6);
        }

        assertEquals(498, group().nodes());
        assertTrue(group().isSettled());
        assertEquals(2 * 9, elastiCache.pages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"creating", "modifying", "snapshotting", "create-failed", "brand-new"})
    void isSettledInNoOtherStatus(String status) {
        elastiCache.group(it -> it.status(status));

        assertFalse(group().isSettled());
    }

    @ParameterizedTest
    @CsvSource({
        "creating, true",
        "rebooting cluster nodes, true",
        "restore-failed, false",
        "brand-new, false"
    })
    void isNotSettledWhileOneMemberIsNot(String status, boolean atWork) {
        elastiCache.node("sessions-0002-002", it -> it.cacheClusterStatus(status));

        assertFalse(group().isSettled());
        assertEquals(atWork, group().isAtWork());
        assertEquals(
                "sessions is available with 2 shards and 4 nodes of cache.r7g.large;"
                        + " sessions-0002-002 is "
                        + status,
                group().inWords());
    }

    @Test
    void isNotSettledWhileANodeWithinAMemberReboots() {
        elastiCache.node(
                "sessions-0002-002",
                it -> it.cacheNodes(CacheNode.builder().cacheNodeStatus("rebooting").build()));

        assertFalse(group().isSettled());
    }

    @Test
    void isNotSettledWhileANodeStandsInNoShard() {
        elastiCache.node("sessions-0002-004", it -> it.cacheClusterStatus("deleting"));

        assertEquals("available (sessions-0002-004 deleting)", group().status());
        assertFalse(group().isSettled());
        assertTrue(group().isAtWork());
    }

    @Test
    void isNotSettledWhileSlotsMove() {
        moved(99.5);
        assertFalse(group().isSettled());
        assertEquals(Optional.of(99.5), group().movedPercent());

        moved(100.0);
        assertTrue(group().isSettled());
        moved(null);
        assertTrue(group().isSettled());
    }

    private void moved(@Nullable Double percent) {
        elastiCache.group(
                it ->
                        it.pendingModifiedValues(
                                pending ->
                                        pending.resharding(
                                                resharding ->
                                                        resharding.slotMigration(
                                                                slots ->
                                                                        slots.progressPercentage(
                                                                                percent)))));
    }

    @ParameterizedTest
    @CsvSource({
        "enabled, , , ENABLED",
        "disabled, , , DISABLED",
        "compatible, true, , COMPATIBLE",
        "brand-new, true, , UNKNOWN",
        ", true, , ENABLED",
        ", false, , DISABLED",
        ", , , UNKNOWN",
        "disabled, , compatible, COMPATIBLE"
    })
    void readsTheClusterMode(
            @Nullable String mode,
            @Nullable Boolean enabled,
            @Nullable String pending,
            ClusterMode read) {
        elastiCache.group(
                it ->
                        it.clusterMode(mode)
                                .clusterEnabled(enabled)
                                .pendingModifiedValues(values -> values.clusterMode(pending)));

        assertEquals(read, group().mode());
        assertEquals(pending == null, group().isSettled());
    }

    @Test
    void knowsWhatWaitsForAMaintenanceWindow() {
        elastiCache.node(
                "sessions-0001-001",
                it -> it.pendingModifiedValues(values -> values.cacheNodeType("cache.r7g.xlarge")));

        assertEquals(
                Optional.of("CacheNodeType cache.r7g.xlarge"),
                group().members().getFirst().pending());
    }

    @Test
    void belongsToAGlobalDatastoreOnlyIfThatHasAName() {
        elastiCache.group(it -> it.globalReplicationGroupInfo(info -> {}));
        assertEquals(Optional.empty(), group().globalDatastore());

        elastiCache.group(
                it -> it.globalReplicationGroupInfo(info -> info.globalReplicationGroupId("all")));
        assertEquals(Optional.of("all"), group().globalDatastore());
    }

    @Test
    void readsItsTagsOnlyWhileItIsSettled() {
        elastiCache.tags(
                it ->
                        it.tagList(
                                Tag.builder().key("team").value("shop").build(),
                                Tag.builder()
                                        .key("aws:cloudformation:stack-name")
                                        .value("caches")
                                        .build()));
        assertEquals(Optional.of("caches"), tagged().stack());

        elastiCache.group(it -> it.status("modifying"));
        assertEquals(Optional.empty(), tagged().stack());
    }

    @Test
    void doesNotNeedItsTags() {
        elastiCache.tags(
                _ -> {
                    throw InvalidReplicationGroupStateException.builder().message("No.").build();
                });

        assertEquals(Optional.empty(), tagged().stack());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleting", "deleted"})
    void isGoneAsSoonAsItIsBeingDeleted(String status) {
        elastiCache.group(it -> it.status(status));

        assertEquals(
                "There is no replication group named sessions in this account and region, or it is"
                        + " being deleted. A serverless cache is none, and scales by itself.",
                assertThrows(GroupGone.class, this::group).getMessage());
    }

    @Test
    void isGoneWhereElastiCacheDoesNotKnowIt() {
        assertThrows(GroupGone.class, () -> Group.describe(elastiCache.gone(), "sessions"));
    }

    @Test
    void knowsNoSlotsInAFormThatNobodyKnows() {
        elastiCache.shard("0001", it -> it.slots("0..8191"));

        assertEquals(Optional.empty(), group().slots());
    }

    private Group group() {
        return Group.describe(elastiCache, "sessions");
    }

    private Group tagged() {
        return Group.describeWithTags(elastiCache, "sessions");
    }
}
