package headroom.elasticache.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.CloudWatchStub;
import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.group.Group;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:30:40Z");

    private final ElastiCacheStub elastiCache = new ElastiCacheStub();
    private final CloudWatchStub cloudWatch = new CloudWatchStub();

    @Test
    void areOfTheLastQuarterOfAnHourThatIsComplete() {
        assertEquals(
                new Figures(
                        Instant.parse("2026-11-22T04:13:00Z"),
                        Instant.parse("2026-11-22T04:28:00Z")),
                Figures.asOf(NOW));
    }

    @ParameterizedTest
    @CsvSource({"04:12:59, 04:13", "04:16:00, 04:16", "04:16:01, 04:17", "04:29:30, 04:28"})
    void areOfNoMinuteFromBeforeAMoment(String moment, String from) {
        assertEquals(
                Instant.parse("2026-11-22T" + from + ":00Z"),
                Figures.asOf(NOW).after(Instant.parse("2026-11-22T" + moment + "Z")).from());
    }

    @Test
    void areByShardAndRole() {
        cloudWatch.answer(
                (node, metric) ->
                        switch (metric) {
                            case "EngineCPUUtilization" -> 40.0;
                            case "IsMaster" -> node.endsWith("-002") ? 1.0 : 0.0;
                            default -> null;
                        });

        ShardFigures shard = figures().shards().getLast();
        NodeFigures primary = shard.primary().orElseThrow();
        assertEquals("sessions-0002-002", primary.member().id());
        assertEquals(1, shard.replicas().size());
        assertEquals(Optional.of(40.0), primary.mean(Metric.ENGINE_CPU));
        assertEquals(15, primary.of(Metric.ENGINE_CPU).byMinute().size());
    }

    @Test
    void areUnknownWhereTheyAreMissing() {
        NodeFigures node = new NodeFigures(group().members().getFirst(), Map.of());

        assertEquals(Optional.empty(), node.mean(Metric.EVICTIONS));
        assertEquals(Optional.empty(), figures().shards().getFirst().primary());
    }

    @Test
    void areAskedForByTheStatisticThatFitsTheMetric() {
        figures();

        assertEquals(
                Set.of(
                        "EngineCPUUtilization Average",
                        "NewConnections Sum",
                        "TrafficManagementActive Maximum"),
                cloudWatch.calls.getFirst().metricDataQueries().stream()
                        .map(
                                each ->
                                        each.metricStat().metric().metricName()
                                                + " "
                                                + each.metricStat().stat())
                        .filter(
                                each ->
                                        each.startsWith("Engine")
                                                || each.startsWith("New")
                                                || each.startsWith("Traffic"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void areOfNothingWhereNoMinuteIsLeft() {
        GroupFigures figures = Figures.asOf(NOW).after(NOW).of(cloudWatch, group());

        assertEquals(2, figures.shards().size());
        assertEquals(0, cloudWatch.calls.size());
    }

    /// As many nodes as a group may have, and twenty-one metrics of each.
    @Test
    void ofFiveHundredNodesTakeTwentyOneCalls() {
        elastiCache.without("0001").without("0002");
        for (int shard = 1; shard <= 250; shard++) {
            elastiCache.shard("%04d".formatted(shard), "0-1", 2);
        }
        cloudWatch.answer((node, _) -> node.endsWith("-001") ? 1.0 : 0.0);

        GroupFigures figures = figures();
        assertEquals(500 * Metric.values().length / 500, cloudWatch.calls.size());
        assertEquals(21, cloudWatch.calls.size());
        assertTrue(figures.shards().stream().allMatch(each -> each.primary().isPresent()));
        assertTrue(
                figures.shards().stream()
                        .flatMap(each -> each.replicas().stream())
                        .allMatch(each -> each.series().size() == Metric.values().length));
    }

    private Group group() {
        return Group.describe(elastiCache, "sessions");
    }

    private GroupFigures figures() {
        return Figures.asOf(NOW).of(cloudWatch, group());
    }
}
