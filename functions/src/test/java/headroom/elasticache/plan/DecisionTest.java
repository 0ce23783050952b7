package headroom.elasticache.plan;

import headroom.cases.Table;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// What is decided where nothing is in the way, as tables. An empty cell stands for the ordinary:
/// cause ALARM, at 2026-11-22T04:30:00Z, a Sunday; three shards of a primary and a replica, of
/// cache.r7g.xlarge with Valkey 8.0; cpu 72 72 72; memory 40; network 20; read 0.4, so that most is
/// written; replicaReads 0; slots even; maxShards 16, maxReplicasPerShard 3, no largestNodeType,
/// cpuPercent 70, memoryPercent 75, headroomFactor 2.0, maxStep 2, mode auto, no window.
final class DecisionTest {
    private static final Table NEED =
            Table.of(
                    Situation::new,
                    """
                    why                                              | cpu         | otherwise                          | answer
                    the alarm is right                               |             |                                    | 5 shards
                    the watch looked by itself                       |             | cause WATCH                        | 5 shards
                    a recovery goes on if that is still needed       |             | cause RECOVER                      | 5 shards
                    the alarm is over                                | 50 50 50    |                                    | not needed: no need
                    a person asked, and all is well                  | 50 50 50    | cause MANUAL                       | not needed: no need
                    a hair below what counts as busy                 | 64.9        | replicas 1                         | not needed: no need
                    what counts as busy                              | 65 65 65    |                                    | 5 shards
                    memory that is not known says nothing            |             | memory 40 ? 40                     | tell: unknown
                    nor does it at a critical level                  | 97 97 97    | memory 40 ? 40                     | tell: unknown, at a critical level
                    clients open a connection for each command       | 72 72 72    | opened 3000                        | tell: connection churn
                    nobody reads from the replicas                   | 72 72 72    | read 0.8; connections 5            | tell: replicas unused
                    one shard is hot, and it is written              | 90 20 20    |                                    | tell: hot key on shard 0001
                    clients have far too many connections            | 40 40 40    | connections 50000                  | tell: connections
                    one shard is full of one large key               | 40 40 40    | memory 80 20 20                    | tell: big key on shard 0001
                    """);

    private static final Table SHARDS =
            Table.of(
                    Situation::new,
                    """
                    why                                                  | cpu            | otherwise                                  | answer
                    the fewest that carry twice the load                 | 66 66 66 66 66 | maxStep 5                                  | 8 shards
                    the fewest that carry the load and leave a clearance | 72 72 72       | headroomFactor 1                           | 4 shards
                    no more than a step                                  | 72 72 72       | maxStep 1                                  | 4 shards
                    no more than the ceiling                             | 72 72 72       | maxShards 4                                | 4 shards
                    the ceiling is reached                               | 72 72 72       | maxShards 3                                | refused: no step helps
                    somebody has gone beyond the ceiling by hand         | 72 72 72       | maxShards 2                                | refused: no step helps
                    many connections are shared by no number of shards   | 66 66 66 66 66 | maxStep 5; connections 44000               | 8 shards
                    memory counts for twice the load, too                | 72 72 72       | headroomFactor 1.2; memory 74; maxStep 5   | 4 shards
                    as does the network                                  | 72 72 72       | headroomFactor 1.3; network 79; maxStep 5  | 4 shards
                    a network that is not known keeps no shard away      | 72 72 72       | network ?                                  | 5 shards
                    cluster clusterMode disabled has no shards to add           | 72             | clusterMode disabled                              | refused: no step helps
                    memory is full                                       | 20 20 20       | memory 78                                  | 5 shards
                    the network is full                                  | 20 20 20       | network 85                                 | 5 shards
                    one node's network alone, so its shard keeps most    | 20 20 20       | network 85 20 20; headroomFactor 1         | 4 shards
                    how full another network is, is not known            | 20 20 20       | network 85 ? 20                            | refused: no step helps
                    a critical group takes a step like any other         | 78 78 78       | memory 91; backup off                      | 5 shards
                    """);

    private static final Table REPLICAS =
            Table.of(
                    Situation::new,
                    """
                    why                                                    | cpu         | read | replicaReads | otherwise                       | answer
                    one shard is hot with reads that replicas share        | 75 20 20    | 0.8  | 6000 500 500 |                                 | 2 replicas on 0001
                    as many as are needed                                  | 85 20 20    | 0.9  | 7500 500 500 |                                 | 2 replicas on 0001
                    the hot shard has none yet, but others do              | 75 20 20    | 0.8  | 800          | replicas 0 1 1                  | 1 replicas on 0001
                    nobody reads from replicas                             | 75 20 20    | 0.8  | 0            | connections 300                 | tell: hot key on shard 0001
                    no more than the ceiling, where nothing is enough      | 90 20 20    | 0.7  | 4000 500 500 | maxReplicasPerShard 2; cpuPercent 60; maxShards 3 | 2 replicas on 0001
                    the ceiling is reached, and shards part no key        | 75 20 20    | 0.8  | 6000 500 500 | maxReplicasPerShard 1           | refused: no step helps
                    no ceiling leaves anything                             | 75 20 20    | 0.8  | 6000 500 500 | maxReplicasPerShard 1; maxShards 3 | refused: no step helps
                    most of it is written                                  | 90 20 20    | 0.2  | 1000 500 500 |                                 | tell: hot key on shard 0001
                    all are busy with reads that replicas share            | 72 72 72    | 0.8  | 5760         |                                 | 2 replicas on each
                    where they have different numbers all get the same     | 72 55 72    | 0.8  | 5760 99 5760 | replicas 1 2 1                  | 2 replicas on each
                    none is taken from a shard that has many               | 72 55 72    | 0.8  | 5760 99 5760 | replicas 0 3 1; maxReplicasPerShard 5 | 3 replicas on each
                    more than the ceiling stands on one shard              | 72 72 72    | 0.8  | 5760         | replicas 0 3 1; maxReplicasPerShard 2 | 5 shards
                    without cluster mode, too                              | 72          | 0.8  | 5760         | clusterMode disabled                   | 2 replicas on each
                    ElastiCache has no more than five                      | 72 72 72    | 0.8  | 5760         | replicas 5; maxReplicasPerShard 5 | 5 shards
                    """);

