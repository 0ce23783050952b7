package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Given;
import headroom.redshift.cluster.ResizeMethod;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class DrilledTest {
    private static final Drilled MEASURE = measure(10, "ra3.4xlarge", 4, Optional.of(1000.0));

    @Test
    void isScaledByDataAndNodesWithAMargin() {
        assertEquals(30, MEASURE.expected(4, Optional.of(1000.0)).toMinutes());
        assertEquals(45, MEASURE.expected(4, Optional.of(1500.0)).toMinutes());
        assertEquals(60, MEASURE.expected(2, Optional.of(1000.0)).toMinutes());
    }

    @Test
    void isNeverLessThanWasMeasured() {
        assertEquals(30, MEASURE.expected(8, Optional.of(500.0)).toMinutes());
        assertEquals(30, MEASURE.expected(4, Optional.empty()).toMinutes());
    }

    @Test
    void theNewestThatFitsCounts() {
        Drilled older = measure(20, "ra3.4xlarge", 4, Optional.empty());
        assertEquals(Optional.of(MEASURE), newest(List.of(older, MEASURE)));
        assertEquals(Optional.of(MEASURE), newest(List.of(MEASURE, older)));
    }

    @Test
    void whatIsTooOldOrOfAnotherClusterIsIgnored() {
        assertEquals(Optional.empty(), newest(List.of(aged(92))));
        assertTrue(newest(List.of(aged(91))).isPresent());
        assertEquals(
                Optional.empty(), newest(List.of(measure(1, "dc2.large", 4, Optional.empty()))));
        assertEquals(
                Optional.empty(), newest(List.of(measure(1, "ra3.4xlarge", 9, Optional.empty()))));
        assertEquals(
                Optional.empty(),
                newest(List.of(measure(1, "ra3.4xlarge", 4, Optional.of(400.0)))));
        assertEquals(
                Optional.empty(),
                Drilled.newest(
                        List.of(MEASURE),
                        "ra3.4xlarge",
                        4,
                        ResizeMethod.CLASSIC,
                        Optional.empty(),
                        Given.NOW));
    }

    @Test
    void whatIsKeptIsReadAndWhatIsDamagedIsNot() {
        String kept =
                "[{\"at\":\"2026-11-12T05:00:00Z\",\"nodeType\":\"ra3.4xlarge\",\"from\":4,\"to\":8,\"method\":\"elastic\",\"megabytes\":null,\"unavailableMinutes\":9,\"writableMinutes\":12,\"minutes\":16}]";
        assertEquals(12, Drilled.read(kept).getFirst().writableMinutes());
        assertEquals(List.of(), Drilled.read("[]"));
        assertEquals(List.of(), Drilled.read("[{\"at\":\"yesterday\"}]"));
        assertEquals(List.of(), Drilled.read("no JSON"));
    }

    @Test
    void aPlanSaysWhereItsFigureComesFrom() {
        Situation drilled =
                Situation.with("drillMaxNodeHours 24; measured ELASTIC 40 10; cause MANUAL");
        Plan.Resize plan = (Plan.Resize) drilled.plan();
        assertEquals(25 + 60, plan.expectedPauseMinutes());
        assertTrue(
                plan.evidence().seen().getLast().startsWith("The resize is expected to take 1 h"),
                plan.evidence().seen()::toString);
        Plan.Resize usual =
                (Plan.Resize) Situation.with("drillMaxNodeHours 24; cause MANUAL").plan();
        assertEquals(45, usual.expectedPauseMinutes());
        assertTrue(
                usual.evidence().seen().getLast().contains("no drill of the last months"),
                usual.evidence().seen()::toString);
    }

    @Test
    void aClassicResizeThatTakesLongerThanItMayIsRefused() {
        Situation classic =
                Situation.with(
                        "permitted none; classicHours 10; sourceLogRetentionHours 96; measured"
                                + " CLASSIC 700 10; cause MANUAL");
        assertTrue(classic.plan() instanceof Plan.Refused, classic.plan()::toString);
        Situation shorter = classic.but("measured CLASSIC 300 10");
        assertEquals(60 + 450, ((Plan.Resize) shorter.plan()).expectedPauseMinutes());
    }

    private static Optional<Drilled> newest(List<Drilled> all) {
        return Drilled.newest(
                all, "ra3.4xlarge", 4, ResizeMethod.ELASTIC, Optional.of(1000.0), Given.NOW);
    }

    private static Drilled aged(int days) {
        return measure(days, "ra3.4xlarge", 4, Optional.empty());
    }

    private static Drilled measure(
            int daysAgo, String nodeType, int from, Optional<Double> megabytes) {
        return new Drilled(
                Given.NOW.minus(Duration.ofDays(daysAgo)),
                nodeType,
                from,
                8,
                ResizeMethod.ELASTIC,
                megabytes,
                9,
                20,
                25);
    }
}
