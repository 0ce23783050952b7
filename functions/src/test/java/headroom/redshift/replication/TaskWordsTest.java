package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TaskWordsTest {
    @Test
    void countsTasksInWordsThatAgree() {
        assertEquals("0 tasks", TaskWords.tasks(0));
        assertEquals("1 task", TaskWords.tasks(1));
        assertEquals("2 tasks", TaskWords.tasks(2));
        assertEquals("No task has to be", TaskWords.allTasks(0));
        assertEquals("The task is", TaskWords.allTasks(1));
        assertEquals("All 2 tasks are", TaskWords.allTasks(2));
    }

    @Test
    void cutsWhatIsVeryLong() {
        assertEquals("n".repeat(64), TaskWords.cutName("n".repeat(64)));
        assertEquals("n".repeat(61) + "...", TaskWords.cutName("n".repeat(65)));
        assertEquals("r".repeat(200), TaskWords.cutRemark("r".repeat(200)));
        assertEquals("r".repeat(197) + "...", TaskWords.cutRemark("r".repeat(1_000)));
    }
}
