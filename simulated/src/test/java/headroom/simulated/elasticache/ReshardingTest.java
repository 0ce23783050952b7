package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.elasticache.CacheBehaviour.Progress;
import headroom.simulated.elasticache.CacheBehaviour.Quirk;
import headroom.simulated.elasticache.GroupSetup.ShardSetup;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.elasticache.load.SlotSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

final class ReshardingTest {
    private static final GroupSetup UNEVEN =
            GroupSetup.of(OneGroup.ID, 2, 1)
                    .withShards(
                            shards ->
                                    List.of(
                                            with(shards.getFirst(), SlotSet.range(0, 12_287)),
                                            with(shards.getLast(), SlotSet.range(12_288, 16_383))));

    private static ShardSetup with(ShardSetup shard, SlotSet slots) {
        return new ShardSetup(shard.id(), slots, shard.nodes());
    }

    private static List<Integer> counts(OneGroup group) {
        return group.elastiCache.shape().shards().stream()
                .map(each -> each.slots().count())
                .toList();
    }

    private static void assertAllSlotsOnce(OneGroup group) {
        List<Shape.Shard> shards = group.elastiCache.shape().shards();
        assertEquals(
                SlotSet.ALL_SLOTS, shards.stream().mapToInt(each -> each.slots().count()).sum());
        assertEquals(
                SlotSet.ALL_SLOTS,
                shards.stream()
                        .map(Shape.Shard::slots)
                        .reduce(SlotSet.NONE, SlotSet::with)
                        .count());
    }

    @Test
    void newShardsAreMadeAndThenFilled() {
        OneGroup group = OneGroup.of(2, 1);
        group.setShards(4);
        assertEquals(
                List.of("modifying", "modifying", "creating", "creating"),
                group.look().nodeGroups().stream().map(each -> each.status()).toList());
        assertNull(group.slots().getLast());
        assertNull(moved(group));

        group.passMinutes(13);
        assertEquals(20.0, moved(group));
        assertAllSlotsOnce(group);
        group.passMinutes(16);
        assertEquals("available", group.look().status());
        assertEquals(List.of(4096, 4096, 4096, 4096), counts(group));
        assertEquals("0-4095", group.slots().getFirst());
        assertAllSlotsOnce(group);
        assertNull(moved(group));
    }

    private static @Nullable Double moved(OneGroup group) {
        ReplicationGroupPendingModifiedValues pending = group.look().pendingModifiedValues();
        return pending.resharding() == null
                ? null
                : pending.resharding().slotMigration().progressPercentage();
    }

    @Test
    void newShardsAreAsSmallAsTheSmallest() {
        OneGroup group = OneGroup.of(2, 1);
        group.setReplicas("0001", 3);
        group.passMinutes(9);
        group.setShards(3);
        assertEquals(List.of(4, 2, 2), group.membersOfShards());
    }

    /// One error for two things; only its words differ.
    @Test
    void evenSlotsAreRefusedLikeABusyGroup() {
        OneGroup group = OneGroup.of(3, 1);
        var even =
                assertThrows(InvalidReplicationGroupStateException.class, () -> group.setShards(3));
        assertTrue(String.valueOf(even.getMessage()).contains("uniformly distributed"));
        group.setShards(4);
        var busy =
                assertThrows(InvalidReplicationGroupStateException.class, () -> group.setShards(4));
        assertTrue(String.valueOf(busy.getMessage()).contains("available state"));
    }

    @Test
    void unevenSlotsAreSpread() {
        OneGroup group = OneGroup.of(UNEVEN, OneGroup.fresh());
        group.setShards(2);
        assertEquals(0.0, moved(group));
        group.passMinutes(21);
        assertEquals(List.of(8192, 8192), counts(group));
        assertEquals(List.of("0-8191", "8192-16383"), group.slots());
    }

    @Test
    void itMayEndUneven() {
        OneGroup half = OneGroup.of(UNEVEN, OneGroup.fresh().with(Quirk.ENDS_UNEVEN));
        half.setShards(2);
        half.passMinutes(21);
        assertEquals("available", half.look().status());
        assertEquals(List.of(10_240, 6_144), counts(half));
        assertAllSlotsOnce(half);
    }

    @Test
    void aSlotWithAHugeItemStays() {
        var huge = OneGroup.DATA;
        for (int slot = 8_000; slot < 12_288; slot++) {
            huge = huge.withHuge(slot, 3e8);
        }
        var group = new OneGroup(UNEVEN, OneGroup.fresh(), SimulatedSubnets.roomy(), huge);
        group.setShards(2);
        group.passMinutes(21);
        assertTrue(group.elastiCache.shape().shards().getFirst().slots().has(12_000));
        assertEquals(List.of("3904-7999", "0-3903,8000-12287"), sorted(group));
        assertAllSlotsOnce(group);
    }

    private static List<String> sorted(OneGroup group) {
        return List.of(
                Objects.requireNonNull(group.slots().getLast()).replace(",12288-16383", ""),
                Objects.requireNonNull(group.slots().getFirst()));
    }

    @Test
    void rangesMayBeWrittenInAnotherForm() {
        OneGroup group = OneGroup.of(UNEVEN, OneGroup.fresh().withRangesBetween(", "));
        group.setShards(3);
        group.passMinutes(29);
        assertTrue(group.slots().stream().anyMatch(each -> each.contains(", ")));
    }

    @Test
    void progressMayBeAbsentOrZeroOrJump() {
        assertEquals(List.of(), progress(Progress.ABSENT));
        assertEquals(List.of(0.0), progress(Progress.ZERO));
        assertEquals(
                List.of(0.0, 10.0, 30.0, 40.0, 25.0, 60.0, 70.0, 40.0), progress(Progress.JUMPING));
    }

    /// What is said from minute to minute, each value once in a row; 10 of 20 is at two minutes.
    private static List<Double> progress(Progress how) {
        OneGroup group = OneGroup.of(UNEVEN, OneGroup.fresh().with(how));
        group.setShards(2);
        List<Double> said = new ArrayList<>();
        for (int minute = 0; minute < 20; minute++) {
            Double now = moved(group);
            if (now != null && (said.isEmpty() || !said.getLast().equals(now))) {
                said.add(now);
            }
            group.passMinutes(1);
        }
        return said;
    }

    @Test
    void newShardsFallAwayForWantOfCapacity() {
        OneGroup group = OneGroup.of(2, 1, Quirk.CAPACITY_MISSED);
        group.setShards(4);
        assertEquals(4, group.look().nodeGroups().size());
        group.passMinutes(9);
        assertEquals(2, group.look().nodeGroups().size());
        assertEquals("available", group.look().status());
        assertAllSlotsOnce(group);
    }

    @Test
    void removingShardsIsNotModelled() {
        OneGroup group = OneGroup.of(2, 1);
        assertThrows(
                UnsupportedOperationException.class,
                () ->
                        group.elastiCache.modifyReplicationGroupShardConfiguration(
                                request ->
                                        request.replicationGroupId(OneGroup.ID)
                                                .nodeGroupCount(1)
                                                .nodeGroupsToRemove("0002")
                                                .applyImmediately(true)));
    }
}
