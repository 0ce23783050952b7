package headroom.simulated.elasticache.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.simulated.elasticache.load.Clients.Connecting;
import headroom.simulated.elasticache.load.Clients.ReadsFrom;
import headroom.simulated.elasticache.load.Costs.Counting;
import headroom.simulated.elasticache.load.Costs.Monitoring;

import org.junit.jupiter.api.Test;

/// What was measured with real servers and clients comes out of the model: three shards of a
/// primary and a replica, about 1,570 commands a second, an eighth of them writes, of 512 bytes.
final class SignaturesTest {
    private static final double COMMANDS = 1_620;
    private static final double WRITES = 1.0 / 8;
    private static final double SOME = 0.06;
    private static final Clients KEPT = Clients.ORDINARY.withPool(4);

    private final OneShape group =
            OneShape.of(3, 1)
                    .with(
                            Costs.ORDINARY
                                    .withCommandsOf(35e-6)
                                    .with(new Monitoring(2, 0.4))
                                    .with(new Counting(false, false)));

    @Test
    void aConnectionForEachCommand() {
        Traffic traffic = by(KEPT.with(Connecting.ONE_FOR_EACH_COMMAND));
        assertPrimary(538, 540, 4.6, traffic);
        assertReplica(0, 0, 3.3, 2.8, traffic);
    }

    @Test
    void persistentConnections() {
        Traffic traffic = by(KEPT);
        assertPrimary(0.4, 540, 1.9, traffic);
        assertReplica(0, 0, 3.3, 2.8, traffic);
    }

    /// The processor does not show it: connections, reads and bytes do.
    @Test
    void readsAreSentToReplicasWithoutReadOnly() {
        Traffic traffic = by(KEPT.from(ReadsFrom.REPLICAS, false));
        assertPrimary(0.4, 540, 2.1, traffic);
        assertReplica(4, 0, 16.1, 16.3, traffic);
        assertEquals(
                group.figure(NodeMetric.ENGINE_CPU, "1-1", by(KEPT.from(ReadsFrom.REPLICAS, true))),
                group.figure(NodeMetric.ENGINE_CPU, "1-1", traffic),
                0.001);
    }

    @Test
    void readsAreSentToReplicasWithReadOnly() {
        Traffic traffic = by(KEPT.from(ReadsFrom.REPLICAS, true));
        assertPrimary(0.4, 69, 0.45, traffic);
        assertReplica(4, 477, 16.0, 251, traffic);
    }

    @Test
    void readsAreSharedByBoth() {
        Traffic traffic = by(KEPT.from(ReadsFrom.BOTH, true));
        assertPrimary(0.4, 308, 1.3, traffic);
        assertReplica(4, 235, 9.4, 123, traffic);
    }

    @Test
    void mostOfItOnOneHashTag() {
        double all = 3_205;
        Traffic traffic =
                Traffic.of(
                        Flow.even(all * 0.2, WRITES, KEPT),
                        Flow.on(SlotSet.of(77), all * 0.8, WRITES, KEPT));
        assertAbout(2_784, group.perSecond(NodeMetric.COMMANDS, "1-0", traffic));
        assertAbout(213, group.perSecond(NodeMetric.COMMANDS, "2-0", traffic));
        assertAbout(213, group.perSecond(NodeMetric.COMMANDS, "3-0", traffic));
    }

    private static Traffic by(Clients clients) {
        return Traffic.of(Flow.even(COMMANDS, WRITES, clients));
    }

    private void assertPrimary(double opened, double commands, double cpu, Traffic traffic) {
        assertAbout(opened, group.perSecond(NodeMetric.NEW_CONNECTIONS, "1-0", traffic));
        assertAbout(commands, group.perSecond(NodeMetric.COMMANDS, "1-0", traffic));
        assertEquals(cpu, group.figure(NodeMetric.ENGINE_CPU, "1-0", traffic), 0.3);
    }

    /// @param in kilobytes a second
    /// @param out the same
    private void assertReplica(
            double clients, double reads, double in, double out, Traffic traffic) {
        assertEquals(2 + clients, group.figure(NodeMetric.CONNECTIONS, "1-1", traffic));
        assertAbout(reads, group.perSecond(NodeMetric.READS, "1-1", traffic));
        assertAbout(in * 1_000, group.perSecond(NodeMetric.BYTES_IN, "1-1", traffic));
        assertAbout(out * 1_000, group.perSecond(NodeMetric.BYTES_OUT, "1-1", traffic));
    }

    private static void assertAbout(double expected, double found) {
        assertEquals(expected, found, Math.max(0.05, expected * SOME));
    }

    /// A host counts what the engine leaves out. Then the two directions differ.
    @Test
    void theReplicationStreamMayBeAmongTheBytes() {
        var counting = group.with(group.costs().with(new Counting(true, true)));
        Traffic traffic = by(KEPT.from(ReadsFrom.REPLICAS, false));
        double in = counting.perSecond(NodeMetric.BYTES_IN, "1-1", traffic);
        double out = counting.perSecond(NodeMetric.BYTES_OUT, "1-1", traffic);
        assertAbout(54_000, in);
        assertAbout(16_300, out);
        assertAbout(540, counting.perSecond(NodeMetric.COMMANDS, "1-1", traffic));
        assertAbout(69, group.perSecond(NodeMetric.COMMANDS, "1-1", traffic));
    }
}
