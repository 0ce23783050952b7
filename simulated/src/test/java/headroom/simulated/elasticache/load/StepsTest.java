package headroom.simulated.elasticache.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

/// A step changes the figures as it would change them.
final class StepsTest {
    private static final Traffic HOT =
            Traffic.of(
                    Flow.even(60_000, 0.1, Clients.SHARING),
                    Flow.on(SlotSet.range(0, 99), 150_000, 0.1, Clients.SHARING));

    /// Reads are shared, writes are not.
    @Test
    void aReplicaRelievesItsPrimaryOfReads() {
        double one = OneShape.of(3, 1).figure(NodeMetric.ENGINE_CPU, "1-0", HOT);
        double two = OneShape.of(3, 2).figure(NodeMetric.ENGINE_CPU, "1-0", HOT);
        assertEquals(75, one, 2);
        assertEquals(54, two, 2);
    }

    @Test
    void aReplicaThatNobodyReadsFromRelievesNobody() {
        Traffic traffic = HOT.by(Clients.ORDINARY);
        assertEquals(
                OneShape.of(3, 1).figure(NodeMetric.ENGINE_CPU, "1-0", traffic),
                OneShape.of(3, 2).figure(NodeMetric.ENGINE_CPU, "1-0", traffic));
    }

    @Test
    void shardsSpreadLoadAndData() {
        Traffic even = Traffic.of(Flow.even(240_000, 0.3, Clients.ORDINARY));
        OneShape three = OneShape.of(3, 1);
        OneShape six = OneShape.of(6, 1);
        assertEquals(64, three.figure(NodeMetric.ENGINE_CPU, "1-0", even), 2);
        assertEquals(32, six.figure(NodeMetric.ENGINE_CPU, "6-0", even), 1);
        assertEquals(
                three.figure(NodeMetric.MEMORY, "1-0", even) / 2,
                six.figure(NodeMetric.MEMORY, "1-0", even),
                0.1);
    }

    @Test
    void evenSlotsRelieveAShardThatHasTooMany() {
        Traffic even = Traffic.of(Flow.even(150_000, 0.3, Clients.ORDINARY));
        OneShape uneven =
                OneShape.of(
                        List.of(SlotSet.range(0, 12_287), SlotSet.range(12_288, 16_383)),
                        1,
                        "cache.r7g.xlarge");
        assertEquals(90, uneven.figure(NodeMetric.ENGINE_CPU, "1-0", even), 3);
        assertEquals(60, OneShape.of(2, 1).figure(NodeMetric.ENGINE_CPU, "1-0", even), 2);
    }

    /// A slot lies on one shard, however many there are.
    @Test
    void moreShardsDoNotRelieveASlotThatIsHot() {
        Traffic tag = Traffic.of(Flow.on(SlotSet.of(5), 100_000, 0.5, Clients.ORDINARY));
        assertEquals(
                OneShape.of(3, 0).figure(NodeMetric.ENGINE_CPU, "1-0", tag),
                OneShape.of(9, 0).figure(NodeMetric.ENGINE_CPU, "1-0", tag));
    }

    @Test
    void aBiggerNodeBringsMemoryAndNetworkAndHardlyProcessor() {
        OneShape small = OneShape.of(SlotSet.spread(2), 1, "cache.r7g.large");
        OneShape big = OneShape.of(SlotSet.spread(2), 1, "cache.r7g.xlarge");
        assertEquals(
                small.figure(NodeMetric.ENGINE_CPU, "1-0", HOT),
                big.figure(NodeMetric.ENGINE_CPU, "1-0", HOT));
        assertTrue(
                big.figure(NodeMetric.MEMORY, "1-0", HOT)
                        < 0.51 * small.figure(NodeMetric.MEMORY, "1-0", HOT));
        assertTrue(
                big.figure(NodeMetric.BASELINE_OUT, "1-0", HOT)
                        < 0.51 * small.figure(NodeMetric.BASELINE_OUT, "1-0", HOT));
    }
}
