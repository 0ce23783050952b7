package headroom.redshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Outcome;
import headroom.step.Json;

import org.junit.jupiter.api.Test;

final class FinishedTest {
    @Test
    void tellsTheSizeAndThePauseOfARunThatHadThem() {
        assertEquals(
                "{\"outcome\":\"resized\",\"before\":{\"nodes\":4},\"pauseSeconds\":3665}",
                event(Runs.resumed(Outcome.RESIZED)));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertEquals("{\"outcome\":\"failed\"}", event(Runs.untouched(Outcome.FAILED, null, null)));
    }

    @Test
    void tellsTheSizeThatAPlanBeginsWith() {
        assertEquals(
                "{\"outcome\":\"planned\",\"before\":{\"nodes\":4}}",
                event(Runs.untouched(Outcome.PLANNED, Runs.RESIZE, null)));
    }

    private static String event(ComposeReport.Input run) {
        return Json.text(Json.write(Runs.told(run).event()));
    }
}
