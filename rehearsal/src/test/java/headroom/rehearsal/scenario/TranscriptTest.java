package headroom.rehearsal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class TranscriptTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T04:00:00Z");

    private final List<String> lines = new ArrayList<>();
    private final Transcript transcript =
            new Transcript(Set.of("StopReplicationTask"), line -> lines.addAll(line.text()));
    private Instant now = BEGIN;

    @Test
    void joinsPollsThatDifferInAPercentage() {
        for (int percent = 4; percent <= 96; percent += 7) {
            say("ConfirmResized", "It is IN_PROGRESS. %d %%".formatted(percent));
        }
        say("ConfirmResized", "It is done.");
        transcript.end();
        assertEquals(
                List.of(
                        "04:01:00  step      ConfirmResized ×14     13 min: It is IN_PROGRESS. 4 %"
                                + " … 95 %",
                        "04:15:00  step      ConfirmResized         It is done."),
                lines);
    }

    @Test
    void joinsPollsThatDifferInATime() {
        say("Watch", "Quiet until 2026-11-22T05:00:00Z, 40 s of 3 h left.");
        say("Watch", "Quiet until 2026-11-22T06:30:00Z, 1 h 2 min of 3 h left.");
        say("Watch", "Quiet until 2026-11-22T07:00:00Z, 12 min of 3 h left.");
        transcript.end();
        assertEquals(
                List.of(
                        "04:01:00  step      Watch ×3               2 min: Quiet until"
                                + " 2026-11-22T05:00:00Z …",
                        " ".repeat(43) + "2026-11-22T07:00:00Z, 40 s … 12 min of 3 h left."),
                lines);
    }

    @Test
    void countsThePollsThatSayNothingNewBetweenThoseThatDo() {
        for (String percent : List.of("4", "4", "5", "5", "5")) {
            say("ConfirmResized", percent + " %");
        }
        transcript.end();
        assertEquals(List.of("04:01:00  step      ConfirmResized ×5      4 min: 4 % … 5 %"), lines);
    }

    @Test
    void tellsOnceWhatIsSaidAgain() {
        say("ConfirmResumed", "All run.");
        say("ConfirmResumed", "All run.");
        take(Kind.CLUSTER, "analytics", "available");
        say("ConfirmResumed", "All run.");
        transcript.end();
        assertEquals(
                List.of(
                        "04:01:00  step      ConfirmResumed         All run.",
                        "04:03:00  cluster   analytics              available"),
                lines);
    }

    @Test
    void beginsAnewWhereSomethingElseHappensInBetween() {
        say("ConfirmResized", "4 %");
        take(Kind.STATE, "Wait", "");
        say("ConfirmResized", "5 %");
        take(Kind.CLUSTER, "analytics", "available");
        say("ConfirmResized", "6 %");
        say("Watch", "6 %");
        transcript.end();
        assertEquals(
                List.of(
                        "04:01:00  step      ConfirmResized ×2      2 min: 4 % … 5 %",
                        "04:04:00  cluster   analytics              available",
                        "04:05:00  step      ConfirmResized         6 %",
                        "04:06:00  step      Watch                  6 %"),
                lines);
    }

    @Test
    void leavesOutAShareOfWhatIsCounted() {
        say("ConfirmPaused", "1 of 3 tasks are stopped; b is stopping. 33 %");
        transcript.end();
        assertEquals(
                List.of(
                        "04:01:00  step      ConfirmPaused          1 of 3 tasks are stopped; b is"
                                + " stopping."),
                lines);
    }

    @Test
    void leavesAMailAsItIsSent() {
        String wide = "w ".repeat(60) + "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";
        take(Kind.REPORT, "Headroom: " + wide, wide + "\n\nmore");
        transcript.end();
        assertEquals(
                List.of(
                        "04:01:00  report    Headroom: " + wide,
                        " ".repeat(20) + "| " + wide,
                        " ".repeat(20) + "|",
                        " ".repeat(20) + "| more"),
                lines);
    }

    private void say(String step, String answer) {
        take(Kind.STEP, step, answer);
    }

    private void take(Kind kind, String name, String detail) {
        now = now.plus(Duration.ofMinutes(1));
        transcript.accept(new Entry(now, kind, name, detail, ""));
    }
}
