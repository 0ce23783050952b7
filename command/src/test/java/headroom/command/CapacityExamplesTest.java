package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Holds what `./capacity` says to the examples of docs/capacity.md against the committed text
/// beside each. After a change that is meant: `mvn verify -Dtranscripts=rewrite`.
final class CapacityExamplesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLES = ROOT.resolve("docs/capacity");

    /// Which no figures are: they describe a group, and ask.
    private static final List<String> NO_FIGURES = List.of("group", "queries");

    private static final boolean REWRITE =
            "rewrite".equals(System.getProperty("transcripts")) && System.getenv("CI") == null;

    private static List<String> names(String ending) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(ending))
                    .map(each -> each.substring(0, each.length() - ending.length()))
                    .filter(each -> !NO_FIGURES.contains(each))
                    .sorted()
                    .toList();
        }
    }

    static List<String> examples() throws IOException {
        return names(".json");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isAnsweredAsWrittenDown(String name) throws IOException {
        String file = "docs/capacity/%s.json".formatted(name);
        Typing typing = Typing.of(ROOT, file);
        String answer =
                "$ ./capacity %s\n%s[exit status %d]\n"
                        .formatted(file, typing.out(), typing.status());
        assertWritten(answer, EXAMPLES.resolve(name + ".txt"));
        assertEquals("", typing.err());
    }

    /// Though it carries what was asked for.
    @Test
    void whatIsWrongNeedsAPerson() {
        Typing typing = Typing.of(ROOT, "docs/capacity/one-hot-shard.json", "--factor", "1");
        assertTrue(typing.out().contains("It carries 1.0 times the load as it is."), typing::out);
        assertEquals(Headroom.TO_DO, typing.status());
    }

    @Test
    void noAnswerIsLeftOverFromAnExampleThatIsGone() throws IOException {
        assertFalse(examples().isEmpty());
        assertEquals(examples(), names(".txt"));
    }

    /// What the AWS CLI is given by `build/aws-commands.sh`.
    @Test
    void queriesAreAskedAsWrittenDown() throws IOException {
        Typing typing =
                Typing.of(
                        ROOT,
                        "--queries",
                        "docs/capacity/group.json",
                        "--from",
                        "2026-11-27T20:00Z",
                        "--to",
                        "2026-11-27T20:15Z");
        assertEquals(Headroom.DONE, typing.status(), typing::err);
        assertWritten(typing.out(), EXAMPLES.resolve("queries.json"));
    }

    private static void assertWritten(String text, Path file) throws IOException {
        if (REWRITE) {
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text);
    }
}
