package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.util.stream.Collectors.joining;

import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

/// What each shard's busiest node is expected to have of one dimension after a step.
final class CapacityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    shards 4                    | PROCESSOR   |                                                     | 54.0 54.0 54.0 54.0
                    shards 4                    | PROCESSOR   | cpu 80 40 40                                        | 60.0 30.0 30.0 40.0
                    shards 4                    | MEMORY      | memory 80 40 40                                     | 60.0 30.0 30.0 40.0
                    shards 4                    | NETWORK     | network 80 40 ?                                     | ? ? ? ?
                    shards 4                    | CONNECTIONS |                                                     | 300.0 300.0 300.0 300.0
                    shards 4                    | PROCESSOR   | cpu 80 40 40; slots 8192 4096 4096                  | 40.0 40.0 40.0 40.0
                    shards 4                    | PROCESSOR   | cpu 80 40 40; slots ?                               | 60.0 30.0 30.0 40.0
                    rebalance                   | PROCESSOR   | cpu 80 10; slots 12288 4096                         | 53.3 36.7
                    rebalance                   | MEMORY      | cpu 80 10; slots 12288 4096; memory 60 10           | 40.0 30.0
                    rebalance                   | PROCESSOR   | cpu 80 0; slots 16384 0                             | 40.0 40.0
                    rebalance                   | PROCESSOR   | cpu 80 10                                           | 80.0 10.0
                    replicas 0001 2             | PROCESSOR   | cpu 80 20; read 0.75; replicaReads 6000 0           | 60.0 20.0
                    replicas 0001 3             | PROCESSOR   | cpu 80 20; read 0.75; replicaReads 6000 0           | 50.0 20.0
                    replicas 0001 1             | PROCESSOR   | cpu 80 20; read 0.75; replicas 0                    | 50.0 20.0
                    replicas 0001 2             | PROCESSOR   | cpu 20 20; read 0; replicaReads 6000 0              | 50.0 20.0
                    replicas 0001 2             | MEMORY      | cpu 80 20; read 0.75; replicaReads 6000 0           | 40.0 40.0
                    type cache.r7g.4xlarge      | MEMORY      | cpu 20; memory 80                                   | 20.0
                    type cache.r7g.4xlarge      | NETWORK     | cpu 20; network 80                                  | 20.0
                    type cache.r7g.4xlarge      | PROCESSOR   | cpu 80                                              | 80.0
                    type cache.m7g.4xlarge      | MEMORY      | cpu 20; memory 80                                   | 40.0
                    type cache.r7g.4xlarge      | NETWORK     | cpu 20; network ?                                   | ?
                    type cache.r7g.huge         | MEMORY      | cpu 20; memory 80                                   | ?
                    """)
    void expects(String step, Dimension dimension, @Nullable String otherwise, String expected) {
        Situation situation = new Situation();
        if (otherwise != null) {
            situation.but(otherwise);
        }
        var capacity = new Capacity(situation.diagnosis().traffic());
        assertEquals(
                expected,
                capacity.after(change(step, situation)).values().stream()
                        .map(
                                each ->
                                        each.find(dimension)
                                                .map(
                                                        load ->
                                                                String.format(
                                                                        Locale.ROOT, "%.1f", load))
                                                .orElse("?"))
                        .collect(joining(" ")));
    }

    private static Change change(String step, Situation situation) {
        return switch (Words.wish(step)) {
            case Wish.Replicas it -> new Change.AddReplicas(it.shard(), 1, it.to());
            case Wish.Shards it -> new Change.AddShards(3, it.to());
            case Wish.Rebalance _ -> new Change.Rebalance(2);
            case Wish.Migrate _ ->
                    new Change.SwitchMode(ClusterMode.DISABLED, ClusterMode.COMPATIBLE);
            case Wish.NodeType it ->
                    new Change.ChangeNodeType(situation.group().nodeType(), it.to());
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 72 20 20  | at most processor 72 %, memory 40 %, network 20 %, connections 300 on a node; at 2.0 times the load processor 144 % would be the nearest to its limit, 90 %
                    memory 60 80  | at most processor 72 %, memory 80 %, network 20 %, connections 300 on a node; at 2.0 times the load memory 160 % would be the nearest to its limit, 90 %
                    connections 60000; cpu 20 | at most processor 20 %, memory 40 %, network 20 %, connections 60000 on a node; at 2.0 times the load connections 120000 would be the nearest to its limit, 65000
                    network ?; cpu 20 | at most processor 20 %, memory 40 %, connections 300 on a node; at 2.0 times the load memory 80 % would be the nearest to its limit, 90 %
                    """)
    void tellsWhatBindsFirst(String differences, String words) {
        var capacity = new Capacity(Situation.with(differences).diagnosis().traffic());
        assertEquals(words, Capacity.inWords(capacity.now(), 2));
    }
}
