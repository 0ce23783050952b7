package headroom.redshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.metrics.Measure;
import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.redshift.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class RunMetricsTest {
    @Test
    void countARunAndHowLongItPaused() {
        assertEquals(
                Map.of(Measure.RUNS, 1L, Measure.PAUSE_SECONDS, 61 * 60 + 5L),
                RunMetrics.of(Runs.resumed(Outcome.RESIZED)));
    }

    @Test
    void countTheTasksOfARunThatOwesThem() {
        assertEquals(
                Map.of(Measure.RUNS, 1L, Measure.TASKS_NOT_RUNNING, 1L),
                RunMetrics.of(Runs.owed(Outcome.FAILED)));
    }

    @Test
    void countNoPauseWhereNothingWasTouched() {
        assertEquals(
                Map.of(Measure.RUNS, 1L),
                RunMetrics.of(Runs.untouched(Outcome.UNNEEDED, null, null)));
        assertEquals(Map.of(Measure.RUNS, 1L), RunMetrics.of(Runs.recovered(List.of())));
    }

    @Test
    void countAllTasksWhereNobodyCouldLook() {
        assertEquals(
                Map.of(Measure.RUNS, 1L, Measure.TASKS_NOT_RUNNING, 2L),
                RunMetrics.of(Runs.of(Outcome.FAILED).unseen(Runs.TASKS).input()));
    }

    @Test
    void countNoPauseThatNobodySaw() {
        assertEquals(
                Map.of(Measure.RUNS, 1L),
                RunMetrics.of(Runs.of(Outcome.FAILED).back().foundRunning().input()));
    }

    @ParameterizedTest
    @CsvSource({
        "RESIZED, resized",
        "RECOVERED, recovered",
        "PLANNED, unchanged",
        "UNNEEDED, unchanged",
        "ASKED, unchanged",
        "DEFERRED, unchanged",
        "REFUSED, refused",
        "FAILED, failed"
    })
    void areCountedUnderHowTheRunEnded(Outcome outcome, String ending) {
        assertEquals(ending, Ending.of(outcome).title());
    }

    @Test
    void goOutInOneLineWithTheReport() {
        List<String> lines = new ArrayList<>();
        new ComposeReport(new GivenAws().cloudWatch, Given.SETTINGS, Given.CLOCK, lines::add)
                .run(Runs.resumed(Outcome.RESIZED));

        new ComposeReport(new GivenAws().cloudWatch, Given.SETTINGS, Given.CLOCK, lines::add)
                .run(Runs.untouched(Outcome.DECLINED, null, null));

        assertEquals(1, lines.size(), "what is said of no run is not counted");
        assertTrue(
                lines.getFirst()
                        .endsWith(
                                "\"Resource\":\"redshift/sales\",\"Outcome\":\"resized\",\"Runs\":1,\"PauseSeconds\":3665}"),
                lines.getFirst());
    }
}
