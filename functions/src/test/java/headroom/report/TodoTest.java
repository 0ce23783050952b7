package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.replication.PausedTask;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class TodoTest {
    @Test
    void givesACommandForEachOfAFewTasks() {
        assertEquals(20, text(20).split("start-replication-task ", -1).length - 1);
        assertTrue(text(20).contains("--replication-task-arn arn:20\nAs long as"), text(20));
    }

    @Test
    void namesEachOfManyTasks() {
        String text = text(600);

        assertEquals(20, text.split("start-replication-task ", -1).length - 1);
        assertTrue(text.contains("arn:20\nand in the same way these 580:\n  arn:21  t21\n"), text);
        assertTrue(text.contains("\n  arn:600  t600\nAs long as"), text);
    }

    private static String text(int count) {
        List<PausedTask> tasks =
                IntStream.rangeClosed(1, count)
                        .mapToObj(each -> new PausedTask("arn:" + each, "t" + each))
                        .toList();
        return Runs.told(Runs.of(Outcome.FAILED).unseen(tasks).input()).body();
    }
}
