package headroom.rehearsal.elasticache.scenarios;

import static headroom.rehearsal.scenario.DefinitionEdits.set;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.elasticache.Policy.Mode;
import headroom.rehearsal.elasticache.invariants.HelpIsReal;
import headroom.rehearsal.elasticache.invariants.NeedIsAnswered;
import headroom.rehearsal.elasticache.invariants.NoStepWithoutNeed;
import headroom.rehearsal.elasticache.invariants.NoStepWithoutPlan;
import headroom.rehearsal.elasticache.invariants.OneStepWithinBounds;
import headroom.rehearsal.elasticache.invariants.OnlyOwnBackupsAreDeleted;
import headroom.rehearsal.elasticache.invariants.SlotsAreCovered;
import headroom.rehearsal.elasticache.invariants.StepNeedsBackup;
import headroom.rehearsal.elasticache.invariants.StepsAreFinished;
import headroom.rehearsal.elasticache.invariants.StepsAreMeasuredAndReported;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.settings.Switch;
import headroom.simulated.elasticache.CacheBehaviour;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.GroupSetup.ShardSetup;
import headroom.simulated.elasticache.load.SlotSet;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Headroom is broken on purpose, and exactly the invariants say so that should.
final class InvariantsCanFailTest {
    private static final Policy POLICY = Policy.upTo(8, 3);
    private static final CacheSetup HOT = CacheSetup.under(Loads.HOT_SHARD);
    private static final CacheSetup WRITES = CacheSetup.under(Loads.WRITES);

    /// Before the alarm has spoken, which would hold the lease.
    @Test
    void aDryRunThatTakesTheStep() {
        new Broken()
                .in(
                        CacheSetup.under(Loads.HOT_SHARD.times(1.3))
                                .with(POLICY.with(CacheSettings.BACKUP, Switch.OFF)))
                .when(simulation -> simulation.publish("{\"dryRun\": true}"))
                .where(
                        set(
                                "States / Go ahead? / Choices / 3 / Condition",
                                "{% $plan.is = 'scale' %}"))
                .isReportedBy(NoStepWithoutPlan.class);
    }

    @Test
    void oneRunThatTakesTwoSteps() {
        new Broken()
                .precedes("MeasureEffect", addReplicas("0001", 2))
                .isReportedBy(OneStepWithinBounds.class);
    }

    @Test
    void moreShardsThanTheCeiling() {
        new Broken()
                .in(WRITES.with(Policy.upTo(4, 3)))
                .plans("to", 5)
                .scalesBy(reshard(5))
                .isReportedBy(OneStepWithinBounds.class);
    }

    @Test
    void moreShardsAtOnceThanTheLargestStep() {
        new Broken()
                .in(WRITES)
                .plans("to", 6)
                .scalesBy(reshard(6))
                .isReportedBy(OneStepWithinBounds.class);
    }

    @Test
    void moreReplicasThanTheCeiling() {
        new Broken()
                .in(HOT.with(Policy.upTo(8, 2)))
                .plans("to", 3)
                .scalesBy(addReplicas("0002", 3))
                .isReportedBy(OneStepWithinBounds.class);
    }

    @Test
    void fewerReplicasThanThereWere() {
        new Broken()
                .in(
                        WRITES.of(
                                GroupSetup.of(CacheSetup.GROUP, 3, 2)
                                        .withNodeType(CacheSetup.NODE_TYPE)))
                .precedes(
                        "MeasureEffect",
                        elastiCache ->
                                elastiCache.decreaseReplicaCount(
                                        request ->
                                                request.replicationGroupId(CacheSetup.GROUP)
                                                        .newReplicaCount(1)
                                                        .applyImmediately(true)))
                .isReportedBy(OneStepWithinBounds.class);
    }

    @Test
    void aLargerNodeTypeThanTheCeiling() {
        new Broken()
                .in(CacheSetup.under(Loads.QUIET).with(upTo("cache.r7g.2xlarge")))
                .asked("{\"nodeType\": \"cache.r7g.2xlarge\"}")
                .plans("to", "cache.r7g.4xlarge")
                .scalesBy(changeType("cache.r7g.4xlarge"))
                .isReportedBy(OneStepWithinBounds.class);
    }

    @Test
    void aSmallerNodeType() {
        new Broken()
                .in(
                        CacheSetup.under(Loads.QUIET)
                                .with(upTo("cache.r7g.2xlarge"))
                                .with(
                                        CacheBehaviour.ORDINARY.withAllowedTypes(
                                                "cache.r7g.2xlarge", "cache.r7g.large")))
                .asked("{\"nodeType\": \"cache.r7g.2xlarge\"}")
                .plans("to", "cache.r7g.large")
                .scalesBy(changeType("cache.r7g.large"))
                .isReportedBy(OneStepWithinBounds.class);
    }

