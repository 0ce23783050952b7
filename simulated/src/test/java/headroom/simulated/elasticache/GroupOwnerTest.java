package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.faults.Faults;
import headroom.simulated.faults.FaultyClient;
import headroom.simulated.faults.InvocationTimer;
import headroom.simulated.journal.Kind;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.NoOperationException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;

import java.time.Duration;
import java.util.List;

/// What happens to the group beside Headroom, and to its calls on their way.
final class GroupOwnerTest {
    private static List<Shape.Node> nodes(OneGroup group) {
        return group.elastiCache.shape().shards().getFirst().nodes();
    }

    @Test
    void somebodyElseScales() {
        OneGroup group = OneGroup.of(2, 1);
        group.owner.act(GroupIntervention.ADD_REPLICA);
        group.passMinutes(9);
        group.owner.act(GroupIntervention.ADD_SHARD);
        assertEquals(List.of(3, 2, 2), group.membersOfShards());
        group.owner.act(GroupIntervention.CHANGE_NODE_TYPE);
        assertEquals("cache.r7g.large", group.look().cacheNodeType());
        group.passMinutes(29);
        group.owner.act(GroupIntervention.CHANGE_NODE_TYPE);
        assertEquals("cache.m6g.2xlarge", group.look().cacheNodeType());
        assertEquals(3, group.journal.entries(Kind.PERSON).count());
        assertEquals(1, group.journal.entries(Kind.SCENARIO).count());
    }

    @Test
    void somebodyDeletesTheGroup() {
        OneGroup group = OneGroup.of(1, 1);
        group.owner.act(GroupIntervention.DELETE_GROUP);
        assertEquals("deleting", group.look().status());
        group.passMinutes(6);
        assertThrows(ReplicationGroupNotFoundException.class, group::look);
        group.owner.act(GroupIntervention.DELETE_GROUP);
        assertEquals(1, group.journal.entries(Kind.SCENARIO).count());
    }

    /// For a minute and a half both claim to be the primary, and the lag's series vanishes.
    @Test
    void aReplicaTakesOver() {
        OneGroup group = OneGroup.of(1, 1);
        group.owner.act(GroupIntervention.FAIL_OVER);
        assertEquals("available", group.look().status());
        assertFalse(nodes(group).getFirst().primary());
        assertTrue(nodes(group).getLast().primary());
        assertTrue(nodes(group).stream().allMatch(Shape.Node::claims));
        assertEquals(Shape.Sync.SILENT, nodes(group).getFirst().sync());
        group.passMinutes(2);
        assertEquals(List.of(false, true), nodes(group).stream().map(Shape.Node::claims).toList());
        group.passMinutes(2);
        assertEquals(Shape.Sync.IN_STEP, nodes(group).getFirst().sync());
    }

    @Test
    void orNoneClaimsToBeThePrimary() {
        OneGroup group = OneGroup.of(1, 1, Quirk.NONE_CLAIMS);
        group.owner.act(GroupIntervention.FAIL_OVER);
        assertTrue(nodes(group).stream().noneMatch(Shape.Node::claims));
        group.passMinutes(2);
        assertEquals(List.of(false, true), nodes(group).stream().map(Shape.Node::claims).toList());
    }

    @Test
    void itFailsOverInTheMiddleOfAChange() {
        OneGroup group = OneGroup.of(2, 1, Quirk.FAILS_OVER);
        group.setReplicas("0001", 2);
        group.passMinutes(5);
        assertEquals("sessions-0001-002", primary(group));
        group.passMinutes(5);
        assertEquals("available", group.look().status());
        assertEquals("sessions-0001-002", primary(group));
    }

    private static String primary(OneGroup group) {
        return group.elastiCache.shape().shards().getFirst().primary().orElseThrow().id();
    }

    /// Its answer is lost; asked again, it is busy at first, and then done.
    @Test
    void anAcceptedCallWhoseAnswerIsLost() {
        OneGroup group = OneGroup.of(1, 1);
        var faults =
                new Faults(
                        List.of(
                                ElastiCacheFaults.KINDS.parse(
                                        "elasticache.IncreaseReplicaCount#1:ANSWER_LOST")),
                        group.journal);
        ElastiCacheClient client =
                FaultyClient.around(
                        group.elastiCache,
                        ElastiCacheClient.class,
                        ElastiCacheFaults.KINDS,
                        faults,
                        group.scheduler,
                        new InvocationTimer(group.scheduler, group.journal, faults));
        IncreaseReplicaCountRequest request =
                IncreaseReplicaCountRequest.builder()
                        .replicationGroupId(OneGroup.ID)
                        .newReplicaCount(2)
                        .applyImmediately(true)
                        .build();
        assertThrows(SdkClientException.class, () -> client.increaseReplicaCount(request));
        assertThrows(
                InvalidReplicationGroupStateException.class,
                () -> client.increaseReplicaCount(request));
        group.pass(Duration.ofMinutes(9));
        assertThrows(NoOperationException.class, () -> client.increaseReplicaCount(request));
        assertEquals(1, group.changes().size());
    }
}
