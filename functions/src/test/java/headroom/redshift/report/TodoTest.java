package headroom.redshift.report;

import static headroom.text.Wording.assertContains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Outcome;
import headroom.redshift.plan.Plan;
import headroom.redshift.replication.PausedTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
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

    /// Who pastes the command gets what was asked for, and no writer is stopped for a plan.
    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "REFUSED", "FAILED", "RECOVERED"})
    void asksForTheSameAgainAfterADryRun(Outcome outcome) {
        String body = told(Runs.of(outcome).dryRun());

        assertContains("--topic-arn " + Runs.REQUESTS + " --message '{\"dryRun\": true}'\n", body);
        assertFalse(body.contains("--message resize"));
    }

    @Test
    void keepsTheSizeOfADryRun() {
        assertContains(
                "--message '{\"nodes\": 6, \"dryRun\": true}'\n",
                told(Runs.of(Outcome.DECLINED).nodes(6).dryRun()));
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "REFUSED", "FAILED"})
    void doesNotRepeatWhatWasNotUnderstood(Outcome outcome) {
        String body = Runs.told(Runs.misread(outcome, Runs.NOT_YET, Optional.empty())).body();

        assertContains("Send the message again, corrected.\n", body);
        assertFalse(body.contains("sns publish"));
    }

    /// The watch comes back to an alarm alone, and a person may ask long before there is one.
    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "FAILED"})
    void promisesNobodyToComeBackToAPersonsWish(Outcome outcome) {
        String body = told(Runs.of(outcome).nodes(6).byHand());

        assertContains("Then ask again:\n", body);
        assertContains("--message '{\"nodes\": 6}'\n", body);
        assertFalse(body.contains("The disk is still filling"));
        assertFalse(body.contains("looks again"));
        assertFalse(body.contains("tries again"));
    }

    private static String told(Runs run) {
        return Runs.told(run.input()).body();
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
