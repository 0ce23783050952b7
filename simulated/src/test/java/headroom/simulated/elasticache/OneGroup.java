package headroom.simulated.elasticache;

import headroom.simulated.elasticache.load.Data;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A simulated ElastiCache that nothing else happens to.
final class OneGroup {
    static final String ID = "sessions";
    static final Data DATA = Data.of(6e9);

    final Scheduler scheduler = new Scheduler(Instant.parse("2026-11-22T04:00:00Z"));
    final Journal journal = new Journal(scheduler);
    final SimulatedSubnets subnets;
    final SimulatedElastiCache elastiCache;
    final GroupOwner owner;

    OneGroup(
            GroupSetup setup,
            CacheBehaviour behaviour,
            SimulatedSubnets subnets,
            Data data,
            Fault... planned) {
        this.subnets = subnets;
        elastiCache =
                new SimulatedElastiCache(
                        setup,
                        behaviour,
                        subnets,
                        data::moves,
                        new Faults(Arrays.asList(planned), journal),
                        scheduler,
                        journal);
        owner = new GroupOwner(elastiCache, behaviour, scheduler, journal);
    }

    /// Looks are fresh, so that tests of other things need not look twice.
    static OneGroup of(int shards, int replicas, CacheBehaviour.Quirk... quirks) {
        return new OneGroup(
                GroupSetup.of(ID, shards, replicas),
                fresh().with(quirks),
                SimulatedSubnets.roomy(),
                DATA);
    }

    static OneGroup of(GroupSetup setup, CacheBehaviour behaviour, Fault... planned) {
        return new OneGroup(setup, behaviour, SimulatedSubnets.roomy(), DATA, planned);
    }

    static CacheBehaviour fresh() {
        return CacheBehaviour.ORDINARY.withStaleLooks(0);
    }

    void pass(Duration time) {
        Instant end = scheduler.now().plus(time);
        scheduler.after(time, () -> {});
        while (scheduler.now().isBefore(end)) {
            scheduler.runNext();
        }
    }

    void passMinutes(long minutes) {
        pass(Duration.ofMinutes(minutes));
    }

    ReplicationGroup look() {
        return elastiCache
                .describeReplicationGroups(request -> request.replicationGroupId(ID))
                .replicationGroups()
                .getFirst();
    }

    /// The group's members alone, from all pages.
    List<CacheCluster> members() {
        return elastiCache
                .describeCacheClustersPaginator(request -> request.showCacheNodeInfo(true))
                .cacheClusters()
                .stream()
                .filter(each -> ID.equals(each.replicationGroupId()))
                .toList();
    }

    List<String> memberStatuses() {
        return members().stream().map(CacheCluster::cacheClusterStatus).toList();
    }

    List<Integer> membersOfShards() {
        return look().nodeGroups().stream().map(each -> each.nodeGroupMembers().size()).toList();
    }

    List<String> slots() {
        return look().nodeGroups().stream().map(NodeGroup::slots).toList();
    }

    void setReplicas(String shard, int count) {
        elastiCache.increaseReplicaCount(
                request ->
                        request.replicationGroupId(ID)
                                .applyImmediately(true)
                                .replicaConfiguration(
                                        ConfigureShard.builder()
                                                .nodeGroupId(shard)
                                                .newReplicaCount(count)
                                                .build()));
    }

    void setShards(int count) {
        elastiCache.modifyReplicationGroupShardConfiguration(
                request ->
                        request.replicationGroupId(ID)
                                .nodeGroupCount(count)
                                .applyImmediately(true));
    }

    void setType(String type) {
        elastiCache.modifyReplicationGroup(
                request ->
                        request.replicationGroupId(ID).cacheNodeType(type).applyImmediately(true));
    }

    void backUp(String name) {
        elastiCache.createSnapshot(request -> request.replicationGroupId(ID).snapshotName(name));
    }

    String backupStatus(String name) {
        return elastiCache
                .describeSnapshots(request -> request.snapshotName(name))
                .snapshots()
                .getFirst()
                .snapshotStatus();
    }

    /// What was noted of the calls that changed something.
    List<String> changes() {
        return journal.entries(Kind.CALL).map(Entry::detail).toList();
    }

    List<String> statuses() {
        return journal.entries(Kind.CLUSTER).map(Entry::detail).toList();
    }
}
