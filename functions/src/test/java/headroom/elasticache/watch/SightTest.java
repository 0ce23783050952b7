package headroom.elasticache.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.CloudWatchStub;
import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.Given;
import headroom.elasticache.Policy;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.group.Group;
import headroom.watch.WatchDecision.Need;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/// What is seen of two shards of a primary and a replica, on nodes of two processors.
final class SightTest {
    private static final Policy POLICY = Given.SETTINGS.policy();

    private final ElastiCacheStub elastiCache = new ElastiCacheStub();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu 69.9; memory 74.9              | No node is over its limit.",
                "0001-001 cpu 70                    | sessions-0001-001 uses 70 % of its processor",
                "0002-002 cpu 81.6                  | sessions-0002-002 uses 82 % of its processor",
                // Of two processors, what all of them do counts as percent of one.
                "0001-001 allCpu 34.9               | No node is over its limit.",
                "0001-001 allCpu 35                 | sessions-0001-001 uses 70 % of its processor"
                        + " (CPUUtilization 35 % of 2)",
                // What writes a backup is no load.
                "0001-001 allCpu 60                 | the group is critical, sessions-0001-001 uses"
                        + " 100 % of its processor (CPUUtilization 60 % of 2)",
                "0001-001 allCpu 60; 0001-001 saving 1 | No node is over its limit.",
                "0001-001 memory 75                 | sessions-0001-001 is 75 % full",
                "0002-001 cpu 80; 0002-001 memory 76 | sessions-0002-001 uses 80 % of its"
                        + " processor, sessions-0002-001 is 76 % full",
                "0001-001 cpu 96                    | the group is critical, sessions-0001-001 uses"
                        + " 96 % of its processor",
                "0001-001 memory 90                 | the group is critical, sessions-0001-001 is"
                        + " 90 % full",
                // What is missing is no need, and does not hide another's.
                "cpu ?; allCpu ?                    | No node is over its limit.",
                "0001-001 cpu ?; 0001-002 cpu 80    | sessions-0001-002 uses 80 % of its processor",
                "0001-001 cpu ?; 0001-001 memory 80 | sessions-0001-001 is 80 % full",
                "cpu ?; allCpu ?; memory ?          | No figures are known."
            })
    void isWhatTheNodesMeasure(String nodes, String sentence) {
        Sight sight = sight(nodes, POLICY);

        assertEquals(
                new Need(
                        !sentence.startsWith("No "),
                        sentence.startsWith("the group is critical"),
                        sentence),
                sight.need());
        assertEquals(sentence.equals("No figures are known."), sight.silent().size() == 4);
    }

    @Test
    void isByThePercentagesOfTheSettings() {
        Policy low =
                POLICY.with(CacheSettings.CPU_PERCENT, 50).with(CacheSettings.MEMORY_PERCENT, 60);

        assertTrue(sight("0001-001 cpu 50", low).need().stands());
        assertTrue(sight("0001-001 memory 60", low).need().stands());
        assertFalse(sight("cpu 49; memory 59", low).need().stands());
    }

    @Test
    void isCriticalThoughNoNodeIsOverWhatTheSettingsSay() {
        Policy high = POLICY.with(CacheSettings.MEMORY_PERCENT, 95);

        assertEquals(
                new Need(true, true, "the group is critical"),
                sight("0001-001 memory 91", high).need());
    }

    /// One that is hot in silence would be noticed by nobody.
    @Test
    void namesTheNodesThatHaveNoFigureAtAll() {
        String silent = "0002-002 cpu ?; 0002-002 allCpu ?; 0002-002 memory ?";
        assertEquals(List.of("sessions-0002-002"), sight(silent, POLICY).silent());
        assertEquals(List.of(), sight(silent + "; 0002-002 memory 1", POLICY).silent());
        assertEquals(List.of(), sight(silent + "; 0002-002 allCpu 1", POLICY).silent());
    }

    /// Which minutes are enough is the figures' to say; a node that has just begun is not over its
    /// limit yet, and neither is it out of sight.
    @Test
    void takesFewMinutesForNoNeed() {
        Sight nine = sight("cpu 99", POLICY, Duration.ofMinutes(11));
        Sight ten = sight("cpu 99", POLICY, Duration.ofMinutes(12));

        assertEquals(
                new Sight(new Need(false, false, "No node is over its limit."), List.of()), nine);
        assertTrue(ten.need().stands());
    }

    /// Each metric that is asked for is paid for, and of many processors none that is not needed.
    @Test
    void asksWhetherABackupIsWrittenWhereThatCountsAlone() {
        Group small = Group.describe(elastiCache, "sessions");
        elastiCache.nodes(each -> each.cacheNodeType("cache.r7g.xlarge"));
        Group large = Group.describe(elastiCache, "sessions");

        assertEquals(
                List.of(Metric.ENGINE_CPU, Metric.CPU, Metric.MEMORY, Metric.SAVING),
                Sight.metrics(small));
        assertEquals(List.of(Metric.ENGINE_CPU, Metric.CPU, Metric.MEMORY), Sight.metrics(large));
    }

    @Test
    void namesTwentyOfMany() {
        for (int shard = 1; shard <= 250; shard++) {
            elastiCache.shard("%04d".formatted(shard), "0-1", 2);
        }

        String sentence = sight("cpu 80", POLICY).need().sentence();
        assertTrue(sentence.endsWith(" of its processor and 480 more"), sentence);
        assertTrue(sentence.length() < 1_000, sentence);
    }

    private Sight sight(String nodes, Policy policy) {
        return sight(nodes, policy, Duration.ofHours(1));
    }

    /// @param since when the figures begin, before now
    private Sight sight(String nodes, Policy policy, Duration since) {
        Group group = Group.describe(elastiCache, "sessions");
        return Sight.of(
                Figures.asOf(Given.NOW)
                        .after(Given.ago(since))
                        .of(
                                new CloudWatchStub().answer(NodeWords.of(nodes)),
                                group,
                                Sight.metrics(group)),
                policy);
    }
}
