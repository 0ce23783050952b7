package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Given;
import headroom.replication.Forgotten;
import headroom.report.ComposeReport.Input;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ReplicationPartTest {
    private static final Forgotten ORDERS =
            new Forgotten("arn:orders", "orders", "message 1", Given.NOW);
    private static final String ORDERS_FORGOTTEN =
            "\nForgotten, and so not started: orders (arn:orders), as message 1 asked at"
                    + " 2026-11-22T04:30:00Z. They stay as they are.";

    @Test
    void doesNotMakeUpWhatWasSeenOfTheTasks() {
        assertEquals(
                ReplicationPart.of(Runs.resumed(Outcome.RESIZED))
                        .replace(" All 2 tasks are running. Tasks", " Tasks")
                        .replace("61 min 5 s", "an unknown time"),
                ReplicationPart.of(Runs.unseen(Outcome.RESIZED)));
    }

    @Test
    void saysWhoHadATaskForgotten() {
        assertEquals(
                "Paused for 61 min 5 s. All 2 tasks are running. Tasks: orders, items."
                        + ORDERS_FORGOTTEN,
                ReplicationPart.of(forgetting(Runs.recovered(Runs.TASKS))));
    }

    @Test
    void saysThatNoTaskIsLeft() {
        Input run = Runs.recovered(List.of());
        assertEquals("It was not touched.", ReplicationPart.of(run));
        assertEquals("It was not touched." + ORDERS_FORGOTTEN, ReplicationPart.of(forgetting(run)));
    }

    private static Input forgetting(Input run) {
        return new Input(
                run.execution(),
                run.requests(),
                run.origin(),
                run.outcome(),
                run.plan(),
                run.tasks(),
                run.owed(),
                run.failure(),
                run.resumeFailure(),
                run.replication(),
                run.pausedAt(),
                run.resumedAt(),
                List.of(ORDERS),
                run.nodes(),
                run.notUnderstood());
    }
}
