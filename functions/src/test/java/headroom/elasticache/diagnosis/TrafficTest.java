package headroom.elasticache.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What is made of one shard's figures, where findings do not show it.
final class TrafficTest {
    @Test
    void addsUpWhatReplicasServeAndTakesTheMeanOfHowBusyTheyAre() {
        Traffic traffic =
                first(Seen.with("replicas 2; replicaReads 900").diagnosis(TrafficTest::unevenly));
        assertEquals(900, traffic.replicaReads(), 1e-9);
        assertEquals(20, traffic.replicaLoad(), 1e-9);
    }

    private static NodeFigures unevenly(NodeFigures node) {
        return switch (node.member().id()) {
            case "sessions-0001-002" ->
                    Otherwise.with(node, Metric.ENGINE_CPU, Otherwise.throughout(10));
            case "sessions-0001-003" ->
                    Otherwise.with(node, Metric.ENGINE_CPU, Otherwise.throughout(30));
            default -> node;
        };
    }

    @Test
    void noReplicasAreNotBusy() {
        assertEquals(0, first("replicas 0").replicaLoad());
    }

    @Test
    void replicasHaveNoShareOfNoReads() {
        assertEquals(0, first("read 0").replicaShare());
    }

    @Test
    void replicasAreInUseFromATwentiethOfAllReadsOn() {
        assertTrue(useReplicas("read 0.95; replicaReads 100"));
        assertFalse(useReplicas("read 0.95; replicaReads 99.9"));
        assertFalse(useReplicas("read 0"));
        assertTrue(useReplicas("replicas 0 2; cpu 20 20; read 0.95; replicaReads 0 200"));
    }

    /// What is found of the newest ten minutes is weighed by what was asked in these.
    @Test
    void isOfTheMinutesThatAreDiagnosed() {
        assertEquals(60, first("cpu 80+5x20 20 20+1x99; read 0.3; cpuPercent 85").load(), 1e-9);
        assertEquals(80, first("cpu 80+5x20 20 20; read 0.3").load(), 1e-9);
    }

    private static boolean useReplicas(String words) {
        return Traffic.useReplicas(Seen.with(words).diagnosis().traffic());
    }

    private static Traffic first(String words) {
        return first(Seen.with(words).diagnosis());
    }

    private static Traffic first(Diagnosis diagnosis) {
        List<Traffic> traffic = diagnosis.traffic();
        return traffic.getFirst();
    }
}
