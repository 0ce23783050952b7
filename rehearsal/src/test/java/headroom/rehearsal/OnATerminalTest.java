package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The command as a process of its own, with what its launcher says of its streams.
final class OnATerminalTest {
    private static final String STORY = "an_alarm_that_ends_does_nothing";
    private static final String ESCAPE = "\u001b";
    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

    /// For a machine on which much else is done.
    private static final int PATIENCE_SECONDS = 120;

    @TempDir private Path folder;

    @Test
    void coloursTheLinesOfAStory() throws Exception {
        String coloured = told("out,err", Map.of(), STORY);
        assertTrue(coloured.startsWith("\u001b[1m" + STORY + "\u001b[0m\n"), coloured);
        assertTrue(coloured.contains("\u001b[2m04:00:00  message   SNS"), coloured);
        assertTrue(coloured.endsWith("\u001b[32mended as told       yes\u001b[0m\n"), coloured);
        assertEquals(told("", Map.of(), STORY), ESCAPES.matcher(coloured).replaceAll(""));
    }

    @Test
    void coloursNothingInAFileAndNothingForThoseWhoWantNoColour() throws Exception {
        assertFalse(told("err", Map.of(), STORY).contains(ESCAPE));
        assertFalse(told("out,err", Map.of("NO_COLOR", "1"), STORY).contains(ESCAPE));
    }

    /// As many as nobody waits for.
    @Test
    void tellsWhatItFoundUntilItIsInterrupted() throws Exception {
        Path out = folder.resolve("out");
        Process process =
                builder("err", Map.of(), "--seeds", "1..3000").redirectOutput(out.toFile()).start();
        try (BufferedReader err = process.errorReader(UTF_8)) {
            String seen = until(err, " left");
            assertTrue(seen.contains(" of 3,000 scenarios, about "), seen);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it goes on");
            String last = String.join("\n", err.readAllLines());
            assertTrue(last.contains("Interrupted after "), last);
            assertTrue(last.contains(" of 3,000 scenarios. What came of these:"), last);
        } finally {
            process.destroyForcibly();
        }
        assertEquals(Rehearse.INTERRUPTED, process.exitValue());
        List<String> summary = Files.readAllLines(out);
        assertTrue(summary.getFirst().startsWith("scenarios "), summary::toString);
        assertTrue(
                summary.contains("violations                                             0"),
                summary::toString);
    }

    @Test
    void writesNoControlCharacterIntoAFileOfItsErrors() throws Exception {
        Path err = folder.resolve("err");
        Process process =
                builder("", Map.of(), "--seeds", "1..3").redirectError(err.toFile()).start();
        process.getInputStream().readAllBytes();
        assertEquals(Rehearse.WENT_WELL, process.waitFor());
        assertTrue(
                Files.readString(err).chars().allMatch(each -> each == '\n' || each >= ' '),
                Files.readString(err));
    }

    /// What is read until the words come.
    private static String until(BufferedReader reader, String words) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(words) < 0) {
            int next = reader.read();
            assertTrue(next >= 0, () -> "it ended with " + seen);
            seen.append((char) next);
        }
        return seen.toString();
    }

    private static String told(String streams, Map<String, String> environment, String... arguments)
            throws Exception {
        Process process = builder(streams, environment, arguments).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(Rehearse.WENT_WELL, process.waitFor(), out);
        return out;
    }

    private static ProcessBuilder builder(
            String streams, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(hearingSignals());
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dheadroom.terminal=" + streams,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rehearse.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("NO_COLOR");
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        return builder;
    }

    /// What a shell starts in the background does not hear SIGINT, nor does what that starts; GNU's
    /// `env` has it heard again.
    private static List<String> hearingSignals() throws Exception {
        List<String> env = List.of("env", "--default-signal=INT");
        List<String> tried = new ArrayList<>(env);
        tried.add("true");
        return new ProcessBuilder(tried).start().waitFor() == 0 ? env : List.of();
    }
}
