package headroom.elasticache.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.group.Change;
import headroom.elasticache.group.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

final class ComparisonTest {
    private static final Change SHARDS = new Change.AddShards(1, 2);
    private static final Change REPLICA = new Change.AddReplicas("0001", 1, 2);

    private static Reading primary(String shard, double cpu, double memory, double reads) {
        return new Reading(
                shard,
                Role.PRIMARY,
                1,
                Optional.of(cpu),
                Optional.of(memory),
                Optional.of(reads),
                Optional.of(0.0),
                Optional.of(20.0),
                Optional.of(1.0));
    }

    private static Reading replicas(String shard, int nodes, double cpu, double reads) {
        return new Reading(
                shard,
                Role.REPLICA,
                nodes,
                Optional.of(cpu),
                Optional.of(10.0),
                Optional.of(reads),
                Optional.of(5_000.0),
                Optional.of(20.0),
                Optional.of(1.0));
    }

    /// One shard that becomes two, with the load that the hotter of them has then.
    @ParameterizedTest
    @CsvSource({
        // cpu, memory, reads, then cpu, memory, reads of each shard
        "80, 40, 1000, 41, 21, 500, IMPROVED",
        "80, 40, 1000, 78, 39, 500, NOT_IMPROVED",
        "80, 40, 1000, 72, 21, 500, IMPROVED",
        "80, 40, 1000, 73, 21, 500, NOT_IMPROVED",
        "80, 40, 1000, 90, 21, 500, WORSE",
        // Memory is what was short.
        "40, 80, 1000, 41, 42, 500, IMPROVED",
        "40, 80, 1000, 20, 80, 500, NOT_IMPROVED",
        "40, 80, 1000, 20, 90, 500, WORSE",
        // Traffic that halved is no merit of the step's, and traffic that doubled none of its
        // fault.
        "80, 10, 1000, 41, 10, 250, NOT_IMPROVED",
        "40, 10, 1000, 42, 10, 1000, IMPROVED",
        // Little comes and goes.
        "20, 10, 1000, 16, 10, 500, IMPROVED",
        "20, 10, 1000, 19, 10, 500, NOT_IMPROVED",
        "0.4, 0.3, 1000, 0.2, 0.1, 500, NOT_IMPROVED",
        "20, 10, 1000, 24, 10, 500, NOT_IMPROVED",
        // No traffic gives no ratio.
        "80, 10, 4, 40, 10, 40, IMPROVED"
    })
    void judgesByWhatWasShort(
            double cpu,
            double memory,
            double reads,
            double cpuThen,
            double memoryThen,
            double readsThen,
            Effect effect) {
        assertEquals(
                effect,
                judge(
                                SHARDS,
                                List.of(primary("0001", cpu, memory, reads)),
                                List.of(
                                        primary("0001", cpuThen, memoryThen, readsThen),
                                        primary("0002", 5, 5, readsThen)))
                        .effect());
    }

    @Test
    void saysWithWhichFigures() {
        assertEquals(
                new Comparison.Judgement(
                        Effect.IMPROVED,
                        "The step helped. The hottest processor went from 80 to 41 %. The fullest"
                                + " memory went from 40 to 21 %."),
                judge(
                        SHARDS,
                        List.of(primary("0001", 80, 40, 1_000)),
                        List.of(primary("0001", 41, 21, 500), primary("0002", 40, 20, 500))));
    }

    @Test
    void saysHowTrafficHasChangedMeanwhile() {
        assertEquals(
                "The step did not help. The hottest processor went from 80 to 41 %. The fullest"
                        + " memory went from 40 to 40 %. Traffic is 0.5 times what it was, which is"
                        + " allowed for.",
                judge(
                                SHARDS,
                                List.of(primary("0001", 80, 40, 1_000)),
                                List.of(primary("0001", 41, 40, 250), primary("0002", 40, 20, 250)))
                        .sentence());
    }

    @Test
    void looksAtOneShardAndItsReplicasWhereOneWasAdded() {
        var judgement =
                judge(
                        REPLICA,
                        List.of(
                                primary("0001", 20, 90, 0),
                                replicas("0001", 1, 90, 900),
                                primary("0002", 99, 10, 1_000)),
                        List.of(
                                primary("0001", 20, 90, 0),
                                replicas("0001", 2, 46, 450),
                                primary("0002", 99, 10, 1_000)));

        assertEquals(
                new Comparison.Judgement(
                        Effect.IMPROVED,
                        "The step helped. The hottest processor went from 90 to 46 %."),
                judgement);
    }

    /// It is taken for memory, and hardly ever brings a faster processor.
    @ParameterizedTest
    @CsvSource({
        "78, 76, 38, IMPROVED",
        "78, 76, 75, NOT_IMPROVED",
        "20, 76, 38, IMPROVED",
        "78, 40, 60, WORSE"
    })
    void judgesALargerTypeByItsMemory(double cpu, double memory, double then, Effect effect) {
        assertEquals(
                effect,
                judge(
                                new Change.ChangeNodeType("cache.r7g.large", "cache.r7g.xlarge"),
                                List.of(primary("0001", cpu, memory, 1_000)),
                                List.of(
                                        primary("0001", cpu, then, 1_000),
                                        primary("0002", cpu, then, 0)))
                        .effect());
    }

    @Test
    void doesNotCountAStreamFromThePrimaryAsTraffic() {
        var judgement =
                judge(
                        REPLICA,
                        List.of(primary("0001", 80, 10, 1_000)),
                        List.of(primary("0001", 40, 10, 500), replicas("0001", 1, 40, 500)));

        assertEquals(
                "The step helped. The hottest processor went from 80 to 40 %.",
                judgement.sentence());
    }

    @Test
    void measuresNothingByHalfOfTheFigures() {
        var before = List.of(primary("0001", 80, 40, 1_000));
        var after = List.of(primary("0001", 41, 21, 500), primary("0002", 40, 20, 500));

        assertUnmeasured(SHARDS, List.of(), after);
        assertUnmeasured(SHARDS, before, List.of());
        assertUnmeasured(SHARDS, before, after.subList(0, 1));
        assertUnmeasured(SHARDS, before, List.of(after.getFirst(), unknownCpu(after.getLast())));
        assertUnmeasured(SHARDS, List.of(unknownCpu(before.getFirst())), after);
    }

    private static Reading unknownCpu(Reading reading) {
        return new Reading(
                reading.shard(),
                reading.role(),
                reading.nodes(),
                Optional.empty(),
                reading.memory(),
                reading.reads(),
                reading.writes(),
                reading.connections(),
                reading.opened());
    }

    private static void assertUnmeasured(Change change, List<Reading> before, List<Reading> after) {
        assertEquals(
                new Comparison.Judgement(
                        Effect.UNMEASURED,
                        "What the step did is not known: CloudWatch has too few figures of the"
                                + " nodes, before it or since."),
                judge(change, before, after));
    }

    private static Comparison.Judgement judge(
            Change change, List<Reading> before, List<Reading> after) {
        return new Comparison(change, List.of("0001", "0002"), before, after).judge();
    }
}
