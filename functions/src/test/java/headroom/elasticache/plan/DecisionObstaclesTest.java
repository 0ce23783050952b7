package headroom.elasticache.plan;

import headroom.cases.Table;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// What is in the way of a step, as tables. An empty cell stands for the ordinary; see
/// [DecisionTest].
final class DecisionObstaclesTest {
    private static final Table GROUP =
            Table.of(
                    Situation::new,
                    """
                    why                                              | cause  | otherwise                                   | answer
                    a node is still being made                       |        | creating sessions-0002-002                  | not yet: a change under way
                    the group says so                                |        | status modifying                            | not yet: a change under way
                    a status that nobody knows is not safe           |        | status brooding                             | not yet: a change under way
                    a person waits as well                           | MANUAL | status modifying                            | not yet: a change under way
                    who has been told is not kept waiting            |        | status modifying; told a change under way   | refused: a change under way
                    a person is not told of it a second time         | MANUAL | status modifying; told a change under way   | not yet: a change under way
                    patience ends                                    |        | status modifying; waited PT4H               | refused: a change under way
                    a backup is being taken                          |        | backingUp nightly                           | not yet: a backup under way
                    a service update is being applied                |        | updates elasticache-20261101                | not yet: a service update
                    something else scales the group                  |        | otherScaling Application_Auto_Scaling       | refused: another that scales
                    also where all is well                           |        | otherScaling x; cpu 20                      | refused: another that scales
                    it belongs to a global datastore                 |        | globalDatastore world                       | refused: a global datastore
                    it keeps data on SSD                             |        | type cache.r6gd.xlarge; tiered yes          | refused: data tiering
                    and so it does where a person asks               | MANUAL | tiered yes; wish shards 4                   | refused: data tiering
                    it is on its way to cluster mode                 |        | clusterMode compatible                             | on its way to cluster mode []
                    a cluster mode that nobody knows                 |        | clusterMode unknown                                | refused: an unknown cluster mode
                    a person cannot overrule that                    | MANUAL | clusterMode compatible; wish shards 4              | refused: cluster mode compatible
                    """);

    private static final Table STEP =
            Table.of(
                    Situation::new,
                    """
                    why                                                | cpu      | otherwise                                                        | answer
                    too busy to move slots                             | 80 80 80 |                                                                  | not yet: too busy to move slots
                    a hair below                                       | 79 79 79 |                                                                  | 5 shards
                    two processors are as good as many                 | 79 79 79 | type cache.r7g.large                                             | 5 shards
                    and no better                                      | 80 80 80 | type cache.r7g.large                                             | not yet: too busy to move slots
                    CPUUtilization is half of the load there           | 45       | type cache.r7g.large; allCpu 42; read 0.3                        | 2 shards
                    too busy by it as well                             | 45       | type cache.r7g.large; allCpu 80; read 0.3                        | not yet: too busy to move slots, at a critical level
                    a hair below by it                                 | 45       | type cache.r7g.large; allCpu 79; read 0.3                        | 3 shards
                    one processor is busy from half on                 | 50 50 50 | type cache.t2.small; cpuPercent 55                               | not yet: too busy to move slots
                    a hair below half                                  | 49 49 49 | type cache.t2.small; cpuPercent 54                               | 4 shards
                    a critical group is told after half an hour        | 97 97 97 | waited PT30M                                                     | refused: too busy to move slots, at a critical level
                    and waits until then                               | 97 97 97 | waited PT29M                                                     | not yet: too busy to move slots, at a critical level
                    replicas come where slots cannot be moved          | 85 85 85 | read 0.8; replicaReads 6000                                      | 2 replicas on each
                    so do too few of them, which help at once          | 85 85 85 | read 0.8; replicaReads 6500; maxReplicasPerShard 2; replicas 1    | 2 replicas on each
                    a replica lags                                     | 72 72 72 | lag 10                                                           | not yet: a replica that lags
                    a replica hardly lags                              | 72 72 72 | lag 9                                                            | 5 shards
                    whether a replica lags is not known                | 72 72 72 | lag ?                                                            | not yet: a replica that lags
                    no replica is no replica that lags                 | 72 72 72 | lag ?; replicas 0                                                | 5 shards
                    a key that is read from a replica may seem missing | 72 72 72 | engine valkey 7.2; replicaReads 200                              | refused: reads that may miss
                    as with Redis                                      | 72 72 72 | engine redis 7.1; replicaReads 200                               | refused: reads that may miss
                    which its owner may allow                          | 72 72 72 | engine redis 7.1; replicaReads 200; replicaReadsMayMiss yes      | 5 shards
                    nobody reads from a replica                        | 72 72 72 | engine redis 7.1                                                 | 5 shards
                    a larger type instead, where it is permitted       | 20 20 20 | engine redis 7.1; replicaReads 200; memory 78; largestNodeType cache.r7g.4xlarge | cache.r7g.2xlarge
                    a larger type needs a failover                     | 20 20 20 | memory 78; maxShards 3; largestNodeType cache.r7g.4xlarge; failsOver no    | refused: no failover
                    and a replica in each shard                        | 20 20 20 | memory 78; maxShards 3; largestNodeType cache.r7g.4xlarge; replicas 1 0 1  | refused: no failover
                    and brings what was put off with it                | 20 20 20 | memory 78; maxShards 3; largestNodeType cache.r7g.4xlarge; pending engine  | refused: pending changes
                    and no replica that lags                           | 20 20 20 | memory 78; maxShards 3; largestNodeType cache.r7g.4xlarge; lag 60          | not yet: a replica that lags
                    shards do not mind what was put off                | 72 72 72 | pending engine                                                   | 5 shards
                    memory is too full for a backup                    | 20 20 20 | memory 85                                                        | refused: no memory for a backup
                    a hair more room is enough for one                 | 20 20 20 | memory 84                                                        | 5 shards
                    none is wanted                                     | 20 20 20 | memory 85; backup off                                            | 5 shards
                    it has been taken                                  | 20 20 20 | memory 86; begun yes                                             | 5 shards
                    """);

