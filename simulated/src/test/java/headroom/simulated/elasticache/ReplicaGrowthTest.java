package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.GroupSetup.ShardSetup;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.faults.Fault;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.NoOperationException;
import software.amazon.awssdk.services.elasticache.model.NodeGroupNotFoundException;

import java.time.Duration;
import java.util.List;

final class ReplicaGrowthTest {
    @Test
    void oneShardAloneGetsAReplica() {
        OneGroup group = OneGroup.of(3, 1);
        group.setReplicas("0002", 2);
        assertEquals("modifying", group.look().status());
        assertEquals(
                List.of("available", "modifying", "available"),
                group.look().nodeGroups().stream().map(each -> each.status()).toList());
        assertEquals(List.of(2, 3, 2), group.membersOfShards());
        assertEquals("creating", group.memberStatuses().get(4));

        group.passMinutes(9);
        assertEquals("available", group.look().status());
        assertTrue(group.memberStatuses().stream().allMatch("available"::equals));
        assertEquals(List.of("shard 0002, 1 -> 2 replicas"), group.changes());
    }

    /// It copies what its primary has, and then follows it.
    @Test
    void aNewReplicaCatchesUp() {
        OneGroup group = OneGroup.of(1, 0);
        group.setReplicas("0001", 1);
        group.passMinutes(7);
        assertEquals(1, group.elastiCache.shape().shards().getFirst().nodes().size());
        group.pass(Duration.ofSeconds(61));
        Shape.Shard shard = group.elastiCache.shape().shards().getFirst();
        assertEquals(Shape.Sync.CATCHING_UP, shard.nodes().getLast().sync());
        assertTrue(shard.nodes().getFirst().saving());
        group.passMinutes(3);
        shard = group.elastiCache.shape().shards().getFirst();
        assertEquals(Shape.Sync.IN_STEP, shard.nodes().getLast().sync());
        assertTrue(!shard.nodes().getFirst().saving());
    }

    @Test
    void aRepetitionIsNoOperation() {
        OneGroup group = OneGroup.of(1, 1);
        group.setReplicas("0001", 2);
        group.passMinutes(9);
        var again = assertThrows(NoOperationException.class, () -> group.setReplicas("0001", 2));
        assertTrue(String.valueOf(again.getMessage()).contains("already matches"));
    }

    @Test
    void oneChangeAtATime() {
        OneGroup group = OneGroup.of(2, 1);
        group.setReplicas("0001", 2);
        assertThrows(
                InvalidReplicationGroupStateException.class, () -> group.setReplicas("0002", 2));
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.setShards(3));
        assertThrows(
                InvalidReplicationGroupStateException.class,
                () -> group.setType("cache.r7g.xlarge"));
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.backUp("one"));
    }

    @Test
    void numbersOutOfBoundsAndUnknownShardsAreRefused() {
        OneGroup group = OneGroup.of(1, 2);
        assertThrows(InvalidParameterValueException.class, () -> group.setReplicas("0001", 6));
        assertThrows(InvalidParameterValueException.class, () -> group.setReplicas("0001", 1));
        assertThrows(NodeGroupNotFoundException.class, () -> group.setReplicas("0007", 3));
        assertThrows(
                InvalidParameterValueException.class,
                () ->
                        group.elastiCache.increaseReplicaCount(
                                request ->
                                        request.replicationGroupId(OneGroup.ID)
                                                .newReplicaCount(3)));
    }

    /// The group is available, and takes nothing: another error than that of a busy group.
    @Test
    void theGroupMayBeAvailableBeforeItsMemberIs() {
        OneGroup group = OneGroup.of(1, 1, Quirk.MEMBER_LAGS);
        group.setReplicas("0001", 2);
        group.passMinutes(9);
        assertEquals("available", group.look().status());
        assertEquals(List.of("available", "available", "creating"), group.memberStatuses());
        assertThrows(InvalidCacheClusterStateException.class, () -> group.setReplicas("0001", 3));
        group.passMinutes(4);
        group.setReplicas("0001", 3);
    }

    @Test
    void aShardMayStayModifyingForHours() {
        OneGroup group = OneGroup.of(2, 1, Quirk.SHARD_LAGS);
        group.setReplicas("0002", 2);
        group.passMinutes(200);
        assertEquals("available", group.look().status());
        assertEquals("modifying", group.look().nodeGroups().getLast().status());
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.setShards(3));
        group.passMinutes(120);
        assertEquals("available", group.look().nodeGroups().getLast().status());
    }

    @Test
    void itFallsBackForWantOfCapacity() {
        OneGroup group = OneGroup.of(1, 1, Quirk.CAPACITY_MISSED);
        group.setReplicas("0001", 2);
        assertEquals(List.of(3), group.membersOfShards());
        group.passMinutes(9);
        assertEquals("available", group.look().status());
        assertEquals(List.of(2), group.membersOfShards());
    }

    @Test
    void aFaultMakesItFailOrHang() {
        OneGroup failing =
                OneGroup.of(
                        GroupSetup.of(OneGroup.ID, 1, 1),
                        OneGroup.fresh(),
                        ElastiCacheFaults.KINDS.parse("group.Change#1:FAILS"));
        failing.setReplicas("0001", 2);
        failing.passMinutes(9);
        assertEquals(List.of(2), failing.membersOfShards());

        Fault hangs = ElastiCacheFaults.KINDS.parse("group.Change#1:HANGS");
        OneGroup hanging = OneGroup.of(GroupSetup.of(OneGroup.ID, 1, 1), OneGroup.fresh(), hangs);
        hanging.setReplicas("0001", 2);
        hanging.pass(Duration.ofDays(3));
        assertEquals("modifying", hanging.look().status());
    }

    /// Names are given once, and where there were gaps they are filled by nobody's rule.
    @Test
    void newNamesAreNoneThatWereThere() {
        GroupSetup gaps =
                GroupSetup.of(OneGroup.ID, 1, 1)
                        .withShards(
                                shards ->
                                        List.of(
                                                new ShardSetup(
                                                        "42",
                                                        shards.getFirst().slots(),
                                                        List.of(
                                                                "sessions-42-002",
                                                                "sessions-42-005"))));
        OneGroup group = OneGroup.of(gaps, OneGroup.fresh());
        group.setReplicas("42", 2);
        assertEquals(
                List.of("sessions-42-002", "sessions-42-005", "sessions-42-001"),
                group.look().memberClusters());
    }
}
