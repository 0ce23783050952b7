package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

/// What a group carries at twice the load, and which shape carries it.
final class OutlookTest {
    private static final int FACTOR = 2;

    /// The smallest shape of each kind that is enough: `B`alanced slots, `R`eplicas, `S`hards, node
    /// `T`ype, each with what it changes to.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 40 40 40; memory 40                                          | carried    |
                    cpu 46 40 40; memory 40                                    | not carried | go from 3 to 4 shards
                    cpu 80 80 80; memory 40                                          | not carried | go from 3 to 6 shards
                    cpu 40 40 40; memory 50                                          | not carried | go from 3 to 4 shards; go from cache.r7g.xlarge to cache.r7g.2xlarge
                    cpu 40 40 40; memory 80                                          | not carried | go from 3 to 6 shards; go from cache.r7g.xlarge to cache.r7g.2xlarge
                    cpu 80 10; slots 12288 4096; memory 20                     | not carried | go from 2 to 3 shards
                    cpu 60 20; slots 12288 4096; memory 20                     | not carried | spread the slots evenly over the 2 shards; go from 2 to 3 shards
                    cpu 80 20; read 0.75; replicaReads 6000 0; memory 40       | not carried | go from 1 to 4 replicas on shard 0001
                    cpu 20 20 20; memory 20; network 60                              | not carried | go from 3 to 4 shards; go from cache.r7g.xlarge to cache.r7g.2xlarge
                    cpu 80 20 20; memory 40                                    | not carried |
                    cpu 20 20 20; memory 80 40 40                                    | not carried | go from cache.r7g.xlarge to cache.r7g.2xlarge
                    cpu 60; clusterMode disabled; memory 40                    | not carried | go from 1 to 2 shards
                    connections 40000; cpu 20                                  | carried     |
                    cpu 20 20 20; memory 40; network ?                               | carried     |
                    """)
    void names(String differences, String carried, @Nullable String shapes) {
        Outlook outlook = outlook(differences);
        assertEquals(carried, outlook.carries() ? "carried" : "not carried");
        assertEquals(
                shapes == null ? "" : shapes,
                outlook.carries()
                        ? ""
                        : outlook.shapes().stream()
                                .filter(Option::enough)
                                .map(each -> each.name().replaceFirst(", \\d+ nodes in all", ""))
                                .collect(joining("; ")),
                () -> outlook.shapes().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 80 20 20; memory 40       | more shards: no, the processor of shard 0001 stands out, and it has no more slots than its share as far as is known: a few keys are hot, and no number of shards parts a key.
                    cpu 20 20 20; memory 80 40 40       | more shards: no, the memory of shard 0001 stands out, and it has no more slots than its share as far as is known: a few keys are large, and no number of shards parts a key.
                    cpu 80 80 80; memory 40             | a larger node type: no, the one thread that carries out commands is hardly faster there.
                    cpu 80 80 80; memory 40             | spread the slots evenly: no, they are spread evenly.
                    cpu 20 20 20; memory 80             | more replicas: no, a replica holds all that its primary holds.
                    cpu 20 20 20; memory 20; network 60 | more replicas: no, each costs its primary more of its network.
                    cpu 80 80 80; memory 40             | more replicas: no, clients read from the primaries alone.
                    cpu 90 20; read 0.4; replicaReads 2000 0; memory 20 | more replicas: no, writes alone take 54 % of the primary of shard 0001, at 2.0 times the load 108 %, and replicas share none of them.
                    """)
    void saysWhyNot(String differences, String line) {
        Outlook outlook = outlook(differences);
        assertEquals(
                "- " + line,
                outlook.shapes().stream()
                        .map(Option::inWords)
                        .filter(each -> each.startsWith("- " + line.split(":", 2)[0] + ":"))
                        .collect(joining()),
                () -> outlook.shapes().toString());
    }

    /// What one node does not tell may be what comes to its limit first.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 72 20 20           | 0001 PROCESSOR 72
                    cpu 20 20 20; memory 40 70   | 0002 MEMORY 70
                    cpu 20 20 20; network ?      | 0001 MEMORY 40
                    memory ?               | unknown
                    """)
    void saysWhatBindsFirst(String differences, String first) {
        assertEquals(
                first,
                outlook(differences)
                        .first()
                        .map(
                                each ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %s %.0f",
                                                each.shard(),
                                                each.dimension(),
                                                each.now()))
                        .orElse("unknown"));
    }

    @ParameterizedTest
    @CsvSource({"network 20 ?,true false", "network 20,true true"})
    void whatANodeDoesNotTellIsUnknownOfItsShard(String differences, String known) {
        assertEquals(
                known,
                outlook("cpu 20 20; " + differences).now().values().stream()
                        .map(each -> String.valueOf(each.find(Dimension.NETWORK).isPresent()))
                        .collect(joining(" ")));
    }

    private static Outlook outlook(String differences) {
        Situation situation = Situation.with(differences);
        return new Outlook(situation.group(), situation.diagnosis(), FACTOR);
    }
}