    private static final Table ACCOUNT =
            Table.of(
                    Situation::new,
                    """
                    why                                            | quota | free      | otherwise                                                       | answer
                    the quota of nodes is reached exactly          | 10    | 4         |                                                                 | 5 shards
                    a smaller step comes where the quota ends      | 9     |           |                                                                 | 4 shards
                    the quota of nodes is too low                  | 7     |           |                                                                 | refused: the quota of nodes
                    a quota that cannot be seen is no obstacle     | none  |           |                                                                 | 5 shards
                    a smaller step comes where addresses end       |       | 3         |                                                                 | 4 shards
                    too few addresses are free                     |       | 1         |                                                                 | refused: free addresses
                    they could not be counted                      |       | none      |                                                                 | 5 shards
                    they are counted first                         |       | uncounted |                                                                 | count in [subnet-1, subnet-2]
                    but not without subnets                        |       | uncounted | subnets none                                                    | 5 shards
                    nor for a step that makes no nodes             |       | uncounted | cpu 75 20 20; slots 9000 3692 3692                              | rebalance
                    nor for one that is refused anyway             |       | uncounted | engine redis 7.1; replicaReads 200                              | refused: reads that may miss
                    nor where nothing is needed                    |       | uncounted | cpu 20                                                          | not needed: no need
                    a new shard has as many nodes as the smallest  |       | 2         | replicas 2 0 1                                                  | 5 shards
                    a replica on each shard is a node on each      |       | 3         | read 0.8; replicaReads 5760                                     | 2 replicas on each
                    and where there is room for a shard alone      |       | 2         | read 0.8; replicaReads 5760                                     | 4 shards
                    or for nothing                                 |       | 1         | read 0.8; replicaReads 5760                                     | refused: free addresses
                    a larger type makes all nodes anew             | 6     | 5         | memory 78; cpu 20 20 20; maxShards 3; largestNodeType cache.r7g.4xlarge | refused: free addresses
                    which takes none of the quota                  | 6     | 6         | memory 78; cpu 20 20 20; maxShards 3; largestNodeType cache.r7g.4xlarge | cache.r7g.2xlarge
                    another step comes where there is room for it  | 6     |           | memory 78; cpu 20 20 20; largestNodeType cache.r7g.4xlarge      | cache.r7g.2xlarge
                    """);

