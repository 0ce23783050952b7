package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes of a step that a person asked for. The group has three shards of a primary and a
/// replica, and all is well.
final class WishedStepTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    shards 4                   |                                     | 4 shards
                    shards 3                   |                                     | not needed: the shape that was asked for
                    shards 2                   |                                     | refused: a step that was asked for
                    shards 5                   |                                     | 5 shards
                    shards 6                   |                                     | refused: a step that was asked for
                    shards 6                   | maxStep 3                           | 6 shards
                    shards 4                   | maxShards 3                         | refused: a step that was asked for
                    shards 2                   | cpu 20; clusterMode disabled               | refused: a step that was asked for
                    shards 1                   | cpu 20; clusterMode disabled               | not needed: the shape that was asked for
                    replicas 0002 2            |                                     | 2 replicas on 0002
                    replicas 0002 3            |                                     | 3 replicas on 0002
                    replicas 0002 4            |                                     | refused: a step that was asked for
                    replicas 0002 6            | maxReplicasPerShard 5               | refused: a step that was asked for
                    replicas 0002 1            |                                     | not needed: the shape that was asked for
                    replicas 0002 0            |                                     | refused: a step that was asked for
                    replicas 0009 2            |                                     | refused: a step that was asked for
                    replicas 0001 2            | cpu 20; clusterMode disabled               | 2 replicas on 0001
                    rebalance                  |                                     | not needed: the shape that was asked for
                    rebalance                  | slots 9000 3692 3692                | rebalance
                    rebalance                  | slots 9000 ? 3692                   | refused: a step that was asked for
                    rebalance                  | slots ?                             | refused: a step that was asked for
                    rebalance                  | cpu 20; clusterMode disabled               | refused: a step that was asked for
                    type cache.r7g.2xlarge     |                                     | refused: a step that was asked for
                    type cache.r7g.2xlarge     | largestNodeType cache.r7g.4xlarge   | cache.r7g.2xlarge
                    type cache.r7g.4xlarge     | largestNodeType cache.r7g.4xlarge   | cache.r7g.4xlarge
                    type cache.r7g.8xlarge     | largestNodeType cache.r7g.4xlarge   | refused: a step that was asked for
                    type cache.r7g.xlarge      | largestNodeType cache.r7g.4xlarge   | not needed: the shape that was asked for
                    type cache.r7g.large       | largestNodeType cache.r7g.4xlarge   | refused: a step that was asked for
                    type cache.r6g.2xlarge     | largestNodeType cache.r7g.4xlarge   | refused: a step that was asked for
                    type cache.r7g.huge        | largestNodeType cache.r7g.4xlarge; allowed cache.r7g.huge | refused: a step that was asked for
                    type cache.r7g.2xlarge     | largestNodeType cache.r7g.4xlarge; allowed none           | refused: a step that was asked for
                    type cache.m7g.xlarge      | largestNodeType cache.m7g.4xlarge; allowed cache.m7g.xlarge | refused: a step that was asked for
                    shards 4                   | memory ?            | tell: unknown
                    shards 4                   | opened 3000; cpu 72 72 72           | 4 shards
                    shards 4                   | quota 6                             | refused: the quota of nodes
                    shards 4                   | free uncounted                      | count in [subnet-1, subnet-2]
                    shards 4                   | cpu 81 81 81                        | not yet: too busy to move slots
                    shards 4                   | memory 88                           | refused: no memory for a backup
                    replicas 0002 2            | unhelped go from 0 to 1 replicas on shard 0002 | 2 replicas on 0002
                    """)
    void answers(String wish, @Nullable String otherwise, String answer) {
        Situation situation = Situation.with("cpu 20 20 20; cause MANUAL; wish " + wish);
        if (otherwise != null) {
            situation.but(otherwise);
        }
        assertEquals(answer, situation.answer(), situation::toString);
    }
}
