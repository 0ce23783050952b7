package headroom.constructs.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

final class ArtifactsTest {
    @Test
    void theDefinitionIsTheOneThatIsRehearsedToTheByte() throws IOException {
        String file = "redshift-resize.asl.json";
        assertArrayEquals(
                Files.readAllBytes(Path.of("..", "statemachine", file)),
                Files.readAllBytes(Artifacts.definition("redshift-resize")));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(
                "nothing.asl.json is missing; expected it on the class path, in"
                        + " /headroom/constructs/. To build it: mvn package",
                assertThrows(IllegalStateException.class, () -> Artifacts.definition("nothing"))
                        .getMessage());
    }

    /// As from the artifact that others use.
    @Test
    void whatIsInAJarIsCopiedOutOfItByteForByte(@TempDir Path folder) throws IOException {
        byte[] content = "what is deployed".getBytes(StandardCharsets.UTF_8);
        Path jar = folder.resolve("library.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("functions.jar"));
            out.write(content);
        }
        URL found = URI.create("jar:%s!/functions.jar".formatted(jar.toUri())).toURL();
        Path copy = Artifacts.copy(found, "functions.jar");
        assertArrayEquals(content, Files.readAllBytes(copy));
        assertEquals("functions.jar", copy.getFileName().toString());
    }
}
