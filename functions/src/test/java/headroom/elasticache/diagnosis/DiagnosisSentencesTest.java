package headroom.elasticache.diagnosis;

import static headroom.text.Wording.assertContains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people read of a finding, word by word.
final class DiagnosisSentencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    status modifying                                                                     | sessions or one of its nodes is being changed, so its figures say little.
                    cpu 20; replicas 0; commands 500; opened 480                                         | Clients do not keep their connections: sessions-0001-001 was connected to 480 times a second, for 500 commands.
                    cpu 20 20; read 0.5; replicaConnections 5 40; in 40000; out 38000                    | Replicas are asked and answer with redirections: those of shard 0002 have 40 connections and serve 0 reads a second, and its primary serves 1000.
                    cpu 20 20; replicas 2; read 0.5; replicaConnections 5 40; in 40000; out 38000        | Replicas are asked and answer with redirections: those of shard 0002 have 80 connections and serve 0 reads a second, and its primary serves 1000.
                    cpu 20 61                                                                            | Reads all go to the primary, and replicas idle: shard 0002 serves 1600 reads a second from its primary, which is at 61 %, and 0 from its replicas.
                    cpu 30; replicaCpu 64; read 0.1; replicaReads 9000; replicaConnections 50            | Reads all go to replicas, which are busier than their primary: shard 0001 has its replicas at 64 % of a processor, and its primary at 30 %.
                    cpu 20 20; baseline 91 20; held 4 0                                                  | The network is the limit: sessions-0001-001 uses 91 % of what its network carries for ever and had packets held back in 4 of 15 minutes.
                    cpu 20 20; baseline 91 20                                                            | The network is the limit: sessions-0001-001 uses 91 % of what its network carries for ever.
                    cpu 20 20; baseline 91 20; held 1 0                                                  | The network is the limit: sessions-0001-001 uses 91 % of what its network carries for ever and had packets held back in 1 of 15 minutes.
                    cpu 20 20; memory 81 78                                                              | Memory is the limit: shard 0001 is 81 % full, shard 0002 is 78 % full.
                    cpu 20; memory 81; evictions 12                                                      | Memory is the limit: shard 0001 is 81 % full and evicts 12.0 keys a second (whether they had to stay, its maxmemory-policy says).
                    cpu 20; memory 81; evictions 0.5                                                     | Memory is the limit: shard 0001 is 81 % full and evicts 0.5 keys a second (whether they had to stay, its maxmemory-policy says).
                    memory 81 30 30                                                                      | Memory is the limit: shard 0001 is 81 % full. It holds no more slots than its share, and the others are far from full: a few keys are large.
                    memory 81 30 30; slots ?                                                             | Memory is the limit: shard 0001 is 81 % full. How many slots it holds is not known, and the others are far from full: it holds more of them, or a few keys are large.
                    cpu 80 20 20; read 0.3; slots 8000 4192 4192                                         | Shard 0001 is at 80 % of its processor, and all shards in the mean at 40 %. It holds 8000 slots, where an equal share is 5461.
                    cpu 80 20 20; read 0.7; replicaReads 900; replicaConnections 50                      | Shard 0001 is at 80 % of its processor, and all shards in the mean at 40 %. Clients read 2300 times a second from it, and write 600 times.
                    cpu 80 20 20; read 0.3                                                               | Shard 0001 is at 80 % of its processor, and all shards in the mean at 40 %. It holds no more slots than its share, and most of its commands are no reads: a few keys are hot.
                    cpu 80 20 20; read 0.7; replicas 0                                                   | Shard 0001 is at 80 % of its processor, and all shards in the mean at 40 %. It holds no more slots than its share, and clients read from primaries alone: a few keys are hot.
                    cpu 80 20 20; read 0.3; slots ?                                                      | Shard 0001 is at 80 % of its processor, and all shards in the mean at 40 %. How many slots it holds is not known, and most of its commands are no reads: a few keys are hot.
                    cpu 80 20 20; commands 40                                                            | Shard 0001 is at 80 % of its processor, and all shards in the mean at 40 %. It holds no more slots than its share, and it carries out 40 commands a second: a few of them cost much.
                    cpu 80 20 20; commands 40; replicaReads 30; replicaConnections 50                    | Shard 0001 is at 80 % of its processor, and all shards in the mean at 40 %. It holds no more slots than its share, and it carries out 70 commands a second: a few of them cost much.
                    cpu 80 80 60; commands 40                                                            | 2 of 3 shards are too busy: 0001 at 80 % of its processor, 0002 at 80 % of its processor, and all shards in the mean at 73 %. They carry out 80 commands a second: a few of them cost much.
                    cpu 68 66 67; read 0.3                                                               | No shard stands out: 0001 is at 68 % of its processor, and all shards in the mean at 67 %.
                    cpu 80 78 61; read 0.3                                                               | 2 of 3 shards are too busy: 0001 at 80 % of its processor, 0002 at 78 % of its processor, and all shards in the mean at 73 %.
                    cpu 80; read 0.7; replicaReads 900; replicaConnections 50                            | 1 of 1 shards are too busy: 0001 at 80 % of its processor, and all shards in the mean at 80 %. Most of it is read, and replicas share the reads.
                    type cache.r7g.large; cpu 20 20 20; allCpu 40 10 10; read 0.3                        | Shard 0001 is at 80 % of its processor (CPUUtilization 40 % of 2), and all shards in the mean at 40 %. The engine's thread is at 20 %: what is short is the rest of the processors of sessions-0001-001, a cache.r7g.large.
                    type cache.r7g.large; cpu 20 20 20; allCpu 40; read 0.3                              | 3 of 3 shards are too busy: 0001 at 80 % of its processor (CPUUtilization 40 % of 2), 0002 at 80 % of its processor (CPUUtilization 40 % of 2), 0003 at 80 % of its processor (CPUUtilization 40 % of 2), and all shards in the mean at 80 %.
                    type cache.r7g.large; cpu 80; allCpu 40; read 0.3                                    | 1 of 1 shards are too busy: 0001 at 80 % of its processor, and all shards in the mean at 80 %.
                    type cache.t2.micro; cpu 60; allCpu 80; read 0.3                                     | 1 of 1 shards are too busy: 0001 at 80 % of its processor, and all shards in the mean at 80 %.
                    cpu 20; connections 50000                                                            | A node takes 65,000 connections: sessions-0001-001 has 50000.
                    cpu 20+3x95; read 0.3                                                                | It was a spike: sessions-0001-001 reached 70 % of its processor in 3 of 15 minutes, with 35 % in the mean.
                    cpu 20+4x95; read 0.3                                                                | It was a spike: sessions-0001-001 reached 70 % of its processor in 4 of 15 minutes, with 40 % in the mean.
                    cpu 20+5x95; read 0.3                                                                | A processor was busy for a part of the time: sessions-0001-001 reached 70 % of its processor in 5 of 15 minutes, with 45 % in the mean.
                    cpu 20+6x95 20+3x95; read 0.3                                                        | A processor was busy for a part of the time: sessions-0001-001 reached 70 % of its processor in 6 of 15 minutes, with 50 % in the mean, sessions-0002-001 reached 70 % of its processor in 3 of 15 minutes, with 35 % in the mean.
                    cpu 20; replicaCpu 80+5x20; read 0.3                                                 | A processor is busy now, and whether it lasts is not known yet: sessions-0001-002 reached 70 % of its processor in 10 of 15 minutes, with 60 % in the mean.
                    replicaCpu 5 96 5                                                                    | A processor is busy now, and no step is known to relieve it: sessions-0002-002 reached 70 % of its processor in 15 of 15 minutes, with 96 % in the mean.
                    """)
    void saysWhatWasSeen(String seen, String sentence) {
        assertEquals(sentence, first(Seen.with(seen).diagnosis()).sentence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 20; commands 500; opened 480                                          | NewConnections
                    cpu 20; read 0.5; replicaConnections 40; in 40000; out 38000              | GetTypeCmds
                    cpu 61                                                                    | EngineCPUUtilization
                    cpu 30; replicaCpu 64; read 0.1; replicaReads 9000; replicaConnections 50 | EngineCPUUtilization
                    cpu 20; connections 50000                                                 | CurrConnections
                    cpu 80 20 20; read 0.3                                                    | EngineCPUUtilization
                    type cache.r7g.large; cpu 20 20 20; allCpu 40 10 10; read 0.3             | CPUUtilization of the node
                    type cache.r7g.large; cpu 20; allCpu 40; read 0.3                         | keys. CPUUtilization
                    memory 81 30 30                                                           | DatabaseMemoryUsageCountedForEvictPercentage
                    """)
    void saysWhichGraphWillShowThatItIsMended(String seen, String graph) {
        String remedy = first(Seen.with(seen).diagnosis()).remedy();
        assertTrue(remedy.contains(graph), remedy);
        assertTrue(remedy.matches(".* (falls|rises)\\b.*"), remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 80 20 20; read 0.3      | Find the keys (redis-cli --hotkeys where maxmemory-policy is an LFU; on Valkey 8 CLUSTER SLOT-STATS; else the clients' own metrics) and spread them
                    cpu 80 20 20; commands 40   | SLOWLOG GET
                    cpu 80 80 80; commands 40   | SLOWLOG GET
                    cpu 20+3x95; read 0.3       | Nothing, unless it comes again and again
                    cpu 20+5x95; read 0.3       | If it grows, the next look tells more
                    cpu 80+6x20; read 0.3       | If it stays, the next look tells more
                    replicaCpu 5 96 5           | Look at SLOWLOG GET on that node
                    """)
    void saysWhatToDo(String seen, String advice) {
        assertContains(advice, first(Seen.with(seen).diagnosis()).remedy());
    }

    @Test
    void namesTwentyOfManyNodes() {
        Diagnosis diagnosis =
                Seen.with("cpu " + "20 ".repeat(82) + "20; replicas 5; connections 50000")
                        .diagnosis();
        String sentence = first(diagnosis).sentence();
        assertTrue(sentence.endsWith(" and 63 more."), sentence);
    }

    private static Finding first(Diagnosis diagnosis) {
        return diagnosis.first().orElseThrow();
    }
}
