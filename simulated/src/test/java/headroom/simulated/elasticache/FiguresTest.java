package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.elasticache.FigureHabits.Habit;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.Traffic;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What CloudWatch answers with of a group's nodes.
final class FiguresTest {
    private static final Traffic READS = Traffic.of(Flow.even(80_000, 0.1, Clients.SHARING));
    private static final String PRIMARY = "sessions-0001-001";
    private static final String REPLICA = "sessions-0001-002";

    private final OneGroup group = OneGroup.of(2, 1);

    private GroupSeries series(Habit... habits) {
        return series(READS, habits);
    }

    private GroupSeries series(Traffic traffic, Habit... habits) {
        return new GroupSeries(
                group.elastiCache, traffic, FigureHabits.ORDINARY.with(habits), group.scheduler);
    }

    private MetricDataResult read(GroupSeries series, String metric, String... dimensions) {
        return read(series, metric, "Maximum", 15, dimensions);
    }

    private MetricDataResult read(
            GroupSeries series, String metric, String stat, int minutes, String... dimensions) {
        Instant now = group.scheduler.now();
        return cloudWatch(series)
                .getMetricData(
                        request ->
                                request.startTime(now.minus(Duration.ofMinutes(minutes)))
                                        .endTime(now)
                                        .metricDataQueries(query(metric, stat, dimensions)))
                .metricDataResults()
                .getFirst();
    }

    private static MetricDataQuery query(String metric, String stat, String... dimensions) {
        List<Dimension> all = new ArrayList<>();
        for (int each = 0; each < dimensions.length; each += 2) {
            all.add(Dimension.builder().name(dimensions[each]).value(dimensions[each + 1]).build());
        }
        Metric named =
                Metric.builder()
                        .namespace("AWS/ElastiCache")
                        .metricName(metric)
                        .dimensions(all)
                        .build();
        return MetricDataQuery.builder()
                .id("q")
                .metricStat(each -> each.metric(named).stat(stat).period(60))
                .build();
    }

    private SimulatedCloudWatch cloudWatch(GroupSeries series) {
        var never = new SimulatedCloudWatch.Alarm("never", 1_000, 3);
        return new SimulatedCloudWatch(
                series, OneGroup.ID, never, never, group.scheduler, group.journal);
    }

    private List<Double> ofNode(GroupSeries series, String metric, String node) {
        return read(series, metric, "CacheClusterId", node, "CacheNodeId", "0001").values();
    }