    private static final Table SLOTS =
            Table.of(
                    Situation::new,
                    """
                    why                                                    | cpu         | slots          | otherwise        | answer
                    one shard has more slots than its share                | 75 20 20    | 9000 3692 3692 |                  | rebalance
                    that is not enough, and more shards are                | 78 30 30    | 6800 4792 4792 | cpuPercent 65    | 5 shards
                    replicas are no help to who does not read from them    | 78 30 30    | 6800 4792 4792 | cpuPercent 65; read 0.8; maxShards 3 | rebalance
                    which slots they hold is not known                     | 75 20 20    | 9000 ? 3692    |                  | 4 shards
                    the keys are not spread evenly, so memory asks for it  | 20 20 20    | 9000 3692 3692 | memory 80 40 40  | rebalance
                    a shard would be filled by what it is given            | 75 20 20    | 9000 3692 3692 | memory 65 80 80; memoryPercent 95 | 5 shards
                    """);

    private static final Table TYPES =
            Table.of(
                    Situation::new,
                    """
                    why                                              | memory    | largestNodeType   | otherwise                                   | answer
                    more shards come before a larger type            | 78        | cache.r7g.4xlarge |                                             | 5 shards
                    no more shards are permitted                     | 78        | cache.r7g.4xlarge | maxShards 3                                 | cache.r7g.2xlarge
                    no larger type is permitted                      | 78        |                   | maxShards 3                                 | refused: no step helps
                    the ceiling is the present one                   | 78        | cache.r7g.xlarge  | maxShards 3                                 | refused: no step helps
                    ElastiCache permits none                         | 78        | cache.r7g.4xlarge | maxShards 3; allowed none                   | refused: no step helps
                    never one above the ceiling                      | 78        | cache.r7g.2xlarge | maxShards 3; allowed cache.r7g.4xlarge      | refused: no step helps
                    the owner names another family                   | 78        | cache.r6g.4xlarge | maxShards 3                                 | cache.r6g.2xlarge
                    another family with less memory is no growth     | 78        | cache.m7g.2xlarge | maxShards 3; allowed cache.m7g.2xlarge      | refused: no step helps
                    another family with more memory is growth        | 78        | cache.m7g.4xlarge | maxShards 3; allowed cache.m7g.4xlarge      | cache.m7g.4xlarge
                    a type with an SSD stays with it                 | 78        | cache.r7g.4xlarge | maxShards 3; type cache.r6gd.xlarge; tiered yes | refused: data tiering
                    a type that is listed nowhere is not known       | 78        | cache.r7g.huge    | maxShards 3                                 | refused: no step helps
                    from credits to processors of its own            | 78        | cache.m7g.2xlarge | maxShards 3; type cache.t4g.medium; allowed cache.m7g.xlarge cache.m7g.large | cache.m7g.large
                    never to one that runs on credits                | 78        | cache.t4g.medium  | maxShards 3; type cache.t4g.small; allowed cache.t4g.medium | refused: no step helps
                    one large key, and nothing may wait              | 95 30 30  | cache.r7g.4xlarge | backup off                                  | cache.r7g.2xlarge
                    cluster clusterMode disabled                            | 78        | cache.r7g.4xlarge | cpu 20; clusterMode disabled                       | cache.r7g.2xlarge
                    a busy processor is never a reason               | 40        | cache.r7g.4xlarge | cpu 72 72 72; maxShards 3                   | refused: no step helps
                    """);

    private static final Table CLIENTS =
            Table.of(
                    Situation::new,
                    """
                    why                                                  | cpu         | clientFaults | otherwise                                          | answer
                    a client's fault holds scaling back                  | 80 80 80    | hold         | opened 3000                                        | tell: connection churn
                    although it may be overlooked                        | 78 78 78    | scaleAnyway  | opened 3000                                        | tell: connection churn
                    a critical group is left as it is                    | 78 78 78    | hold         | opened 3000; memory 91; backup off                 | tell: connection churn, at a critical level
                    unless its owner allows one step                     | 78 78 78    | scaleAnyway  | opened 3000; memory 91; backup off                 | 5 shards
                    of which none helps                                  | 96 20 20    | scaleAnyway  | opened 3000                                        | tell: connection churn, at a critical level
                    """);

    private static Stream<Table.Row> rows() {
        return Stream.of(NEED, SHARDS, REPLICAS, SLOTS, TYPES, CLIENTS).flatMap(Table::decisions);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answers(Table.Row row) {
        row.check();
    }
}
