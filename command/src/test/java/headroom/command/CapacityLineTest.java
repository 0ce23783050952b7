package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.command.cluster.Access;
import headroom.elasticache.figures.Figures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class CapacityLineTest {
    @Test
    void takesFilesAndAFactor() {
        assertEquals(
                new CapacityLine.Judge(List.of("a.json", "b.json"), 1.5),
                parsed("a.json --factor 1.5 b.json"));
        assertEquals(new CapacityLine.Judge(List.of("a.json"), 2.0), parsed("a.json"));
    }

    @Test
    void takesAGroupAndMinutes() {
        var ask =
                new CapacityLine.Ask(
                        "sessions",
                        Optional.of(
                                new Figures(
                                        Instant.parse("2026-11-27T20:00:00Z"),
                                        Instant.parse("2026-11-27T21:00:00Z"))),
                        Optional.of(2),
                        new Access(Optional.of("eu-west-1"), Optional.of("on-call")));
        assertEquals(
                ask,
                parsed(
                        "--queries=sessions --from 2026-11-27T20:00Z --to 2026-11-27T21:00Z --part"
                                + " 2 --region eu-west-1 --profile on-call"));
        assertEquals(
                "./capacity --queries sessions --from 2026-11-27T20:00:00Z --to"
                        + " 2026-11-27T21:00:00Z --region eu-west-1 --profile on-call",
                ask.command());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    --factor 2                             | There is no file; expected one with figures, as in ./capacity figures.json.
                    a.json --factor 0.5                    | --factor is 0.5; expected a number from 1.0 to 10.0, how many times today's load a group should carry after a step (default 2.0).
                    a.json --factor twice                  | --factor is twice; expected a number from 1.0 to 10.0, how many times today's load a group should carry after a step (default 2.0).
                    a.json --facter 2                      | --facter is not known; did you mean --factor?
                    a.json --region eu-west-1              | --region says nothing without --queries.
                    a.json --queries sessions              | Beside --queries sessions there is "a.json"; expected one group or one file.
                    --queries sessions --factor 2          | --factor says nothing to --queries: say it when the figures are judged.
                    --queries sessions --part none         | --part is none; expected the number of one, from 1.
                    --queries sessions --from 2026-11-27T20:00Z | There is --from alone; expected --from and --to, or none of the two.
                    --queries sessions --to 2026-11-27T20:00Z   | There is --to alone; expected --from and --to, or none of the two.
                    --queries sessions --from now --to 2026-11-27T20:00Z | --from is now; expected a full minute such as "2026-11-27T20:15Z".
                    --queries sessions --from 2026-11-27T20:00Z --to 2026-11-27T20:10Z | From 2026-11-27T20:00:00Z to 2026-11-27T20:10:00Z are 10 minutes; expected 15 to 1440.
                    --queries sessions --from 2026-11-25T20:00Z --to 2026-11-27T20:00Z | From 2026-11-25T20:00:00Z to 2026-11-27T20:00:00Z are 2880 minutes; expected 15 to 1440.
                    """)
    void refuses(String line, String message) {
        assertEquals(message, assertThrows(NotUnderstood.class, () -> parsed(line)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27T20:05Z,2026-11-27T20:25Z", "2026-11-11T20:00Z,2026-11-11T21:00Z"})
    void minutesThatCloudWatchDoesNotHaveAreNotAskedFor(String from, String to) {
        Typing typing = Typing.of(Path.of(""), "--queries", "sessions", "--from", from, "--to", to);
        assertEquals(Headroom.NOT_UNDERSTOOD, typing.status());
        assertTrue(
                typing.err().contains("is not within the 15 days for which CloudWatch keeps"),
                typing::err);
    }

    @Test
    void explainsItself() {
        Typing typing = Typing.of(Path.of(""), "--help");
        assertEquals(Headroom.DONE, typing.status());
        assertTrue(typing.out().startsWith("usage: ./capacity FILE..."), typing::out);
        Typing nothing = Typing.of(Path.of(""));
        assertEquals(Headroom.NOT_UNDERSTOOD, nothing.status());
        assertEquals(
                "There is no file; expected one with figures, as in ./capacity figures.json.\n\n"
                        + typing.out(),
                nothing.err());
    }

    private static CapacityLine parsed(String line) {
        return CapacityLine.parse(List.of(line.split(" ")));
    }
}
