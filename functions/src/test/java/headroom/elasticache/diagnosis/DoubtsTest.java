package headroom.elasticache.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Series;
import headroom.elasticache.figures.ShardFigures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.TreeMap;

/// When nothing is said of a shard, and why.
final class DoubtsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ENGINE_CPU      | sessions-0002-001 | sessions-0002-001 has fewer than 10 minutes of EngineCPUUtilization
                    MEMORY          | sessions-0002-002 | sessions-0002-002 has fewer than 10 minutes of DatabaseMemoryUsageCountedForEvictPercentage
                    COMMANDS        | sessions-0002-002 | sessions-0002-002 has fewer than 10 minutes of ProcessedCommands
                    READS           | sessions-0002-001 | sessions-0002-001 has fewer than 10 minutes of GetTypeCmds
                    WRITES          | sessions-0002-001 | sessions-0002-001 has fewer than 10 minutes of SetTypeCmds
                    CONNECTIONS     | sessions-0002-002 | sessions-0002-002 has fewer than 10 minutes of CurrConnections
                    BYTES_IN        | sessions-0002-002 | sessions-0002-002 has fewer than 10 minutes of NetworkBytesIn
                    NEW_CONNECTIONS | sessions-0002-001 | sessions-0002-001 has fewer than 10 minutes of NewConnections
                    BYTES_OUT       | sessions-0002-002 | sessions-0002-002 has fewer than 10 minutes of NetworkBytesOut
                    IS_MASTER       | sessions-0002-001 | which node of shard 0002 is its primary is not certain
                    """)
    void namesWhatIsMissing(Metric metric, String node, String doubt) {
        assertUnknown(
                doubt,
                Seen.with("replicaConnections 40")
                        .diagnosis(
                                each ->
                                        is(node, each)
                                                ? Otherwise.with(each, metric, Series.NONE)
                                                : each));
    }

    @Test
    void oneOfTwoProcessorsFiguresIsNotEnough() {
        assertUnknown(
                "sessions-0002-001 has fewer than 10 minutes of CPUUtilization",
                Seen.with("type cache.r7g.large")
                        .diagnosis(
                                each ->
                                        is("sessions-0002-001", each)
                                                ? Otherwise.with(each, Metric.CPU, Series.NONE)
                                                : each));
    }

    /// Its figures of fourteen minutes are those of a replica.
    @Test
    void aNodeThatChangedItsRoleSaysNothing() {
        assertUnknown(
                "sessions-0002-001 was primary for some of the minutes, and replica for others",
                Seen.with("").diagnosis(each -> onceSaying("sessions-0002-001", 0, each)));
        assertUnknown(
                "sessions-0002-002 was primary for some of the minutes, and replica for others",
                Seen.with("").diagnosis(each -> onceSaying("sessions-0002-002", 1, each)));
    }

    private static NodeFigures onceSaying(String node, double master, NodeFigures each) {
        if (!is(node, each)) {
            return each;
        }
        var minutes = new TreeMap<>(each.of(Metric.IS_MASTER).byMinute());
        minutes.put(Seen.FROM, master);
        return Otherwise.with(each, Metric.IS_MASTER, new Series(minutes));
    }

    @Test
    void twoPrimariesThroughoutContradictEachOther() {
        assertUnknown(
                "which node of shard 0002 is its primary is not certain",
                Seen.with("")
                        .diagnosis(
                                each ->
                                        is("sessions-0002-002", each)
                                                ? Otherwise.with(
                                                        each,
                                                        Metric.IS_MASTER,
                                                        Otherwise.throughout(1))
                                                : each));
    }

    @Test
    void readsOfAReplicaWithoutCommandsContradictEachOther() {
        assertUnknown(
                "sessions-0002-002 counts 900 reads and writes a second, and 0 commands",
                Seen.with("replicaReads 900")
                        .diagnosis(
                                each ->
                                        is("sessions-0002-002", each)
                                                ? Otherwise.with(
                                                        each,
                                                        Metric.COMMANDS,
                                                        Otherwise.throughout(0))
                                                : each));
    }

    @Test
    void aNodeWithoutFiguresIsNotOverlooked() {
        GroupFigures all = Seen.with("").figures();
        var without =
                new GroupFigures(
                        all.group(),
                        all.from(),
                        all.to(),
                        all.shards().stream()
                                .map(
                                        each ->
                                                new ShardFigures(
                                                        each.shard(), each.primary(), List.of()))
                                .toList());
        assertUnknown(
                "of shard 0001 there are figures of 1 nodes, and it has 2",
                Diagnosis.of(without, Seen.with("").policy()));
    }

    @Test
    void aShardWithoutFiguresIsNotOverlooked() {
        GroupFigures all = Seen.with("").figures();
        var without =
                new GroupFigures(
                        all.group(), all.from(), all.to(), List.of(all.shards().getFirst()));
        Diagnosis diagnosis = Diagnosis.of(without, Seen.with("").policy());
        assertEquals("unknown 0002 0003", Seen.inWords(diagnosis));
        assertUnknown("there are no figures of shard 0002", diagnosis);
    }

    @Test
    void theShardsStandInTheOrderOfTheirNames() {
        GroupFigures all = Seen.with("").figures();
        ShardFigures first = all.shards().getFirst();
        var without =
                new GroupFigures(
                        all.group(),
                        all.from(),
                        all.to(),
                        List.of(
                                new ShardFigures(first.shard(), first.primary(), List.of()),
                                all.shards().get(1)));
        assertEquals(
                "unknown 0001 0003", Seen.inWords(Diagnosis.of(without, Seen.with("").policy())));
    }

    /// Only where somebody is connected to replicas that serve nothing, bytes have to tell why.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nobody is connected         | replicaConnections 9                    | well
                    they serve, as they should  | replicaConnections 10; replicaReads 500 | well
                    they serve nothing          | replicaConnections 10                   | unknown 0001 0002 0003
                    """)
    void bytesAreNeededOfReplicasThatServeNothing(String why, String seen, String answer) {
        Diagnosis diagnosis = Seen.with(seen).diagnosis(each -> withoutBytes(each));
        assertEquals(answer, Seen.inWords(diagnosis), why);
    }

    private static NodeFigures withoutBytes(NodeFigures node) {
        return Otherwise.with(
                Otherwise.with(node, Metric.BYTES_IN, Series.NONE), Metric.BYTES_OUT, Series.NONE);
    }

    /// Somebody should know of the rest nevertheless.
    @Test
    void tellsWhatIsKnownBesideWhatIsNot() {
        Diagnosis diagnosis =
                Seen.with(
                                "cpu 90 20 20; memory 95 20 20; commands 500; opened 100 0 0;"
                                        + " baseline 85 20 20")
                        .diagnosis(
                                each ->
                                        is("sessions-0002-001", each)
                                                ? Otherwise.with(each, Metric.COMMANDS, Series.NONE)
                                                : each);
        assertEquals(
                "critical: unknown 0002, connection churn 0001, replicas unused 0001, network bound"
                        + " 0001",
                Seen.inWords(diagnosis));
        assertEquals(List.of(), diagnosis.traffic());
    }

    private static void assertUnknown(String doubt, Diagnosis diagnosis) {
        Finding first = first(diagnosis);
        assertEquals(Finding.Kind.UNKNOWN, first.kind());
        assertTrue(first.sentence().contains(": " + doubt), first.sentence());
    }

    private static Finding first(Diagnosis diagnosis) {
        return diagnosis.first().orElseThrow();
    }

    private static boolean is(String id, NodeFigures node) {
        return node.member().id().equals(id);
    }
}
