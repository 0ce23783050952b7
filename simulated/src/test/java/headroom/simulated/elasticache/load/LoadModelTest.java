package headroom.simulated.elasticache.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.elasticache.load.Clients.Connecting;
import headroom.simulated.elasticache.load.Course.Spike;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

final class LoadModelTest {
    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;
    private static final Traffic BUSY = Traffic.of(Flow.even(60_000, 0.2, Clients.ORDINARY));

    @Test
    void saysTheSameForTheSameSeed() {
        OneShape group = OneShape.of(2, 1);
        assertEquals(group.of("1-0", BUSY), group.of("1-0", BUSY));
        assertNotEquals(group.of("1-0", BUSY), group.of("1-0", BUSY, Duration.ofMinutes(1)));
        Instant minute = OneShape.BEGIN;
        var one = new LoadModel(Costs.ORDINARY, minute, new Noise(1));
        var other = new LoadModel(Costs.ORDINARY, minute, new Noise(2));
        assertNotEquals(
                one.figures(group.shape(), BUSY, minute),
                other.figures(group.shape(), BUSY, minute));
    }

    @Test
    void eachNodeHasEachMetricButForTheLagOfAPrimary() {
        OneShape group = OneShape.of(1, 1);
        assertEquals(Set.of(NodeMetric.values()), group.of("1-1", BUSY).keySet());
        Map<NodeMetric, Double> primary = group.of("1-0", BUSY);
        assertFalse(primary.containsKey(NodeMetric.LAG));
        assertEquals(NodeMetric.values().length - 1, primary.size());
        assertEquals(1, primary.get(NodeMetric.IS_MASTER));
        assertEquals(0, group.of("1-1", BUSY).get(NodeMetric.IS_MASTER));
    }

    @Test
    void aReplicaAppliesWhatItsPrimaryWrites() {
        OneShape group = OneShape.of(1, 2);
        double written = group.figure(NodeMetric.WRITES, "1-0", BUSY);
        assertEquals(12_000, written / 60, 300);
        assertEquals(written, group.figure(NodeMetric.WRITES, "1-2", BUSY), 1);
        assertEquals(0, group.figure(NodeMetric.READS, "1-2", BUSY));
    }

    @Test
    void aNodeThatIsAskedTooMuchDoesWhatItCanAndDefendsItself() {
        OneShape group = OneShape.of(1, 1);
        Traffic flood = Traffic.of(Flow.even(250_000, 0.2, Clients.ORDINARY));
        assertEquals(100, group.figure(NodeMetric.ENGINE_CPU, "1-0", flood));
        assertEquals(124_000, group.perSecond(NodeMetric.COMMANDS, "1-0", flood), 1_000);
        assertEquals(1, group.figure(NodeMetric.MANAGED, "1-0", flood));
        assertEquals(0, group.figure(NodeMetric.MANAGED, "1-0", BUSY));
    }

    /// On two processors AWS's own work is no longer small.
    @Test
    void allProcessorsTogetherAreBusierTheFewerThereAre() {
        double two =
                OneShape.of(SlotSet.spread(1), 0, "cache.r7g.large")
                        .figure(NodeMetric.CPU, "1-0", BUSY);
        double four =
                OneShape.of(SlotSet.spread(1), 0, "cache.r7g.xlarge")
                        .figure(NodeMetric.CPU, "1-0", BUSY);
        assertEquals(31.6, two, 1);
        assertEquals(two / 2, four, 0.1);
    }

    @Test
    void aConnectionForEachCommandCostsTwoAndAHalfTimesAsMuch() {
        OneShape group = OneShape.of(1, 0);
        Clients churning = Clients.ORDINARY.with(Connecting.ONE_FOR_EACH_COMMAND);
        Traffic few = Traffic.of(Flow.even(20_000, 0.2, Clients.ORDINARY));
        double kept = group.figure(NodeMetric.ENGINE_CPU, "1-0", few);
        double opened = group.figure(NodeMetric.ENGINE_CPU, "1-0", few.by(churning));
        assertEquals(2.46, opened / kept, 0.05);
    }