    private List<Double> anHour(GroupSeries series, String metric) {
        return read(series, metric, "Maximum", 60, "CacheClusterId", PRIMARY).values();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /// Nothing is known of the last minutes, and the newest comes first.
    @Test
    void figuresAreThereFromBeforeTheScenarioAndComeLate() {
        MetricDataResult found =
                read(
                        series(),
                        "EngineCPUUtilization",
                        "CacheClusterId",
                        PRIMARY,
                        "CacheNodeId",
                        "0001");
        assertEquals(14, found.values().size());
        assertEquals(
                group.scheduler.now().minus(Duration.ofMinutes(2)), found.timestamps().getFirst());
        assertEquals(18, mean(found.values()), 1);
        assertTrue(ofNode(series(Habit.LATE), "IsMaster", REPLICA).size() < 14);
        assertTrue(ofNode(series(Habit.LATE), "IsMaster", REPLICA).size() >= 12);
    }

    /// No error, and nothing in the answer.
    @Test
    void aWrongSetOfDimensionsIsEmpty() {
        GroupSeries series = series();
        assertEquals(14, read(series, "CPUUtilization", "CacheClusterId", PRIMARY).values().size());
        assertEquals(
                List.of(), read(series, "ProcessedCommands", "CacheClusterId", PRIMARY).values());
        assertEquals(
                List.of(),
                read(series, "CPUUtilization", "CacheClusterId", PRIMARY, "CacheNodeId", "1")
                        .values());
        assertEquals(
                List.of(),
                read(
                                series,
                                "CPUUtilization",
                                "ReplicationGroupId",
                                OneGroup.ID,
                                "NodeGroupId",
                                "0001")
                        .values());
        assertEquals(List.of(), ofNode(series, "NoSuchMetric", PRIMARY));
        assertEquals(List.of(), ofNode(series, "CPUUtilization", "another"));
    }

    @Test
    void aShardsSeriesHasASampleOfEachNode() {
        String[] shard = {"ReplicationGroupId", OneGroup.ID, "NodeGroupId", "0001"};
        String name = "EngineCPUUtilization";
        double hottest = ofNode(series(), name, PRIMARY).getFirst();
        assertEquals(hottest, read(series(), name, shard).values().getFirst(), 0.001);
        assertEquals(2, read(series(), name, "SampleCount", 15, shard).values().getFirst(), 0.001);
        double averaged = read(series(Habit.SHARDS_AVERAGED), name, shard).values().getFirst();
        assertTrue(averaged < hottest);
        assertEquals(
                averaged, read(series(), name, "Average", 15, shard).values().getFirst(), 0.001);
        assertEquals(
                4,
                read(series(), name, "SampleCount", 15, "ReplicationGroupId", OneGroup.ID)
                        .values()
                        .getFirst());
        assertEquals(
                2,
                read(
                                series(),
                                name,
                                "SampleCount",
                                15,
                                "ReplicationGroupId",
                                OneGroup.ID,
                                "Role",
                                "Primary")
                        .values()
                        .getFirst());
    }

    @Test
    void figuresMayBeMissingOrZeroOrContradictEachOther() {
        assertEquals(54.0, anHour(series(Habit.GAPS), "CPUUtilization").size(), 4);
        assertEquals(
                List.of(),
                ofNode(series(Habit.SILENT_NODE), "CPUUtilization", "sessions-0002-002"));
        List<Double> zeroes = anHour(series(Habit.ZEROES), "EngineCPUUtilization");
        assertEquals(6.0, (double) zeroes.stream().filter(each -> each == 0).count(), 4);
        GroupSeries contradicting = series(Habit.CONTRADICTS);
        assertTrue(
                ofNode(contradicting, "ProcessedCommands", PRIMARY).getFirst()
                        < ofNode(contradicting, "GetTypeCmds", PRIMARY).getFirst());
        GroupSeries stopping = series(Habit.STOPS);
        group.passMinutes(20);
        assertEquals(6, ofNode(stopping, "CPUUtilization", PRIMARY).size());
        group.passMinutes(20);
        assertEquals(List.of(), ofNode(stopping, "CPUUtilization", PRIMARY));
    }

    /// The step is taken, and the figures follow.
    @Test
    void aReplicaRelievesItsPrimary() {
        GroupSeries series = series();
        double before = mean(ofNode(series, "EngineCPUUtilization", PRIMARY));
        group.setReplicas("0001", 2);
        group.passMinutes(9 + 18);
        double after = mean(ofNode(series, "EngineCPUUtilization", PRIMARY));
        double other = mean(ofNode(series, "EngineCPUUtilization", "sessions-0002-001"));
        assertEquals(before, other, 0.5);
        assertEquals(before * 0.73, after, 0.5);
        assertEquals(14, ofNode(series, "CPUUtilization", "sessions-0001-003").size());
    }

    @Test
    void aNewNodeHasNoHistory() {
        GroupSeries series = series();
        group.setReplicas("0001", 2);
        group.passMinutes(13);
        assertEquals(5, ofNode(series, "CPUUtilization", "sessions-0001-003").size());
    }

    @Test
    void shardsSpreadTheLoad() {
        GroupSeries series = series();
        double before = mean(ofNode(series, "GetTypeCmds", PRIMARY));
        group.setShards(4);
        group.passMinutes(28 + 18);
        assertEquals(before / 2, mean(ofNode(series, "GetTypeCmds", PRIMARY)), before / 20);
        assertEquals(
                before / 2, mean(ofNode(series, "GetTypeCmds", "sessions-0004-001")), before / 20);
    }

    @Test
    void aNodeTypeBringsMemory() {
        GroupSeries series = series();
        String name = "DatabaseMemoryUsageCountedForEvictPercentage";
        double before = mean(ofNode(series, name, PRIMARY));
        group.setType("cache.r7g.xlarge");
        group.passMinutes(12 + 18);
        assertEquals(before * 0.497, mean(ofNode(series, name, PRIMARY)), 0.1);
    }

    @Test
    void aFailoverConfusesTheRolesForAMinuteOrTwo() {
        GroupSeries series = series();
        group.owner.act(GroupIntervention.FAIL_OVER);
        group.passMinutes(10);
        Map<Instant, Double> masters = new TreeMap<>();
        for (String node : List.of(PRIMARY, REPLICA)) {
            MetricDataResult found =
                    read(series, "IsMaster", "CacheClusterId", node, "CacheNodeId", "0001");
            for (int each = 0; each < found.values().size(); each++) {
                masters.merge(found.timestamps().get(each), found.values().get(each), Double::sum);
            }
        }
        assertEquals(2, masters.values().stream().filter(each -> each == 2).count());
        assertEquals(12, masters.values().stream().filter(each -> each == 1).count());
        int silent = 14 - ofNode(series, "ReplicationLag", PRIMARY).size();
        assertTrue(silent >= 5 + 2, "silent for " + silent);
    }

    @Test
    void clientsMayBeMended() {
        GroupSeries series = series(READS.by(Clients.ORDINARY));
        group.passMinutes(5);
        series.change(READS);
        group.passMinutes(18);
        assertTrue(mean(ofNode(series, "GetTypeCmds", REPLICA)) > 1_000_000);
        assertEquals(READS, series.traffic());
    }
}
