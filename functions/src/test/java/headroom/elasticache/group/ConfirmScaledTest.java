package headroom.elasticache.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.CloudWatchStub;
import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

final class ConfirmScaledTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");
    private static final String XLARGE = "cache.r7g.xlarge";
    private static final Duration LATER = Duration.ofMinutes(15);
    private static final Duration LONG = Duration.ofHours(30);

    private static final Change REPLICA = new Change.AddReplicas("0002", 1, 2);
    private static final Change REPLICAS = new Change.AddReplicasToAll(1, 2);
    private static final Change SHARDS = new Change.AddShards(2, 3);
    private static final Change REBALANCE = new Change.Rebalance(2);
    private static final Change TYPE = new Change.ChangeNodeType("cache.r7g.large", XLARGE);

    private final ElastiCacheStub elastiCache = new ElastiCacheStub();
    private final CloudWatchStub cloudWatch = new CloudWatchStub();

    ConfirmScaledTest() {
        cloudWatch.answer(
                (node, metric) -> metric.equals("ReplicationLag") && !isPrimary(node) ? 0.2 : null);
    }

    private static boolean isPrimary(String node) {
        return node.endsWith("-001");
    }

    private void haveThreeShards(@Nullable String first, @Nullable String last) {
        elastiCache.shard("0001", first, 2).shard("0002", "8192-13652", 2).shard("0003", last, 2);
    }

    @Test
    void isDoneOnceTheShardHasItsReplicas() {
        elastiCache.shard("0002", "8192-16383", 3);

        assertEquals(
                "sessions is available with 2 shards and 5 nodes of cache.r7g.large. All slots are"
                        + " held, evenly. All replicas are in step.",
                done(REPLICA, LATER));
    }

    @Test
    void isDoneOnceEachShardHasItsReplicas() {
        elastiCache.shard("0002", "8192-16383", 3);
        assertInstanceOf(Progress.Working.class, confirm(REPLICAS, ConfirmScaled.MAY_NOT_SHOW_YET));
        assertThrows(ScaleFailed.class, () -> confirm(REPLICAS, LATER));

        elastiCache.shard("0001", "0-8191", 3);
        done(REPLICAS, LATER);
    }

    @Test
    void isDoneOnceTheClusterModeIsTheOther() {
        Change mode = new Change.SwitchMode(ClusterMode.COMPATIBLE, ClusterMode.ENABLED);
        assertInstanceOf(Progress.Working.class, confirm(mode, ConfirmScaled.MAY_NOT_SHOW_YET));
        done(mode, LATER);

        elastiCache.group(it -> it.clusterMode("compatible"));
        assertInstanceOf(
                Progress.Working.class, confirm(mode, ConfirmScaled.MODE_MAY_NOT_SHOW_YET));
        assertThrows(
                ScaleFailed.class,
                () -> confirm(mode, ConfirmScaled.MODE_MAY_NOT_SHOW_YET.plusSeconds(1)));

        elastiCache.group(it -> it.pendingModifiedValues(values -> values.clusterMode("enabled")));
        assertInstanceOf(Progress.Working.class, confirm(mode, LATER));
    }

    @Test
    void isDoneAsWellWhereSomebodyWentFurther() {
        elastiCache.shard("0002", "8192-16383", 4);

        done(REPLICA, LATER);
    }

    @Test
    void isDoneOnceAllSlotsAreHeldOnce() {
        haveThreeShards("0-2730,5461-8191", "2731-5460,13653-16383");

        assertEquals(
                "sessions is available with 3 shards and 6 nodes of cache.r7g.large. All slots are"
                        + " held, evenly. All replicas are in step.",
                done(SHARDS, LATER));
    }

    @Test
    void saysWhereSlotsAreNotEvenAndIsDoneAllTheSame() {
        elastiCache
                .shard("0001", it -> it.slots("0-9999"))
                .shard("0002", it -> it.slots("10000-16383"));
        assertInstanceOf(
                Progress.Working.class, confirm(REBALANCE, ConfirmScaled.MAY_NOT_SHOW_YET));

        assertEquals(
                "sessions is available with 2 shards and 4 nodes of cache.r7g.large. All slots are"
                        + " held, but not evenly: 0001 holds 10000, 0002 holds 6384. A slot with an"
                        + " item of more than 256 MB cannot be moved. All replicas are in step.",
                done(REBALANCE, LATER));
    }

    @Test
    void isNotDoneWhileSomeSlotsAreNobodysOrTwoShards() {
        haveThreeShards("0-8000", "13653-16383");

        assertInstanceOf(Progress.Working.class, confirm(SHARDS, ConfirmScaled.LIMIT));
        assertThrows(PhaseTimedOut.class, () -> confirm(SHARDS, LONG));
        haveThreeShards("0-8192", "13653-16383");
        assertThrows(PhaseTimedOut.class, () -> confirm(SHARDS, LONG));
    }

    @Test
    void saysWhichSlotsItCouldNotRead() {
        haveThreeShards("0-8191", null);

        assertInstanceOf(Progress.Working.class, confirm(SHARDS, ConfirmScaled.LIMIT));
        assertTrue(done(SHARDS, LONG).contains("Which slots 0003 hold cannot be read."));
    }

    @Test
    void saysWhichShardHoldsNoneWhereTheOthersHoldAllSlots() {
        elastiCache
                .shard("0001", "0-8191", 2)
                .shard("0002", "8192-16383", 2)
                .shard("0003", null, 2);

        assertInstanceOf(Progress.Working.class, confirm(SHARDS, ConfirmScaled.LIMIT));
        assertTrue(done(SHARDS, LONG).contains("All slots are held, and none of them by 0003."));
    }

    @Test
    void doesNotNeedSlotsForReplicas() {
        elastiCache.shard("0002", "8192..16383", 3);

        assertTrue(done(REPLICA, LATER).contains("Which slots 0002 hold cannot be read."));
    }

    @Test
    void saysNothingOfSlotsWithClusterModeDisabled() {
        elastiCache.group(it -> it.clusterMode("disabled")).shard("0002", null, 3);

        assertEquals(
                "sessions is available with 2 shards and 5 nodes of cache.r7g.large. All replicas"
                        + " are in step.",
                done(REPLICA, LATER));
    }

    @Test
    void isDoneOnceEachNodeHasTheType() {
        elastiCache.group(it -> it.cacheNodeType(XLARGE)).nodes(it -> it.cacheNodeType(XLARGE));
        assertInstanceOf(Progress.Working.class, confirm(TYPE, ConfirmScaled.MAY_NOT_SHOW_YET));
        done(TYPE, LATER);

        elastiCache.node("sessions-0002-002", it -> it.cacheNodeType("cache.r7g.large"));
        assertEquals(
                "The step to go from cache.r7g.large to cache.r7g.xlarge came to a part only:"
                        + " sessions is available with 2 shards and 4 nodes of cache.r7g.xlarge."
                        + " ElastiCache's events of the group may say why.",
                assertThrows(ScaleUnfinished.class, () -> confirm(TYPE, LATER)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"modifying", "snapshotting"})
    void isWaitedForADayWhileElastiCacheIsAtWork(String status) {
        elastiCache.group(it -> it.status(status));

        assertInstanceOf(Progress.Working.class, confirm(SHARDS, ConfirmScaled.LIMIT_AT_WORK));
        assertThrows(PhaseTimedOut.class, () -> confirm(SHARDS, LONG));
    }

    @Test
    void isNotDoneWhileAMemberIsNot() {
        elastiCache
                .shard("0002", "8192-16383", 3)
                .node("sessions-0002-003", it -> it.cacheClusterStatus("creating"));

        assertInstanceOf(Progress.Working.class, confirm(REPLICA, ConfirmScaled.LIMIT_AT_WORK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brand-new", "create-failed"})
    void hasALimitInAStatusThatTellsOfNoWork(String status) {
        elastiCache.group(it -> it.status(status));

        assertInstanceOf(Progress.Working.class, confirm(SHARDS, ConfirmScaled.LIMIT));
        assertThrows(PhaseTimedOut.class, () -> confirm(SHARDS, LONG));
    }

    @Test
    void hasThatLimitFromTheEndOfTheWorkOn() {
        elastiCache.group(it -> it.status("brand-new"));
        assertIsIdleWithinLimit();

        elastiCache.group(it -> it.status("available"));
        haveThreeShards("0-8000", "13653-16383");
        assertIsIdleWithinLimit();
    }

    private void assertIsIdleWithinLimit() {
        Progress progress = confirm(SHARDS, LONG, Optional.of(ConfirmScaled.LIMIT));
        assertEquals(
                NOW.minus(ConfirmScaled.LIMIT),
                assertInstanceOf(Progress.Working.class, progress).workedAt());
        assertThrows(
                PhaseTimedOut.class,
                () -> confirm(SHARDS, LONG, Optional.of(ConfirmScaled.LIMIT.plusSeconds(1))));
    }

    @Test
    void tellsHowManySlotsHaveMoved() {
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
                                                                                                41.6)))));

        assertEquals(
                42, assertInstanceOf(Progress.Working.class, confirm(SHARDS, LATER)).percent());
    }

    @Test
    void mayNotShowAtOnceAndHasFailedThen() {
        assertInstanceOf(Progress.Working.class, confirm(SHARDS, ConfirmScaled.MAY_NOT_SHOW_YET));

        assertEquals(
                "The step to go from 2 to 3 shards did not come about: sessions is available with 2"
                    + " shards and 4 nodes of cache.r7g.large. ElastiCache's events of the group"
                    + " may say why.",
                assertThrows(ScaleFailed.class, () -> confirm(SHARDS, LATER)).getMessage());
    }

    @Test
    void waitsForReplicasThatAreBehind() {
        elastiCache.shard("0002", "8192-16383", 3);
        cloudWatch.answer((node, _) -> node.endsWith("-003") ? 11.0 : 0.2);

        assertInstanceOf(Progress.Working.class, confirm(REPLICA, ConfirmScaled.LIMIT));
        assertTrue(
                done(REPLICA, LONG)
                        .endsWith(
                                "All slots are held, evenly. Behind are"
                                        + " sessions-0002-003 by 11 s."));
    }

    @Test
    void waitsForFiguresOfNewReplicasAndNotForEver() {
        elastiCache.shard("0002", "8192-16383", 3);
        cloudWatch.answer((node, _) -> node.equals("sessions-0002-002") ? 0.2 : null);

        assertInstanceOf(
                Progress.Working.class, confirm(REPLICA, ConfirmScaled.LAG_MAY_NOT_SHOW_YET));
        assertTrue(
                done(REPLICA, LONG)
                        .endsWith("Whether 1 of the replicas are in step is not known."));
    }

    @Test
    void doesNotNeedCloudWatch() {
        elastiCache.shard("0002", "8192-16383", 3);
        cloudWatch.refuses(
                (CloudWatchException) CloudWatchException.builder().statusCode(403).build());

        done(REPLICA, LONG);
    }

    private String done(Change change, Duration after) {
        return assertInstanceOf(Progress.Done.class, confirm(change, after)).sentence();
    }

    private Progress confirm(Change change, Duration after) {
        return confirm(change, after, Optional.empty());
    }

    /// @param idle how long ago ElastiCache was last seen at work
    private Progress confirm(Change change, Duration after, Optional<Duration> idle) {
        return new ConfirmScaled(
                        elastiCache,
                        cloudWatch,
                        new Settings("sessions", Policy.upTo(6, 3), 3),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(new ConfirmScaled.Input(change, NOW.minus(after), idle.map(NOW::minus)));
    }
}
