package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class CardTest {
    private static final String SUBJECT = "Headroom: sales was resized";

    @ParameterizedTest
    @CsvSource({
        "Headroom: sales was resized, headroom-report, true",
        "Headroom WARNING: no disk metric, headroom-warning, true",
        "Headroom CRITICAL: tasks, headroom-critical, false"
    })
    void tellsHowUrgentItIsAndThreadsWhatIsNotCritical(
            String subject, String type, boolean threads) {
        Card card = card(subject, "text", "Nothing.");

        assertEquals(type, card.metadata().get("eventType"));
        assertEquals(threads, card.metadata().containsKey("threadId"));
        assertEquals(
                List.of("headroom", type.replace("headroom-", ""), "sales"),
                card.content().keywords());
    }

    @Test
    void cutsAPartBetweenWordsAndSaysSo() {
        String text = card(SUBJECT, "*column* ".repeat(100), "Nothing.").content().description();

        assertTrue(text.length() < 650, () -> text.length() + "");
        assertTrue(
                text.startsWith("`*column*` `*column*`")
                        && text.contains("`*column*` ...\nThe rest is in the e-mail.\n\nlinks"),
                text);
    }

    @Test
    void cutsATableBetweenItsLines() {
        String table =
                IntStream.range(0, 60)
                        .mapToObj("shard-%d  81 %%"::formatted)
                        .collect(Collectors.joining("\n"));

        String text = card(SUBJECT, table, "Nothing.").content().description();

        assertTrue(text.matches("(?s)```\n(shard-\\d+  81 %\n)+```\nThe rest .*"), text);
    }

    @Test
    void joinsACommandToTheSentenceBeforeIt() {
        String toDo =
                """
                Do this:
                  aws sns publish --message '{"nodes": 8}'

                Then that.\
                """;

        assertEquals(
                List.of(
                        """
                        Do this:
                        ```
                        aws sns publish --message '{"nodes": 8}'
                        ```\
                        """,
                        "Then that."),
                card(SUBJECT, "t", toDo).content().nextSteps());
    }

    @Test
    void neverCutsACommand() {
        String command = "aws " + "x".repeat(700);

        List<String> steps = card(SUBJECT, "t", "Do this:\n  " + command).content().nextSteps();

        assertEquals(List.of("Do this:\nThe rest is in the e-mail."), steps);
    }

    @Test
    void hasEightStepsAtMost() {
        String eight = "Look.\n".repeat(8);

        assertEquals(8, card(SUBJECT, "t", eight).content().nextSteps().size());
        List<String> more = card(SUBJECT, "t", eight + "Look again.").content().nextSteps();
        assertEquals(8, more.size());
        assertEquals("The rest is in the e-mail.", more.getLast());
    }

    /// However long the mail, and however much of it has to be escaped.
    @Test
    void staysSmallWhateverItSays() {
        String nasty = "\"<&\\*".repeat(5_000) + "\n";

        Card card = card(SUBJECT, nasty.repeat(5), nasty.repeat(5));

        assertTrue(card.json().length() < 12_000, () -> card.json().length() + "");
        assertFalse(card.content().description().contains("\"&"));
    }

    private static Card card(String subject, String part, String toDo) {
        return Card.of(subject, "sales", List.of(part), toDo, "links", Optional.of("run-1"));
    }
}
