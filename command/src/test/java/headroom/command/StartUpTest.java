package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What makes `check` quick: it loads little, and nothing of the CDK or of AWS's clients. Starts it
/// in a process of its own, which tells each class that it loads.
final class StartUpTest {
    private static final String CONTEXT =
            """
            {"context": {"cluster": "a", "maxNodes": 4,
                         "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"]}}
            """;

    /// It loads 200 of its own and the SDK's parser; a client of AWS alone brings more than that.
    private static final int MOST = 300;

    @TempDir private Path folder;

    @Test
    void checkLoadsNoClientAndNothingOfTheCdk() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("cdk.json"), CONTEXT);

        List<String> loaded = loadedBy("check", file.toString());

        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(
                                each ->
                                        each.startsWith("software.amazon.awscdk")
                                                || each.startsWith("software.amazon.jsii")
                                                || each.startsWith(
                                                        "software.amazon.awssdk.services")
                                                || each.startsWith("headroom.rehearsal"))
                        .toList());
        assertTrue(loaded.contains("headroom.configuration.Schema"), loaded::toString);
        assertTrue(loaded.size() <= MOST, () -> loaded.size() + " classes: " + loaded);
    }

    /// Classes that are not the JDK's own.
    private List<String> loadedBy(String... words) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Path out = folder.resolve("out.txt");
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xlog:class+load=info:file=" + log + "::filecount=0",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Headroom.class.getName(),
                                folder.toString()));
        command.addAll(List.of(words));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
        assertEquals(0, process.exitValue(), Files.readString(out));
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .filter(line -> !line.contains("source: jrt:") && !line.contains("shared objects"))
                .map(line -> line.replaceFirst(".*\\] ", "").split(" ", 2)[0])
                .filter(each -> each.startsWith("headroom.") || each.startsWith("software."))
                .filter(each -> !each.contains("$$Lambda"))
                .toList();
    }
}
