package headroom.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Written by the build for the commands beside the root pom: the JDK that the build selected, and
/// the class path, so that a command starts without Maven.
final class LaunchFile {
    private LaunchFile() {}

    /// @param arguments the command's main class, and where to write: the file for the JDK's
    ///   `java`, and its file of arguments
    public static void main(String[] arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(Path.of(arguments[1]), java + "\n");
        Files.write(
                Path.of(arguments[2]),
                List.of(
                        "-XX:+UseSerialGC",
                        "-cp",
                        quoted(System.getProperty("java.class.path")),
                        arguments[0]));
    }

    /// As java's own argument files want it.
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
