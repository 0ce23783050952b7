package headroom.redshift.report;

import static headroom.text.Wording.assertContains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Outcome;
import headroom.redshift.plan.Plan;
import headroom.redshift.replication.PausedTask;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class TodoTest {
    @Test
    void givesACommandForEachOfAFewTasks() {
        assertEquals(20, text(20).split("start-replication-task ", -1).length - 1);
        assertContains("--replication-task-arn arn:20\nAs long as", text(20));
    }

    @Test
    void namesEachOfManyTasks() {
        String text = text(600);

        assertEquals(20, text.split("start-replication-task ", -1).length - 1);
        assertContains("arn:20\nand in the same way these 580:\n  arn:21  t21\n", text);
        assertContains("\n  arn:600  t600\nAs long as", text);
    }

    /// Redshift lets go of a classic resize, unless its nodes are ra3 or rg.
    @Test
    void saysHowToCancelWhatCanBeCancelled() {
        String cancel =
                "\n  aws redshift cancel-resize --region eu-west-1 --cluster-identifier sales\n";

        assertTrue(announced(Runs.ofType("dc2.large")).contains(cancel));
        assertFalse(announced(Runs.ofType("ra3.4xlarge")).contains("cancel-resize"));
        assertFalse(announced(Runs.ofType("rg.xlarge")).contains("cancel-resize"));
    }

    private static String announced(Plan.Resize plan) {
        return Runs.told(Runs.untouched(Outcome.ANNOUNCED, plan, null)).body();
    }

    private static String text(int count) {
        List<PausedTask> tasks =
                IntStream.rangeClosed(1, count)
                        .mapToObj(each -> new PausedTask("arn:" + each, "t" + each))
                        .toList();
        return Runs.told(Runs.of(Outcome.FAILED).unseen(tasks).input()).body();
    }
}