    /// The effect is measured at once, and as soon as the first run has ended clients ask for more.
    @Test
    void aStepInTheQuietTime() {
        new Broken()
                .in(HOT.with(POLICY.with(CacheSettings.BACKUP, Switch.OFF)))
                .where(set("States / Settle / Seconds", 1))
                .where(
                        set(
                                "States / Release lease / Arguments / ExpressionAttributeValues"
                                        + " / :quiet / S",
                                "2026-11-22T04:00:00Z"))
                .after(
                        Duration.ofMinutes(40),
                        simulation -> simulation.change(each -> each.times(1.6)))
                .until(Duration.ofMinutes(178))
                .isReportedBy(OneStepWithinBounds.class);
    }

    @Test
    void aStepWithoutABackup() {
        new Broken()
                .where(set("States / Go ahead? / Choices / 2 / Condition", "{% false %}"))
                .isReportedBy(StepNeedsBackup.class);
    }

    @Test
    void aBackupOfSomebodyElseThatIsDeleted() {
        new Broken()
                .precedes(
                        "RemoveBackups",
                        elastiCache ->
                                elastiCache.deleteSnapshot(
                                        request -> request.snapshotName("somebody-elses")))
                .isReportedBy(OnlyOwnBackupsAreDeleted.class);
    }

    @Test
    void aStepThatNobodyIsToldOf() {
        new Broken()
                .where(set("States / Worth telling? / Choices / 0 / Condition", "{% false %}"))
                .isReportedBy(StepsAreMeasuredAndReported.class);
    }

    /// No call of Headroom's can do that; ElastiCache itself might.
    @Test
    void aSlotThatNoShardHolds() {
        new Broken()
                .in(
                        CacheSetup.under(Loads.QUIET)
                                .of(
                                        GroupSetup.of(CacheSetup.GROUP, 1, 1)
                                                .withShards(InvariantsCanFailTest::withoutASlot)))
                .isReportedBy(SlotsAreCovered.class);
    }

    @Test
    void aStepThatIsCalledDoneAtOnce() {
        new Broken().lies("ConfirmScaled", Broken.DONE).isReportedBy(StepsAreFinished.class);
    }

    @Test
    void aStepThatFellBackAndIsCalledDone() {
        new Broken()
                .in(HOT.with("group.Change#1:FAILS"))
                .confirmsAnything()
                .isReportedBy(StepsAreFinished.class);
    }

    @Test
    void aStepWhereNothingIsShort() {
        new Broken()
                .in(CacheSetup.under(Loads.QUIET))
                .asked("more room, please")
                .wishes(Map.of("is", "shards", "to", 4))
                .isReportedBy(NoStepWithoutNeed.class);
    }

    @Test
    void aGroupThatIsHotInSilence() {
        new Broken()
                .in(
                        CacheSetup.under(Loads.HOT_SHARD.times(1.3))
                                .with(POLICY.with(CacheSettings.MODE, Mode.OBSERVE)))
                .where(set("States / Worth telling? / Choices / 0 / Condition", "{% false %}"))
                .lasting(Duration.ofHours(2))
                .isReportedBy(NeedIsAnswered.class);
    }

    @Test
    void aStepThatIsSaidToHaveHelped() {
        new Broken()
                .in(CacheSetup.under(Loads.NEVER_REFRESHED))
                .alters("MeasureEffect", answer -> answer.put("effect", "improved"))
                .isReportedBy(HelpIsReal.class);
    }

    private static List<ShardSetup> withoutASlot(List<ShardSetup> shards) {
        return shards.stream()
                .map(
                        each ->
                                new ShardSetup(
                                        each.id(),
                                        each.slots().without(SlotSet.of(16_000)),
                                        each.nodes()))
                .toList();
    }

    private static Policy upTo(String nodeType) {
        return POLICY.with(CacheSettings.LARGEST_NODE_TYPE, nodeType);
    }

    private static Consumer<ElastiCacheClient> reshard(int shards) {
        return elastiCache ->
                elastiCache.modifyReplicationGroupShardConfiguration(
                        request ->
                                request.replicationGroupId(CacheSetup.GROUP)
                                        .nodeGroupCount(shards)
                                        .applyImmediately(true));
    }

    private static Consumer<ElastiCacheClient> addReplicas(String shard, int replicas) {
        var configuration =
                ConfigureShard.builder().nodeGroupId(shard).newReplicaCount(replicas).build();
        return elastiCache ->
                elastiCache.increaseReplicaCount(
                        request ->
                                request.replicationGroupId(CacheSetup.GROUP)
                                        .replicaConfiguration(configuration)
                                        .applyImmediately(true));
    }

    private static Consumer<ElastiCacheClient> changeType(String type) {
        return elastiCache ->
                elastiCache.modifyReplicationGroup(
                        request ->
                                request.replicationGroupId(CacheSetup.GROUP)
                                        .cacheNodeType(type)
                                        .applyImmediately(true));
    }
}
