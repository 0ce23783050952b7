package headroom.constructs.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is deployed as it is. It lies beside the classes, so that no app has to know where; CDK
/// wants files, so what is inside a jar is copied out of it, once in a process.
///
/// CDK names an asset by its bytes alone, and copies it into the cloud assembly at once. So a copy
/// may be anywhere, and goes with the process.
public final class Artifacts {
    private static final String FOLDER = "/headroom/constructs/";
    private static final Map<String, Path> COPIED = new ConcurrentHashMap<>();

    private Artifacts() {}

    /// The jar with all handlers of a workflow.
    ///
    /// @param kind of the workflow, in one word
    static Path functions(String kind) {
        return file("headroom-%s.jar".formatted(kind));
    }

    /// The definition of a state machine.
    ///
    /// @param name of its file, without the ending
    public static Path definition(String name) {
        return file(name + ".asl.json");
    }

    private static Path file(String name) {
        URL found = Artifacts.class.getResource(FOLDER + name);
        if (found == null) {
            throw new IllegalStateException(
                    name
                            + " is missing; expected it on the class path, in "
                            + FOLDER
                            + ". To build it: mvn package");
        }
        return found.getProtocol().equals("file")
                ? Path.of(URI.create(found.toString()))
                : COPIED.computeIfAbsent(name, each -> copy(found, each));
    }

    static Path copy(URL found, String name) {
        try (InputStream content = found.openStream()) {
            Path folder = Files.createTempDirectory("headroom");
            Path file = folder.resolve(name);
            // The last one that is named goes first.
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Files.copy(content, file);
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