    private static final Table TURN =
            Table.of(
                    Situation::new,
                    """
                    why                                               | cause   | mode    | otherwise                                    | answer
                    nothing is done, and all told                     |         | observe |                                              | ask: 5 shards
                    a critical group is only observed as well         |         | observe | cpu 78; memory 91; backup off                | ask: 3 shards
                    a person is asked                                 |         | ask     |                                              | ask: 5 shards
                    and carries it out                                | MANUAL  | ask     |                                              | 5 shards
                    even one that is only observed                    | MANUAL  | observe |                                              | 5 shards
                    a critical group asks nobody                      |         | ask     | cpu 78 78 78; memory 91; backup off          | 5 shards
                    the window is closed                              |         | auto    | window MON 01:00-05:00 UTC                   | deferred until 2026-11-23T01:00:00Z: 5 shards
                    the window is open                                |         | auto    | window SUN 01:00-05:00 UTC                   | 5 shards
                    a critical group waits for no window              |         | auto    | window MON 01:00-05:00 UTC; cpu 78 78 78; memory 91; backup off | 5 shards
                    a person is not put off                           | MANUAL  | auto    | window MON 01:00-05:00 UTC                   | 5 shards
                    the window closed during the backup               |         | auto    | window MON 01:00-05:00 UTC; begun yes        | 5 shards
                    the watch waits as the alarm does                 | WATCH   | ask     |                                              | ask: 5 shards
                    who is asked is not kept waiting for what passes  |         | ask     | cpu 80 80 80                                 | ask: 5 shards
                    nobody is asked for what cannot be                |         | ask     | quota 6                                      | refused: the quota of nodes
                    ElastiCache's own backups                         |         |         | backups 04:00-05:00                          | not yet: ElastiCache's own hours
                    they are about to begin                           |         |         | backups 05:00-06:00                          | not yet: ElastiCache's own hours
                    they are over                                     |         |         | backups 03:30-04:30                          | 5 shards
                    they are far                                      |         |         | backups 05:01-06:01                          | 5 shards
                    its maintenance                                   |         |         | maintenance sun:04:00-sun:05:00              | not yet: ElastiCache's own hours
                    it is on another day                              |         |         | maintenance mon:04:00-mon:05:00              | 5 shards
                    a person knows better                             | MANUAL  |         | maintenance sun:04:00-sun:05:00              | 5 shards
                    a critical group does not wait for them           |         |         | maintenance sun:04:00-sun:05:00; cpu 78 78 78; memory 91; backup off | 5 shards
                    """);

    private static final Table UNHELPED =
            Table.of(
                    Situation::new,
                    """
                    why                                                  | cause  | unhelped                                         | otherwise                                           | answer
                    shards did not help                                  |        | go from 2 to 3 shards                            |                                                     | tell: busy
                    a person may try again                               | MANUAL | go from 2 to 3 shards                            |                                                     | 5 shards
                    another step did not help                            |        | go from 1 to 2 replicas on shard 0001            |                                                     | 5 shards
                    a replica on this shard did not help                 |        | go from 0 to 1 replicas on shard 0001            | cpu 75 20 20; read 0.8; replicaReads 6000 500 500   | tell: hot reads on shard 0001
                    one on another shard did not                         |        | go from 0 to 1 replicas on shard 0002            | cpu 75 20 20; read 0.8; replicaReads 6000 500 500   | 2 replicas on 0001
                    even slots did not help                              |        | spread the slots evenly over the 2 shards        | cpu 75 20 20; slots 9000 3692 3692                  | tell: hot slots on shard 0001
                    a larger type did not help                           |        | go from cache.r7g.large to cache.r7g.xlarge      | memory 78; cpu 20 20 20; maxShards 3; largestNodeType cache.r7g.4xlarge | tell: memory bound
                    """);

    private static Stream<Table.Row> rows() {
        return Stream.of(GROUP, STEP, ACCOUNT, TURN, UNHELPED).flatMap(Table::decisions);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answers(Table.Row row) {
        row.check();
    }
}
