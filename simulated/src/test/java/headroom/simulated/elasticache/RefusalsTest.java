package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.GroupSetup.Mode;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.model.InsufficientCacheClusterCapacityException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidVpcNetworkStateException;
import software.amazon.awssdk.services.elasticache.model.NodeGroupsPerReplicationGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.NodeQuotaForCustomerExceededException;

import java.util.List;
import java.util.Map;

/// What each change is refused for when it is asked for.
final class RefusalsTest {
    private static final GroupSetup SETUP = GroupSetup.of(OneGroup.ID, 2, 1);
    private static final String XLARGE = "cache.r7g.xlarge";

    @Test
    void theQuotaOfNodes() {
        OneGroup group = OneGroup.of(SETUP, OneGroup.fresh().withNodeQuota(5));
        assertThrows(
                NodeGroupsPerReplicationGroupQuotaExceededException.class,
                () -> group.setShards(3));
        assertThrows(
                NodeQuotaForCustomerExceededException.class, () -> group.setReplicas("0001", 3));
        group.setReplicas("0001", 2);
    }

    @Test
    void capacity() {
        OneGroup group = OneGroup.of(2, 1, Quirk.CAPACITY_REFUSED);
        assertThrows(InsufficientCacheClusterCapacityException.class, () -> group.setShards(3));
        assertThrows(InsufficientCacheClusterCapacityException.class, () -> group.setType(XLARGE));
        assertEquals("available", group.look().status());
    }

    @Test
    void freeAddresses() {
        OneGroup group = withAddresses(3, OneGroup.fresh());
        assertThrows(InvalidVpcNetworkStateException.class, () -> group.setType(XLARGE));
        assertThrows(InvalidVpcNetworkStateException.class, () -> group.setShards(4));
        group.setShards(3);
        group.passMinutes(29);
        assertEquals(3, group.look().nodeGroups().size());
        assertEquals(1, group.subnets.free(List.of("subnet-1", "subnet-2")));
        assertThrows(InvalidVpcNetworkStateException.class, () -> group.setShards(4));
    }

    @Test
    void freeAddressesThatAreMissedLater() {
        OneGroup group = withAddresses(1, OneGroup.fresh().with(Quirk.ADDRESSES_MISSED));
        group.setShards(3);
        assertEquals("modifying", group.look().status());
        group.passMinutes(9);
        assertEquals("available", group.look().status());
        assertEquals(2, group.look().nodeGroups().size());
        assertEquals(1, group.subnets.free(List.of("subnet-1")));
    }

    private static OneGroup withAddresses(int free, CacheBehaviour behaviour) {
        return new OneGroup(
                SETUP, behaviour, SimulatedSubnets.of(Map.of("subnet-1", free)), OneGroup.DATA);
    }

    @Test
    void clusterModeDisabledHasOneShard() {
        OneGroup group =
                OneGroup.of(GroupSetup.of(OneGroup.ID, 1, 1).with(Mode.DISABLED), OneGroup.fresh());
        assertThrows(InvalidParameterCombinationException.class, () -> group.setShards(2));
        assertThrows(
                InvalidParameterCombinationException.class, () -> group.setReplicas("0001", 2));
        group.elastiCache.increaseReplicaCount(
                request ->
                        request.replicationGroupId(OneGroup.ID)
                                .newReplicaCount(2)
                                .applyImmediately(true));
        assertEquals("sessions-001", group.look().memberClusters().getLast());
    }

    @Test
    void clusterModeCompatibleIsScaledByNobody() {
        OneGroup group =
                OneGroup.of(
                        GroupSetup.of(OneGroup.ID, 1, 1).with(Mode.COMPATIBLE), OneGroup.fresh());
        assertEquals("compatible", group.look().clusterModeAsString());
        assertThrows(
                InvalidReplicationGroupStateException.class, () -> group.setReplicas("0001", 2));
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.setShards(2));
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.setType(XLARGE));
    }

    /// Replicas are a region's own; shards and types are not.
    @Test
    void aMemberOfAGlobalDatastoreKeepsItsShardsAndType() {
        OneGroup group = OneGroup.of(SETUP.inGlobalDatastore("world"), OneGroup.fresh());
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.setShards(3));
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.setType(XLARGE));
        group.setReplicas("0001", 2);
    }
}
