package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Plays scenarios with a person at a terminal, and holds what was typed and answered against a
/// committed text. After a change that is meant: `mvn verify -Dtranscripts=rewrite`.
final class SessionsTest {
    private static final Path TRANSCRIPTS = Path.of("transcripts");
    private static final boolean REWRITE =
            "rewrite".equals(System.getProperty("transcripts")) && System.getenv("CI") == null;

    @ParameterizedTest
    @EnumSource
    void answersAsWrittenDown(Sessions session) throws IOException {
        String transcript = session.play().transcript();
        Path file = TRANSCRIPTS.resolve(session.name() + ".txt");
        if (REWRITE) {
            Files.createDirectories(TRANSCRIPTS);
            Files.writeString(file, transcript);
        }
        assertEquals(Files.readString(file), transcript);
    }

    @Test
    void noTranscriptIsLeftOverFromASessionThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            List<String> names =
                    files.map(each -> each.getFileName().toString().replace(".txt", ""))
                            .sorted()
                            .toList();
            assertEquals(Arrays.stream(Sessions.values()).map(Enum::name).sorted().toList(), names);
        }
    }
}
