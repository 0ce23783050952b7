package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.diagnosis.Finding;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// In how far each step is less than was wanted, or why it is not possible.
final class OptionsTest {
    private static final int REBALANCE = 0;
    private static final int REPLICAS = 1;
    private static final int SHARDS = 2;
    private static final int NODE_TYPE = 3;

    /// Where none is taken, of that alone which stops one.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    maxShards 3                                     | Raise maxShards, and deploy again. Or have clients ask less of the group.
                    maxShards 3; memory 78; cpu 20 20 20            | Raise maxShards or largestNodeType, and deploy again. Or have clients ask less of the group.
                    cpu 75 20 20; read 0.8; replicaReads 6000 500 500; maxReplicasPerShard 1 | Raise maxReplicasPerShard, and deploy again. Or have clients ask less of the group.
                    cpu 75 20 20; read 0.8; replicaReads 6000 500 500; replicas 5; maxReplicasPerShard 5 | Have clients ask less of the group.
                    cpu 72; clusterMode disabled                    | It should have shards, which need cluster mode: set clusterModeMigration to yes, deploy again, and a message {"migrate": "start"} begins the way there (docs/cache-migration.md). Or have clients ask less of the group.
                    cpu 72; clusterMode disabled; clusterModeMigration yes | It should have shards, which need cluster mode: a message {"migrate": "start"} begins the way there (docs/cache-migration.md). Or have clients ask less of the group.
                    cpu 20; memory 78; clusterMode disabled; clusterModeMigration yes | Raise largestNodeType, and deploy again. It should have shards, which need cluster mode: a message {"migrate": "start"} begins the way there (docs/cache-migration.md). Or have clients ask less of the group.
                    """)
    void wayOut(String differences, String wayOut) {
        assertEquals(
                "The list of steps below says why none is taken. " + wayOut,
                ((Plan.Refused) Situation.with(differences).plan()).wayOut());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 72; clusterMode disabled         | with cluster mode disabled there is one shard
                    slots ?                              | which slots the shards hold is not known
                    cpu 72 72 72                         | they are spread evenly
                    cpu 78 30 30; slots 6800 4792 4792; cpuPercent 65 | it is not enough by itself
                    cpu 75 20 20; slots 9000 3692 3692   | ''
                    """)
    void rebalance(String differences, String why) {
        assertEquals(why, option(differences, REBALANCE).why());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    memory 78; cpu 20 20 20                               | a replica holds all that its primary holds
                    network 85; cpu 20 20 20                              | each costs its primary more of its network
                    cpu 72 72 72                                          | clients read from the primaries alone
                    replicaReads 600                                      | they share reads, and most of it is written
                    cpu 75 20 20; slots 9000 3692 3692; replicaReads 600 99 99 | they share reads, and most of it is written
                    read 0.8; replicaReads 5760; maxReplicasPerShard 1    | maxReplicasPerShard is 1
                    read 0.8; replicaReads 5760; replicas 5; maxReplicasPerShard 5 | ElastiCache has no more than five on a shard
                    read 0.8; replicaReads 6500; maxReplicasPerShard 2; cpuPercent 60; replicas 1 | maxReplicasPerShard stops it short of what is needed
                    read 0.8; replicaReads 6500; maxReplicasPerShard 3; cpuPercent 60; replicas 1; quota 9 | the quota of nodes, or want of free addresses, stops it short of what is needed
                    read 0.8; replicaReads 7000; maxReplicasPerShard 5; cpuPercent 40 | five replicas, the most of ElastiCache, are not enough
                    cpu 90 20 20; slots 9000 3692 3692; read 0.6; replicaReads 5000 500 500; cpuPercent 35 | writes alone take 36 % of its primary, and replicas share none of them
                    read 0.8; replicaReads 5760                           | ''
                    """)
    void replicas(String differences, String why) {
        assertEquals(why, option(differences, REPLICAS).why());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 72; clusterMode disabled     | with cluster mode disabled there is one shard, and no more
                    memory 95 30 30; cpu 20 20 20    | no number of shards parts one key
                    cpu 75 20 20; read 0.8; replicaReads 6000 500 500 | a few keys are hot, as the shard has no more slots than its share, and no number of shards parts a key
                    maxShards 3                      | maxShards is 3
                    maxShards 4                      | maxShards stops it short of 2.0 times the load
                    maxStep 1                        | maxStep stops it short of 2.0 times the load
                    quota 9                          | the quota of nodes, or want of free addresses, stops it short of 2.0 times the load
                    free 2                           | the quota of nodes, or want of free addresses, stops it short of 2.0 times the load
                    maxStep 2                        | ''
                    """)
    void shards(String differences, String why) {
        assertEquals(why, option(differences, SHARDS).why());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    largestNodeType cache.r7g.4xlarge                         | the one thread that carries out commands is hardly faster there
                    largestNodeType cache.r7g.4xlarge; cpu 30; type cache.r7g.large; allCpu 40 | it has more processors, and the one thread that carries out commands is hardly faster there: ask for it by name
                    memory 78; cpu 20 20 20                                   | largestNodeType is not set
                    memory 78; cpu 20 20 20; largestNodeType cache.r7g.xlarge | ElastiCache permits none with more memory than cache.r7g.xlarge in the family of largestNodeType, cache.r7g.xlarge, and up to it
                    memory 78; cpu 20 20 20; largestNodeType cache.r7g.4xlarge | ''
                    """)
    void nodeType(String differences, String why) {
        assertEquals(why, option(differences, NODE_TYPE).why());
    }

    private static Option option(String differences, int which) {
        Situation situation = Situation.with(differences);
        List<Finding> findings = situation.diagnosis().findings();
        Finding finding =
                findings.stream()
                        .filter(each -> Options.mayCure(each.kind()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(findings.toString()));
        return new Options(situation.facts(), situation.policy(), situation.diagnosis(), finding)
                .all()
                .get(which);
    }
}
