package headroom.redshift.report;

import static headroom.text.Wording.assertContains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Outcome;

import org.junit.jupiter.api.Test;

import java.util.Optional;

final class AskedTest {
    @Test
    void saysFirstWhatWasNotUnderstoodAndHowToResize() {
        String body = body(Outcome.PLANNED, Optional.empty());

        assertTrue(
                body.startsWith(
                        """
                        WHAT HAPPENED
                        Not understood: the field "why" is not known.
                        Planned.
                        Only a plan was made.
                        """),
                body);
        assertContains(
                """
                WHAT TO DO NOW
                A message that is not understood in full gets a plan only.
                To carry it out, run this. The plan is made anew then, as facts may have changed.
                  aws sns publish --region eu-west-1 --topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message resize
                """,
                body);
    }

    @Test
    void givesTheCommandForTheSizeThatWasAskedFor() {
        String body = body(Outcome.PLANNED, Optional.of(6));

        assertContains(
                "--topic-arn arn:aws:sns:eu-west-1:111122223333:requests --message"
                        + " '{\"nodes\": 6}'\n",
                body);
        assertEquals(-1, body.indexOf("--message resize"));
    }

    private static String body(Outcome outcome, Optional<Integer> nodes) {
        return Runs.told(Runs.misread(outcome, Runs.RESIZE, nodes)).body();
    }
}
