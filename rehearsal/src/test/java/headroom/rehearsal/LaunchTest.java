package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The commands beside the root pom, with another Maven than the real one.
final class LaunchTest {
    private static final String LAUNCH =
            Path.of("..", "build", "launch.sh").toAbsolutePath().normalize().toString();

    @TempDir private Path folder;

    @Test
    void passesOnWhatMavenSaysWithoutItsEscapeCodes() throws IOException, InterruptedException {
        assertEquals(
                List.of("Building rehearsal first...", "[WARNING] old", "built", "0"),
                build("printf '\\033[1;33m[WARNING]\\033[m old\\n\\033[0m\\033[0m'"));
    }

    @Test
    void saysThatTheBuildFailed() throws IOException, InterruptedException {
        assertEquals(
                List.of(
                        "Building rehearsal first...",
                        "[ERROR] no such thing",
                        "The build failed; Maven says why above. It needs Maven 3.8 and a JDK 25.",
                        "2"),
                build("printf '\\033[0m[ERROR] no such thing\\n'; exit 1"));
    }

    @Test
    void saysThatNoStreamIsATerminalWhereNoneIs() throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "home=. && . %s && echo \"$terminal\"".formatted(LAUNCH))
                        .start();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        shell.waitFor();
        assertEquals("-Dheadroom.terminal=\n", said);
    }

    /// @return the lines that were printed, and the exit status
    private List<String> build(String maven) throws IOException, InterruptedException {
        Path fake = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\n" + maven + "\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder shell =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "(set -eu; home=%s; . %s; package rehearsal; echo built) 2>&1; echo $?"
                                        .formatted(folder, LAUNCH))
                        .redirectErrorStream(true);
        shell.environment().merge("PATH", folder + ":", (path, first) -> first + path);
        Process process = shell.start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        process.waitFor();
        return lines;
    }
}
