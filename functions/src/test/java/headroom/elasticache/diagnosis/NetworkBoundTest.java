package headroom.elasticache.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Series;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each way in which a network tells that it is the limit, on a replica of the second shard.
final class NetworkBoundTest {
    private static final String BOUND = "network bound 0002";

    @ParameterizedTest
    @EnumSource(names = {"IN_EXCEEDED", "OUT_EXCEEDED", "PACKETS_EXCEEDED"})
    void onePacketHeldBackInEachOfThreeMinutes(Metric metric) {
        assertEquals(BOUND, with(metric, minutes(0, 7, 14)));
        assertEquals("well", with(metric, minutes(0, 14)));
    }

    @Test
    void aMinuteCountsOnceHoweverPacketsAreHeldBack() {
        assertEquals("well", heldBack(minutes(0, 1), minutes(1, 0)));
        assertEquals(BOUND, heldBack(minutes(0, 1), minutes(1, 2)));
    }

    @ParameterizedTest
    @EnumSource(names = {"BASELINE_IN", "BASELINE_OUT"})
    void eitherDirectionIsEnough(Metric metric) {
        assertEquals(BOUND, with(metric, Otherwise.throughout(80)));
        assertEquals("well", with(metric, Otherwise.throughout(79.9)));
    }

    private static Series minutes(int... minutes) {
        return Otherwise.in(minutes, 1);
    }

    private static String heldBack(Series in, Series packets) {
        return Seen.inWords(
                Seen.with("")
                        .diagnosis(
                                each ->
                                        replica(
                                                replica(each, Metric.IN_EXCEEDED, in),
                                                Metric.PACKETS_EXCEEDED,
                                                packets)));
    }

    private static String with(Metric metric, Series series) {
        return Seen.inWords(Seen.with("").diagnosis(each -> replica(each, metric, series)));
    }

    private static NodeFigures replica(NodeFigures node, Metric metric, Series series) {
        return node.member().id().equals("sessions-0002-002")
                ? Otherwise.with(node, metric, series)
                : node;
    }
}
