package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.load.Shape;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;

import java.util.List;

final class TypeChangeTest {
    private static final String LARGE = "cache.r7g.large";
    private static final String XLARGE = "cache.r7g.xlarge";

    private static List<String> types(OneGroup group) {
        return group.members().stream().map(CacheCluster::cacheNodeType).toList();
    }

    /// The group's type proves nothing.
    @Test
    void theNewTypeShowsAtOnceAndTheNodesFollow() {
        OneGroup group = OneGroup.of(1, 1);
        group.setType(XLARGE);
        assertEquals("modifying", group.look().status());
        assertEquals(XLARGE, group.look().cacheNodeType());
        assertEquals(List.of(LARGE, LARGE), types(group));
        group.passMinutes(7);
        assertEquals(List.of(LARGE, XLARGE), types(group));
        group.passMinutes(6);
        assertEquals(List.of(XLARGE, XLARGE), types(group));
        assertEquals("available", group.look().status());
        assertEquals(
                List.of("sessions-0001-001", "sessions-0001-002"), group.look().memberClusters());
    }

    @Test
    void aReplicaTakesOver() {
        OneGroup group = OneGroup.of(1, 1);
        group.setType(XLARGE);
        group.passMinutes(13);
        Shape.Shard shard = group.elastiCache.shape().shards().getFirst();
        assertEquals("sessions-0001-002", shard.primary().orElseThrow().id());
    }

    @Test
    void aShardWithoutReplicasKeepsItsPrimary() {
        OneGroup group = OneGroup.of(2, 0);
        group.setType(XLARGE);
        group.passMinutes(13);
        assertEquals(List.of(XLARGE, XLARGE), types(group));
        assertTrue(group.elastiCache.shape().shards().getFirst().primary().isPresent());
    }

    @Test
    void membersMayGetNewNames() {
        OneGroup group = OneGroup.of(1, 1, Quirk.NODES_RENAMED);
        List<String> before = group.look().memberClusters();
        group.setType(XLARGE);
        group.passMinutes(13);
        assertNotEquals(before, group.look().memberClusters());
        assertEquals(2, group.look().memberClusters().size());
        assertTrue(group.memberStatuses().stream().allMatch("available"::equals));
        assertTrue(group.elastiCache.shape().shards().getFirst().primary().isPresent());
    }

    @Test
    void itFallsBackForWantOfCapacity() {
        OneGroup group = OneGroup.of(1, 1, Quirk.CAPACITY_MISSED);
        group.setType(XLARGE);
        group.passMinutes(7);
        assertEquals("available", group.look().status());
        assertEquals(LARGE, group.look().cacheNodeType());
        assertEquals(List.of(LARGE, LARGE), types(group));
    }

    @Test
    void typesThatAreNotAllowedAreRefused() {
        OneGroup group =
                OneGroup.of(
                        GroupSetup.of(OneGroup.ID, 1, 1),
                        OneGroup.fresh().withAllowedTypes("cache.r7g.2xlarge"));
        assertEquals(
                List.of("cache.r7g.2xlarge"),
                group.elastiCache
                        .listAllowedNodeTypeModifications(
                                request -> request.replicationGroupId(OneGroup.ID))
                        .scaleUpModifications());
        assertThrows(InvalidParameterValueException.class, () -> group.setType(XLARGE));
        group.setType("cache.r7g.2xlarge");
    }

    /// It waits for the maintenance window, where it would surprise everyone.
    @Test
    void withoutApplyImmediatelyItIsPending() {
        OneGroup group = OneGroup.of(1, 1);
        group.elastiCache.modifyReplicationGroup(
                request -> request.replicationGroupId(OneGroup.ID).cacheNodeType(XLARGE));
        group.passMinutes(60);
        assertEquals("available", group.look().status());
        assertEquals(LARGE, group.look().cacheNodeType());
        assertEquals(XLARGE, group.members().getFirst().pendingModifiedValues().cacheNodeType());
    }

    @Test
    void anythingElseIsNotModelled() {
        OneGroup group = OneGroup.of(1, 1);
        var failure =
                assertThrows(
                        UnsupportedOperationException.class,
                        () ->
                                group.elastiCache.modifyReplicationGroup(
                                        request ->
                                                request.replicationGroupId(OneGroup.ID)
                                                        .cacheNodeType(XLARGE)
                                                        .engineVersion("9.0")
                                                        .applyImmediately(true)));
        assertTrue(String.valueOf(failure.getMessage()).contains("EngineVersion"));
    }
}
