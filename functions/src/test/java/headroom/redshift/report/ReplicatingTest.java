package headroom.redshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;
import headroom.redshift.Outcome;
import headroom.redshift.replication.Forgotten;
import headroom.redshift.report.ComposeReport.Input;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ReplicatingTest {
    private static final Forgotten ORDERS =
            new Forgotten("arn:orders", "orders", "message 1", Given.NOW);
    private static final String ORDERS_FORGOTTEN =
            "\nForgotten, and so not started: orders (arn:orders), as message 1 asked at"
                    + " 2026-11-22T04:30:00Z. They stay as they are.";

    @Test
    void saysHowLongThePauseTookAndWhatWasSeen() {
        assertEquals(
                "The pause took 1 h 1 min. All 2 tasks are running. Tasks: orders, items.\n"
                        + "Left alone, as they were not running before: parts is stopped.",
                said(Runs.resumed(Outcome.RESIZED)));
    }

    @Test
    void saysOfNoPauseWhatNobodySaw() {
        assertEquals(
                "They were running when Headroom came to start them. All 2 tasks are running."
                        + " Tasks: orders, items.",
                said(Runs.of(Outcome.FAILED).back().foundRunning().input()));
    }

    @Test
    void countsThoseThatDoNotRun() {
        assertEquals(
                "NOT running: 1 of 2 tasks, on record since 2026-11-22 03:28Z, 1 h 1 min ago.",
                said(Runs.of(Outcome.FAILED).down().input()));
    }

    @Test
    void saysWhyNobodyCouldLook() {
        assertEquals(
                "It is not known whether these run: 2 tasks, on record since 2026-11-22 03:28Z,"
                        + " 1 h 1 min ago. It is paused.",
                said(Runs.of(Outcome.FAILED).unseen(Runs.TASKS).input()));
    }

    @Test
    void saysWhoHadATaskForgotten() {
        assertEquals(
                "It took 1 h 1 min from the record until the last one ran. All 2 tasks are running."
                        + " Tasks: orders, items."
                        + ORDERS_FORGOTTEN,
                said(Runs.of(Outcome.RECOVERED).recovers().back().forgetting(ORDERS).input()));
    }

    @Test
    void saysThatNoTaskIsLeft() {
        assertEquals("It was not touched.", said(Runs.recovered(List.of())));
        assertEquals(
                "It was not touched." + ORDERS_FORGOTTEN,
                said(Runs.of(Outcome.RECOVERED).recovers().forgetting(ORDERS).input()));
    }

    private static String said(Input run) {
        return Replicating.of(run, Given.NOW);
    }
}
