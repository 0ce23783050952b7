package headroom.elasticache.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.step.Started;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

final class ScaleCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");
    private static final String XLARGE = "cache.r7g.xlarge";

    private static final Change REPLICA = new Change.AddReplicas("0002", 1, 2);
    private static final Change REPLICAS = new Change.AddReplicasToAll(1, 2);
    private static final Change SHARDS = new Change.AddShards(2, 4);
    private static final Change REBALANCE = new Change.Rebalance(2);
    private static final Change TYPE = new Change.ChangeNodeType("cache.r7g.large", XLARGE);

    private final ElastiCacheStub elastiCache = new ElastiCacheStub();
    private Policy policy = Policy.upTo(6, 3).with(CacheSettings.LARGEST_NODE_TYPE, XLARGE);
    private Instant planned = NOW;

    static Stream<Arguments> asksForTheAbsoluteTargetAndNothingElse() {
        return Stream.of(
                Arguments.of(REPLICA, replicas("0002")),
                Arguments.of(REPLICAS, replicas("0001", "0002")),
                Arguments.of(SHARDS, shards(4)),
                Arguments.of(REBALANCE, shards(2)),
                Arguments.of(
                        TYPE,
                        ModifyReplicationGroupRequest.builder()
                                .replicationGroupId("sessions")
                                .cacheNodeType(XLARGE)
                                .applyImmediately(true)
                                .build()));
    }

    private static ElastiCacheRequest replicas(String... shards) {
        return IncreaseReplicaCountRequest.builder()
                .replicationGroupId("sessions")
                .applyImmediately(true)
                .replicaConfiguration(
                        Stream.of(shards)
                                .map(
                                        each ->
                                                ConfigureShard.builder()
                                                        .nodeGroupId(each)
                                                        .newReplicaCount(2)
                                                        .build())
                                .toList())
                .build();
    }

    private static ElastiCacheRequest shards(int count) {
        return ModifyReplicationGroupShardConfigurationRequest.builder()
                .replicationGroupId("sessions")
                .nodeGroupCount(count)
                .applyImmediately(true)
                .build();
    }

    @ParameterizedTest
    @MethodSource
    void asksForTheAbsoluteTargetAndNothingElse(Change change, ElastiCacheRequest request) {
        uneven();

        assertEquals(
                new Started(NOW, "ElastiCache accepted to " + change.inWords() + "."),
                scale(change));
        assertEquals(List.of(request), elastiCache.acts);
    }

    private void uneven() {
        elastiCache
                .shard("0001", it -> it.slots("0-1000"))
                .shard("0002", it -> it.slots("1001-16383"));
    }

    @Test
    void leavesOutTheShardsThatHaveAsManyReplicasAlready() {
        elastiCache.shard("0001", "0-8191", 3);
        scale(REPLICAS);

        assertEquals(List.of(replicas("0002")), elastiCache.acts);
    }

    @Test
    void namesNoShardWithClusterModeDisabled() {
        elastiCache.group(it -> it.clusterMode("disabled"));
        scale(REPLICA);

        assertEquals(
                List.of(
                        IncreaseReplicaCountRequest.builder()
                                .replicationGroupId("sessions")
                                .applyImmediately(true)
                                .newReplicaCount(2)
                                .build()),
                elastiCache.acts);
    }

    @Test
    void spreadsNothingThatIsEven() {
        assertEquals(
                "It is so already: sessions is available with 2 shards and 4 nodes of"
                        + " cache.r7g.large.",
                scale(REBALANCE).sentence());
        assertEquals(List.of(), elastiCache.acts);
    }

    static Stream<Change> changes() {
        return Stream.of(REPLICA, REPLICAS, SHARDS, TYPE);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void findsItsChangeDoneTheSecondTime(Change change) {
        reach(change);

        assertTrue(scale(change).sentence().startsWith("It is so already: "));
        assertEquals(List.of(), elastiCache.acts);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void findsItsChangeUnderWayTheSecondTime(Change change) {
        reach(change);
        elastiCache.group(it -> it.status("modifying"));

        assertTrue(scale(change).sentence().startsWith("It is already under way: "));
        assertEquals(List.of(), elastiCache.acts);
    }

    private void reach(Change change) {
        switch (change) {
            case Change.AddReplicas _ -> elastiCache.shard("0002", "8192-16383", 3);
            case Change.AddReplicasToAll _ ->
                    elastiCache.shard("0001", "0-8191", 3).shard("0002", "8192-16383", 3);
            case Change.AddShards _ -> elastiCache.shard("0003", null, 2).shard("0007", null, 2);
            case Change.Rebalance _ -> {}
            case Change.SwitchMode it ->
                    elastiCache.group(group -> group.clusterMode(it.to().word()));
            case Change.ChangeNodeType _ ->
                    elastiCache
                            .group(it -> it.cacheNodeType(XLARGE))
                            .nodes(it -> it.cacheNodeType(XLARGE));
        }
    }

    @Test
    void knowsItsNodeTypeByTheGroupThatShowsItAtOnce() {
        elastiCache.group(it -> it.cacheNodeType(XLARGE));

        assertTrue(scale(TYPE).sentence().startsWith("It is so already: "));
    }

    @Test
    void knowsARebalanceByTheSlotsThatMove() {
        uneven();
        elastiCache.group(
                it ->
                        it.status("modifying")
                                .pendingModifiedValues(
                                        pending ->
                                                pending.resharding(
                                                        resharding ->
                                                                resharding.slotMigration(
                                                                        slots ->
                                                                                slots
                                                                                        .progressPercentage(
                                                                                                0.0)))));

        assertTrue(scale(REBALANCE).sentence().startsWith("It is already under way: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"modifying", "snapshotting", "brand-new"})
    void isTriedAgainWhileTheGroupIsBusyWithSomethingElse(String status) {
        elastiCache.group(it -> it.status(status));

        assertThrows(GroupBusy.class, () -> scale(SHARDS));
        assertEquals(List.of(), elastiCache.acts);
    }

    @Test
    void isTriedAgainWhileAMemberIsStillCreated() {
        elastiCache.node("sessions-0001-002", it -> it.cacheClusterStatus("creating"));

        assertEquals(
                "Nothing can be changed now: sessions is available with 2 shards and 4 nodes of"
                        + " cache.r7g.large; sessions-0001-002 is creating.",
                assertThrows(GroupBusy.class, () -> scale(SHARDS)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "2, 5", "2, 1"})
    void refusesAPlanThatSomebodyElseHasOvertaken(int from, int now) {
        elastiCache.without("0002");
        for (int shard = 2; shard <= now; shard++) {
            elastiCache.shard("%04d".formatted(shard), "0-1", 2);
        }

        assertTrue(
                refusal(new Change.AddShards(from, 4))
                        .startsWith("The plan was to go from 2 to 4 shards, and now sessions is"));
        assertEquals(List.of(), elastiCache.acts);
    }

    @Test
    void refusesAShardThatIsGone() {
        assertThrows(ScaleRefused.class, () -> scale(new Change.AddReplicas("0009", 1, 2)));
    }

    @Test
    void refusesToSpreadSlotsThatItCannotRead() {
        elastiCache.shard("0001", it -> it.slots("0..8191"));

        assertThrows(ScaleRefused.class, () -> scale(REBALANCE));
    }

    @Test
    void refusesAPlanThatIsTooOld() {
        planned = NOW.minus(ScaleCache.PLAN_HOLDS);
        scale(SHARDS);
        planned = planned.minusSeconds(1);

        assertEquals(
                "The plan to go from 2 to 4 shards is 1 h old, and holds for 1 h. Ask for a new"
                        + " one.",
                assertThrows(ScaleRefused.class, () -> scale(SHARDS)).getMessage());
        assertEquals(1, elastiCache.acts.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compatible", "brand-new", "disabled"})
    void refusesShardsWhereTheModeHasNone(String mode) {
        elastiCache.group(it -> it.clusterMode(mode));

        assertThrows(ScaleRefused.class, () -> scale(SHARDS));
        assertEquals(List.of(), elastiCache.acts);
    }

    static Stream<Change> refusesWhatIsAboveACeilingOrSmaller() {
        return Stream.of(
                new Change.AddShards(2, 7),
                new Change.AddReplicas("0002", 1, 4),
                new Change.AddReplicasToAll(1, 4),
                new Change.AddShards(2, 1),
                TYPE);
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsAboveACeilingOrSmaller(Change change) {
        policy = Policy.upTo(6, 3);

        assertThrows(ScaleRefused.class, () -> scale(change));
        assertEquals(List.of(), elastiCache.acts);
    }

    private String refusal(Change change) {
        return String.valueOf(assertThrows(ScaleRefused.class, () -> scale(change)).getMessage());
    }

    private Started scale(Change change) {
        return new ScaleCache(
                        elastiCache,
                        new Settings("sessions", policy, 3),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(new ScaleCache.Input(change, planned));
    }
}