    @Test
    void memoryFollowsTheSlotsAndWhatIsInThem() {
        OneShape group =
                OneShape.of(
                        List.of(SlotSet.range(0, 12_287), SlotSet.range(12_288, 16_383)),
                        0,
                        "cache.r7g.large");
        Traffic traffic = BUSY.with(Data.of(8 * GIBIBYTE).withHuge(16_000, GIBIBYTE));
        double room = NodeKind.of("cache.r7g.large").room();
        assertEquals(
                100 * 6 * GIBIBYTE / room, group.figure(NodeMetric.MEMORY, "1-0", traffic), 0.01);
        assertEquals(
                100 * 3 * GIBIBYTE / room, group.figure(NodeMetric.MEMORY, "2-0", traffic), 0.01);
        assertTrue(group.figure(NodeMetric.USED, "2-0", traffic) > 3 * GIBIBYTE);
    }

    @Test
    void aFullNodeEvicts() {
        OneShape group = OneShape.of(SlotSet.spread(1), 0, "cache.r7g.large");
        Traffic growing = BUSY.with(Data.of(9 * GIBIBYTE).growing(GIBIBYTE));
        assertEquals(0, group.figure(NodeMetric.EVICTIONS, "1-0", growing));
        Map<NodeMetric, Double> later = group.of("1-0", growing, Duration.ofHours(3));
        assertEquals(100, later.get(NodeMetric.MEMORY));
        assertTrue(Objects.requireNonNull(later.get(NodeMetric.EVICTIONS)) > 20_000);
    }

    @Test
    void trafficGrowsAndSpikes() {
        OneShape group = OneShape.of(1, 0);
        Traffic traffic =
                BUSY.with(
                        Course.growing(0.1)
                                .with(
                                        new Spike(
                                                Duration.ofMinutes(30),
                                                Duration.ofMinutes(4),
                                                1.5)));
        assertEquals(60_000, commands(group, traffic, 0), 1_300);
        assertEquals(63_000 * 1.5, commands(group, traffic, 33), 2_300);
        assertEquals(66_000, commands(group, traffic, 60), 1_500);
    }

    private static double commands(OneShape group, Traffic traffic, long minutes) {
        Map<NodeMetric, Double> figures = group.of("1-0", traffic, Duration.ofMinutes(minutes));
        return Objects.requireNonNull(figures.get(NodeMetric.COMMANDS)) / 60;
    }

    @Test
    void largeValuesUseTheNetworkUp() {
        OneShape group = OneShape.of(SlotSet.spread(1), 0, "cache.r7g.large");
        Traffic large = Traffic.of(Flow.even(10_000, 0.1, Clients.ORDINARY).withValuesOf(12_000));
        assertEquals(92, group.figure(NodeMetric.BASELINE_OUT, "1-0", large), 3);
        assertEquals(0, group.figure(NodeMetric.OUT_EXCEEDED, "1-0", large));
        Traffic larger = Traffic.of(Flow.even(20_000, 0.1, Clients.ORDINARY).withValuesOf(120_000));
        assertTrue(group.figure(NodeMetric.BASELINE_OUT, "1-0", larger) > 1_000);
        assertTrue(group.figure(NodeMetric.OUT_EXCEEDED, "1-0", larger) > 0);
    }

    @Test
    void aReplicaThatCannotFollowFallsBehind() {
        OneShape group = OneShape.of(1, 1);
        assertTrue(group.figure(NodeMetric.LAG, "1-1", BUSY) < 0.1);
        Traffic flood =
                Traffic.of(
                        Flow.even(
                                300_000,
                                0.3,
                                Clients.ORDINARY.from(Clients.ReadsFrom.REPLICAS, true)));
        assertTrue(group.figure(NodeMetric.LAG, "1-1", flood) > 10);
    }
}
