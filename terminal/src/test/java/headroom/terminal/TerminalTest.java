package headroom.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

final class TerminalTest {
    private static final List<Rule> RULES =
            List.of(
                    Rule.ofParagraph("^fault", Tone.BAD),
                    Rule.of("^good", Tone.GOOD),
                    Rule.of("^plain", Tone.PLAIN));

    private static final String TEXT =
            """
            fault struck
              twice
            good
              indented

            plain
            else
            """;

    @Test
    void coloursLinesByTheirKind() {
        assertEquals(
                """
                \u001b[1;31mfault struck\u001b[0m
                \u001b[1;31m  twice\u001b[0m
                \u001b[32mgood\u001b[0m
                  indented

                plain
                else
                """,
                printed("out", Map.of()));
    }

    @Test
    void coloursNothingWhereNobodySitsAtATerminal() {
        assertEquals(TEXT, printed("", Map.of()));
        assertEquals(TEXT, printed("err", Map.of()));
    }

    @Test
    void coloursNothingForThoseWhoWantNoColour() {
        assertEquals(TEXT, printed("out,err", Map.of("NO_COLOR", "1")));
        assertEquals(TEXT, printed("out,err", Map.of("TERM", "dumb")));
    }

    /// As <https://no-color.org> has it.
    @Test
    void takesAnEmptyNoColorAsNone() {
        assertEquals(printed("out", Map.of()), printed("out", Map.of("NO_COLOR", "")));
    }

    @Test
    void tellsItsStreamsApart() {
        assertEquals(new Terminal(true, false, true), Terminal.of("out,", Map.of()));
        assertEquals(new Terminal(false, true, true), Terminal.of("err", Map.of()));
        assertEquals(new Terminal(true, true, true), Terminal.of("out,err", Map.of()));
    }

    private static String printed(String streams, Map<String, String> environment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out =
                new PrintStream(
                        Terminal.of(streams, environment).coloured(bytes, RULES), true, UTF_8);
        out.print(TEXT);
        out.close();
        return bytes.toString(UTF_8);
    }
}
